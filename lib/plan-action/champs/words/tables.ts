import { MOTS_COTE } from '@/lib/competences/words'
import { MOTS_NUMEROTATION } from '@/lib/plan-action/arbre/words'
import { MOTS_ETAT_MESURE } from '@/lib/plan-action/mesures/words'
import { MOTS_NIVEAU, MOTS_VISIBILITE } from '@/lib/plan-action/suivi/words/suivi'
import type { MotsTables } from '@/lib/platform/mots'
import { COLONNE_STATUT, COLONNES_PERIODE } from './colonnes'

/** What the tables of the plan, apart from the fiche and its lists, are called by people: one source for the journal and the history. */

const ordre = 'place'
const periode = Object.fromEntries(COLONNES_PERIODE.map(({ colonne, mots }) => [colonne, mots]))
const statut = { mots: COLONNE_STATUT.mots, valeurs: COLONNE_STATUT.valeurs ?? {} }

const SUR_LE_PLAN = {
  plan_action: {
    nom: 'Plan d’action',
    masculin: true,
    colonnes: {
      titre: 'titre',
      niveaux: 'noms des niveaux',
      nom_fiche: 'nom d’une fiche',
      nom_etape: 'nom d’une étape',
      texte: 'note du document',
      raison_sans_fiche: 'raison de l’absence de fiche',
      numerotation: { mots: 'numérotation', valeurs: MOTS_NUMEROTATION },
      prefixe: 'préfixe des numéros',
      numero_version: 'version',
    },
  },
  axe: {
    nom: 'Axe',
    masculin: true,
    colonnes: {
      numero: 'numéro',
      titre: 'titre',
      description: 'description',
      objectifs: 'objectifs',
      absence: 'raison sans fiche',
      theme_code: 'thématique',
      parent_id: 'niveau au-dessus',
      ordre,
    },
  },
  version_plan: {
    nom: 'Version du plan',
    colonnes: { numero: 'numéro', libelle: 'libellé', motif: 'raison', arretee_le: 'arrêtée le' },
  },
} as const satisfies MotsTables

const SUR_LA_FICHE = {
  etape: {
    nom: 'Étape',
    colonnes: { numero: 'numéro', titre: 'titre', description: 'description', ...periode, statut, ordre },
  },
  appreciation: {
    nom: 'Appréciation',
    colonnes: {
      cote: { mots: 'voix', valeurs: MOTS_COTE },
      niveau: { mots: 'avis', valeurs: MOTS_NIVEAU },
      texte: 'texte',
      nom: 'nom',
    },
  },
  commentaire: {
    nom: 'Commentaire',
    masculin: true,
    // What it says is read by those it is for: the journal does not carry it.
    colonnes: { visibilite: { mots: 'lu par', valeurs: MOTS_VISIBILITE }, texte: 'texte' },
  },
  mention: { nom: 'Mention', colonnes: { lu_le: 'lue le' } },
  invitation_fiche: {
    nom: 'Lien d’invitation',
    masculin: true,
    colonnes: { nom: 'nom', email: 'adresse électronique', expire_le: 'valable jusqu’au', revoquee_le: 'retiré le' },
  },
  contribution_fiche: {
    nom: 'Proposition par invitation',
    colonnes: {
      nom: 'nom',
      message: 'message',
      etat: { mots: 'état', valeurs: { PROPOSEE: 'proposée', ACCEPTEE: 'acceptée', REFUSEE: 'refusée' } },
      motif: 'raison',
      traitee_le: 'traitée le',
    },
  },
} as const satisfies MotsTables

const INDICATEURS = {
  indicateur: {
    nom: 'Indicateur',
    masculin: true,
    colonnes: {
      libelle: 'libellé',
      note: 'note',
      nature: {
        mots: 'nature',
        valeurs: {
          NOMBRE: 'nombre',
          POURCENTAGE: 'pourcentage',
          MONTANT: 'montant',
          LIVRABLE: 'livrable',
          PREVU_REALISE: 'prévu et réalisé',
          QUALITATIF: 'en mots',
          CARTE_DOCUMENT: 'carte ou document',
        },
      },
      unite: 'unité',
      evolution: 'suit une évolution',
      frequence: {
        mots: 'fréquence',
        valeurs: {
          MENSUELLE: 'chaque mois',
          TRIMESTRIELLE: 'chaque trimestre',
          SEMESTRIELLE: 'chaque semestre',
          ANNUELLE: 'chaque année',
          UNIQUE: 'une fois',
        },
      },
      ventilation: 'ventilation',
      ventilation_genre: {
        mots: 'ventilée par',
        valeurs: { COMMUNE: 'commune', EMPLOYEUR: 'employeur', TYPE: 'type', AUTRE: 'autrement' },
      },
      ventiles: 'parts',
      sens: 'sens attendu',
      reference: { mots: 'valeur de départ', partie: 'valeur' },
      reference_texte: { mots: 'date de la valeur de départ', partie: 'date' },
      cible: { mots: 'cible', partie: 'valeur' },
      cible_texte: { mots: 'cible en mots', partie: 'en mots' },
      source: 'source',
      fournisseur: 'qui fournit la valeur',
      confirmation: { mots: 'à confirmer par', valeurs: MOTS_COTE },
      etape_id: 'étape',
      ordre,
    },
  },
  mesure: {
    nom: 'Mesure',
    colonnes: {
      periode_texte: 'période',
      debut: 'début',
      fin: 'fin',
      valeur: 'valeur',
      valeur_prevue: 'valeur prévue',
      texte: 'texte',
      source: 'source',
      ventilation: 'ventilation',
      etat: { mots: 'état', valeurs: MOTS_ETAT_MESURE },
      motif: 'raison',
      confirmee_le: 'confirmée le',
    },
  },
  cible_indicateur: {
    nom: 'Cible d’indicateur',
    nomCourt: 'Cible',
    colonnes: { periode_texte: 'période', debut: 'début', fin: 'fin', valeur: 'valeur', texte: 'texte' },
  },
  accord_mesure: {
    nom: 'Accord sur une mesure',
    masculin: true,
    colonnes: { organisme_id: 'organisme', le: 'date' },
  },
} as const satisfies MotsTables

export const TABLES_DU_PLAN = { ...SUR_LE_PLAN, ...SUR_LA_FICHE, ...INDICATEURS }
