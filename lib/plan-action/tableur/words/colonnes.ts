import { NOMS_COTE } from '@/lib/competences/words'
import { MOTS_NUMEROTATION } from '@/lib/plan-action/arbre/words'
import { COLONNES_FICHES, getFeuillePropre } from '@/lib/plan-action/champs/rules/feuille'
import { COLONNE_STATUT, COLONNES_PERIODE } from '@/lib/plan-action/champs/words/colonnes'
import { date, long, nombre, ref, surFiche, texte } from '@/lib/plan-action/champs/words/feuille'
import { MOTS_ETAT_MESURE } from '@/lib/plan-action/mesures/words'
import { capitaliseMots } from '@/lib/platform/mots'
import type { ColonneTableur, DefinitionTable, TableTableur } from '../types/tableur'

/** The sheets of a plan and their columns: the one place that export and import both read. */

const surIndicateur: ColonneTableur[] = [
  texte('indicateur', 'Indicateur', 30, { lecture: true, requis: true }),
  { cle: 'indicateurRef', titre: 'Référence de l’indicateur', genre: 'REF', largeur: 16, lecture: true },
]

export const TABLES: readonly DefinitionTable[] = [
  {
    table: 'PLAN',
    feuille: 'Plan',
    colonnes: [
      texte('titre', 'Titre du plan', 40),
      { cle: 'niveaux', titre: 'Niveaux', genre: 'LISTE', largeur: 20, requis: true },
      texte('nomFiche', 'Nom d’une fiche', 20, { defaut: 'Fiche-action' }),
      texte('nomEtape', 'Nom d’une étape', 20, { defaut: 'Étape' }),
      long('texte', 'Présentation'),
      long('raisonSansFiche', 'Pourquoi sans fiche'),
      {
        cle: 'numerotation',
        titre: 'Numérotation',
        genre: 'CHOIX',
        largeur: 16,
        defaut: 'LIBRE',
        choix: capitaliseMots(MOTS_NUMEROTATION),
      },
      texte('prefixe', 'Préfixe', 10),
    ],
  },
  {
    table: 'AXES',
    feuille: 'Axes',
    synonymes: ['axe'],
    colonnes: [
      texte('numero', 'Numéro', 10, { longueur: 20, synonymes: ['n°', 'num'] }),
      texte('titre', 'Titre', 40, { requis: true, longueur: 500, synonymes: ['axe', 'intitulé', 'libellé'] }),
      long('description', 'Description'),
      { cle: 'objectifs', titre: 'Objectifs', genre: 'LISTE', largeur: 40 },
      long('absence', 'Pourquoi sans fiche'),
      { cle: 'theme', titre: 'Thématique', genre: 'CHOIX', largeur: 20 },
      ref(),
      { cle: 'parent', titre: 'Référence du niveau au-dessus', genre: 'REF', largeur: 16 },
    ],
  },
  {
    table: 'FICHES',
    feuille: 'Fiches',
    synonymes: ['fiches-actions', 'fiches actions', 'actions', 'plan d’action', 'fiche'],
    colonnes: [
      texte('axe', 'Axe', 30, {
        lecture: true,
        synonymes: ['axe stratégique', 'orientation', 'thématique du plan', 'volet', 'domaine'],
      }),
      ...COLONNES_FICHES,
      ref(),
      { cle: 'axeRef', titre: 'Référence de l’axe', genre: 'REF', largeur: 16, lecture: true },
    ],
  },
  { table: 'PILOTAGES', feuille: 'Pilotages', colonnes: getFeuillePropre('pilotages') },
  {
    table: 'ETAPES',
    feuille: 'Étapes',
    synonymes: ['étape', 'actions', 'calendrier'],
    colonnes: [
      ...surFiche,
      texte('numero', 'Numéro', 10, { longueur: 20, synonymes: ['n°'] }),
      texte('titre', 'Titre', 40, { requis: true, synonymes: ['étape', 'intitulé', 'libellé'] }),
      long('description', 'Description'),
      ...COLONNES_PERIODE.map(({ feuille }) => feuille),
      COLONNE_STATUT.feuille,
      ref(),
    ],
  },
  {
    table: 'INDICATEURS',
    feuille: 'Indicateurs',
    synonymes: ['indicateur'],
    colonnes: [
      ...surFiche,
      texte('libelle', 'Indicateur', 40, { requis: true, synonymes: ['libellé', 'intitulé'] }),
      {
        cle: 'nature',
        titre: 'Nature',
        genre: 'CHOIX',
        largeur: 14,
        defaut: 'NOMBRE',
        choix: {
          NOMBRE: 'Nombre',
          POURCENTAGE: 'Pourcentage',
          MONTANT: 'Montant',
          LIVRABLE: 'Livrable',
          PREVU_REALISE: 'Prévu et réalisé',
          QUALITATIF: 'Qualitatif',
          CARTE_DOCUMENT: 'Carte ou document',
        },
      },
      texte('unite', 'Unité', 12),
      { cle: 'evolution', titre: 'Et son évolution', genre: 'OUI_NON', largeur: 10, defaut: false },
      {
        cle: 'frequence',
        titre: 'Fréquence',
        genre: 'CHOIX',
        largeur: 14,
        choix: {
          MENSUELLE: 'Mensuelle',
          TRIMESTRIELLE: 'Trimestrielle',
          SEMESTRIELLE: 'Semestrielle',
          ANNUELLE: 'Annuelle',
          UNIQUE: 'Une fois',
        },
      },
      texte('sens', 'Sens', 12),
      nombre('reference', 'Valeur de départ'),
      texte('referenceTexte', 'Départ : quand, de quoi', 16),
      nombre('cible', 'Cible'),
      texte('cibleTexte', 'Cible en mots', 24),
      texte('source', 'Source à citer', 24, { synonymes: ['source'] }),
      texte('fournisseur', 'Qui la fournit', 24),
      texte('ventilation', 'Ventilation en mots', 24),
      {
        cle: 'ventilationGenre',
        titre: 'Ventilé par',
        genre: 'CHOIX',
        largeur: 14,
        choix: { COMMUNE: 'Commune', EMPLOYEUR: 'Employeur', TYPE: 'Type', AUTRE: 'Autre' },
      },
      { cle: 'ventiles', titre: 'Parts de la ventilation', genre: 'LISTE', largeur: 24 },
      {
        cle: 'confirmation',
        titre: 'Valeurs confirmées par',
        genre: 'CHOIX',
        largeur: 14,
        choix: capitaliseMots(NOMS_COTE),
      },
      long('note', 'Note'),
      { cle: 'etape', titre: 'Référence de l’étape', genre: 'REF', largeur: 16 },
      { cle: 'origine', titre: 'Référence de la ligne d’origine', genre: 'REF', largeur: 16 },
      ref(),
    ],
  },
  {
    table: 'CIBLES',
    feuille: 'Cibles',
    colonnes: [
      ...surIndicateur,
      texte('periode', 'Période', 16, { requis: true }),
      date('debut', 'Début'),
      date('fin', 'Fin'),
      nombre('valeur', 'Cible'),
      texte('texte', 'Cible en mots', 24),
    ],
  },
  {
    table: 'MESURES',
    feuille: 'Mesures',
    synonymes: ['valeurs'],
    colonnes: [
      ...surIndicateur,
      texte('periode', 'Période', 16, { requis: true, synonymes: ['année'] }),
      date('debut', 'Début'),
      date('fin', 'Fin'),
      nombre('valeur', 'Valeur'),
      nombre('valeurPrevue', 'Valeur prévue'),
      texte('texte', 'Valeur en mots', 24),
      texte('source', 'Source', 24),
      texte('ventilation', 'Part', 16),
      {
        cle: 'etat',
        titre: 'État',
        genre: 'CHOIX',
        largeur: 12,
        defaut: 'CONFIRMEE',
        choix: capitaliseMots(MOTS_ETAT_MESURE),
      },
      texte('motif', 'Raison de la proposition', 24),
      { cle: 'confirmeeLe', titre: 'Confirmée le', genre: 'INSTANT', largeur: 18 },
      { cle: 'accords', titre: 'Accords', genre: 'ACCORDS', largeur: 24 },
    ],
  },
  {
    table: 'BUDGET',
    feuille: 'Budget',
    synonymes: ['financement', 'financements', 'plan de financement'],
    colonnes: getFeuillePropre('budget'),
  },
  { table: 'LIENS', feuille: 'Liens', colonnes: getFeuillePropre('liens') },
]

export function getTable(table: TableTableur): DefinitionTable {
  const trouvee = TABLES.find((definition) => definition.table === table)
  if (!trouvee) throw new Error(`unknown table ${table}`)
  return trouvee
}
