import type { ColonneTableur, DefinitionTable, TableTableur } from '../types/tableur'

/** The sheets of a plan and their columns: the one place that export and import both read. */

const ref = (titre = 'Référence'): ColonneTableur => ({ cle: 'ref', titre, genre: 'REF', largeur: 16 })
const texte = (cle: string, titre: string, largeur = 24, plus: Partial<ColonneTableur> = {}): ColonneTableur => ({ cle, titre, genre: 'TEXTE', largeur, ...plus })
const long = (cle: string, titre: string, synonymes: readonly string[] = []): ColonneTableur => texte(cle, titre, 50, { synonymes })
const date = (cle: string, titre: string, synonymes: readonly string[] = []): ColonneTableur => ({ cle, titre, genre: 'DATE', largeur: 12, synonymes })
const nombre = (cle: string, titre: string): ColonneTableur => ({ cle, titre, genre: 'NOMBRE', largeur: 12 })
/** Where a row hangs: for the reader, then for the machine. */
const surFiche: ColonneTableur[] = [texte('fiche', 'Fiche', 30, { lecture: true, requis: true, synonymes: ['fiche action', 'action'] }), { cle: 'ficheRef', titre: 'Référence de la fiche', genre: 'REF', largeur: 16, lecture: true }]
const surIndicateur: ColonneTableur[] = [texte('indicateur', 'Indicateur', 30, { lecture: true, requis: true }), { cle: 'indicateurRef', titre: 'Référence de l’indicateur', genre: 'REF', largeur: 16, lecture: true }]

const CHOIX_STATUT = { A_ENGAGER: 'À engager', EN_COURS: 'En cours', REALISEE: 'Réalisée', REPORTEE: 'Reportée', ABANDONNEE: 'Abandonnée', A_PRECISER: 'À préciser' }
const statut: ColonneTableur = {
  cle: 'statut', titre: 'Statut', genre: 'CHOIX', largeur: 14, choix: CHOIX_STATUT, defaut: 'A_PRECISER', synonymes: ['état', 'état d’avancement', 'situation'],
  tolere: {
    'a lancer': 'A_ENGAGER', 'a demarrer': 'A_ENGAGER', 'non demarre': 'A_ENGAGER', 'non demarree': 'A_ENGAGER', 'non commence': 'A_ENGAGER', 'non commencee': 'A_ENGAGER', 'a faire': 'A_ENGAGER', 'a venir': 'A_ENGAGER',
    engage: 'EN_COURS', engagee: 'EN_COURS', 'en cours de realisation': 'EN_COURS', commence: 'EN_COURS', commencee: 'EN_COURS', demarre: 'EN_COURS', demarree: 'EN_COURS',
    realise: 'REALISEE', fait: 'REALISEE', faite: 'REALISEE', termine: 'REALISEE', terminee: 'REALISEE', acheve: 'REALISEE', achevee: 'REALISEE',
    reporte: 'REPORTEE', differe: 'REPORTEE', differee: 'REPORTEE', abandonne: 'ABANDONNEE', annule: 'ABANDONNEE', annulee: 'ABANDONNEE', inconnu: 'A_PRECISER', 'non precise': 'A_PRECISER', 'a definir': 'A_PRECISER',
  },
}
const periode: ColonneTableur[] = [
  texte('periodeTexte', 'Calendrier', 24, { longueur: 300, synonymes: ['période', 'échéance', 'échéancier', 'calendrier prévisionnel', 'délai', 'planning'] }),
  date('periodeDebut', 'Début', ['date de début', 'commence le']), date('periodeFin', 'Fin', ['date de fin', 'se termine le']),
]

const COTES = { CAF: 'Caf', COORDINATION: 'Coordination' }

export const TABLES: readonly DefinitionTable[] = [
  {
    table: 'PLAN', feuille: 'Plan',
    colonnes: [
      texte('titre', 'Titre du plan', 40), { cle: 'niveaux', titre: 'Niveaux', genre: 'LISTE', largeur: 20, requis: true }, texte('nomFiche', 'Nom d’une fiche', 20, { defaut: 'Fiche-action' }),
      texte('nomEtape', 'Nom d’une étape', 20, { defaut: 'Étape' }), long('texte', 'Présentation'), long('raisonSansFiche', 'Pourquoi sans fiche'),
      { cle: 'numerotation', titre: 'Numérotation', genre: 'CHOIX', largeur: 16, defaut: 'LIBRE', choix: { LIBRE: 'Libre', PAR_AXE: 'Par axe', CONTINUE: 'Continue', AUCUNE: 'Aucune' } }, texte('prefixe', 'Préfixe', 10),
    ],
  },
  {
    table: 'AXES', feuille: 'Axes', synonymes: ['axe'],
    colonnes: [
      texte('numero', 'Numéro', 10, { longueur: 20, synonymes: ['n°', 'num'] }), texte('titre', 'Titre', 40, { requis: true, longueur: 500, synonymes: ['axe', 'intitulé', 'libellé'] }), long('description', 'Description'),
      { cle: 'objectifs', titre: 'Objectifs', genre: 'LISTE', largeur: 40 }, long('absence', 'Pourquoi sans fiche'), { cle: 'theme', titre: 'Thématique', genre: 'CHOIX', largeur: 20 }, ref(), { cle: 'parent', titre: 'Référence du niveau au-dessus', genre: 'REF', largeur: 16 },
    ],
  },
  {
    table: 'FICHES', feuille: 'Fiches', synonymes: ['fiches-actions', 'fiches actions', 'actions', 'plan d’action', 'fiche'],
    colonnes: [
      texte('axe', 'Axe', 30, { lecture: true, synonymes: ['axe stratégique', 'orientation', 'thématique du plan', 'volet', 'domaine'] }), texte('numero', 'Numéro', 10, { longueur: 20, synonymes: ['n°', 'num', 'n° de fiche', 'numéro de la fiche', 'n° action', 'code'] }),
      texte('titre', 'Titre', 40, { requis: true, longueur: 500, synonymes: ['intitulé', 'intitulé de l’action', 'titre de l’action', 'libellé', 'nom de l’action', 'action', 'fiche action', 'fiche', 'nom'] }),
      texte('titreCourt', 'Titre court', 24, { longueur: 300 }), statut, { cle: 'avancement', titre: 'Avancement (%)', genre: 'POURCENT', largeur: 12, synonymes: ['avancement', 'taux d’avancement', 'progression', '% réalisé'] },
      texte('avancementMotif', 'Raison de l’avancement', 24, { longueur: 500 }), long('suivi', 'Note de suivi', ['suivi', 'commentaire', 'commentaires', 'observations', 'remarques', 'bilan']),
      { cle: 'pilotes', titre: 'Pilotes', genre: 'LISTE', largeur: 28, synonymes: ['pilote', 'pilotage', 'responsable', 'référent', 'chef de file', 'qui'] }, { cle: 'porteurs', titre: 'Porteurs', genre: 'LISTE', largeur: 28, synonymes: ['porteur', 'maître d’ouvrage', 'portage'] },
      { cle: 'partenaires', titre: 'Partenaires', genre: 'LISTE', largeur: 28, synonymes: ['partenaire', 'acteurs', 'partenaires associés'] }, ...periode,
      long('contexte', 'Contexte', ['constats', 'diagnostic', 'enjeux']), long('objectifs', 'Objectifs', ['objectif', 'objectif opérationnel', 'objectifs opérationnels']), long('description', 'Description', ['descriptif', 'description de l’action', 'contenu', 'modalités']),
      long('publicVise', 'Public visé', ['public', 'publics', 'public cible', 'bénéficiaires']), long('moyens', 'Moyens', ['ressources', 'moyens humains', 'moyens mobilisés']), texte('territoireTexte', 'Territoire', 24, { longueur: 500, synonymes: ['lieu', 'périmètre'] }),
      { cle: 'communes', titre: 'Communes', genre: 'COMMUNES', largeur: 24, synonymes: ['commune', 'communes concernées'] }, { cle: 'themes', titre: 'Thématiques', genre: 'THEMES', largeur: 24, synonymes: ['thématique', 'thème', 'thèmes'] },
      { cle: 'enjeuCoordination', titre: 'Enjeu de coordination', genre: 'OUI_NON_INCONNU', largeur: 12, synonymes: ['coordination'] }, { cle: 'aRediger', titre: 'À rédiger', genre: 'OUI_NON', largeur: 10, defaut: false },
      texte('redactionMotif', 'Pourquoi à rédiger', 24, { longueur: 500 }), date('redactionEcheance', 'À rédiger avant le'), { cle: 'redactionAvenant', titre: 'Avenant attendu', genre: 'AVENANT', largeur: 16 },
      { cle: 'documents', titre: 'Documents', genre: 'DOCUMENTS', largeur: 24 }, ref(), { cle: 'axeRef', titre: 'Référence de l’axe', genre: 'REF', largeur: 16, lecture: true },
    ],
  },
  {
    table: 'PILOTAGES', feuille: 'Pilotages',
    colonnes: [
      ...surFiche, { cle: 'role', titre: 'Rôle', genre: 'CHOIX', largeur: 12, requis: true, choix: { PILOTE: 'Pilote', PORTEUR: 'Porteur', PARTENAIRE: 'Partenaire' } }, texte('texte', 'Qui', 40, { requis: true, longueur: 20_000 }),
      { cle: 'organisme', titre: 'Organisme', genre: 'ORGANISME', largeur: 24 }, { cle: 'aDefinir', titre: 'À définir', genre: 'OUI_NON', largeur: 10, defaut: false },
    ],
  },
  {
    table: 'ETAPES', feuille: 'Étapes', synonymes: ['étape', 'actions', 'calendrier'],
    colonnes: [
      ...surFiche, texte('numero', 'Numéro', 10, { longueur: 20, synonymes: ['n°'] }), texte('titre', 'Titre', 40, { requis: true, synonymes: ['étape', 'intitulé', 'libellé'] }), long('description', 'Description'), ...periode, statut, ref(),
    ],
  },
  {
    table: 'INDICATEURS', feuille: 'Indicateurs', synonymes: ['indicateur'],
    colonnes: [
      ...surFiche, texte('libelle', 'Indicateur', 40, { requis: true, synonymes: ['libellé', 'intitulé'] }),
      {
        cle: 'nature', titre: 'Nature', genre: 'CHOIX', largeur: 14, defaut: 'NOMBRE',
        choix: { NOMBRE: 'Nombre', POURCENTAGE: 'Pourcentage', MONTANT: 'Montant', LIVRABLE: 'Livrable', PREVU_REALISE: 'Prévu et réalisé', QUALITATIF: 'Qualitatif', CARTE_DOCUMENT: 'Carte ou document' },
      },
      texte('unite', 'Unité', 12), { cle: 'evolution', titre: 'Et son évolution', genre: 'OUI_NON', largeur: 10, defaut: false },
      { cle: 'frequence', titre: 'Fréquence', genre: 'CHOIX', largeur: 14, choix: { MENSUELLE: 'Mensuelle', TRIMESTRIELLE: 'Trimestrielle', SEMESTRIELLE: 'Semestrielle', ANNUELLE: 'Annuelle', UNIQUE: 'Une fois' } },
      texte('sens', 'Sens', 12), nombre('reference', 'Valeur de départ'), texte('referenceTexte', 'Départ : quand, de quoi', 16), nombre('cible', 'Cible'), texte('cibleTexte', 'Cible en mots', 24), texte('source', 'Source à citer', 24, { synonymes: ['source'] }), texte('fournisseur', 'Qui la fournit', 24),
      texte('ventilation', 'Ventilation en mots', 24), { cle: 'ventilationGenre', titre: 'Ventilé par', genre: 'CHOIX', largeur: 14, choix: { COMMUNE: 'Commune', EMPLOYEUR: 'Employeur', TYPE: 'Type', AUTRE: 'Autre' } }, { cle: 'ventiles', titre: 'Parts de la ventilation', genre: 'LISTE', largeur: 24 },
      { cle: 'confirmation', titre: 'Valeurs confirmées par', genre: 'CHOIX', largeur: 14, choix: COTES }, long('note', 'Note'), { cle: 'etape', titre: 'Référence de l’étape', genre: 'REF', largeur: 16 }, { cle: 'origine', titre: 'Référence de la ligne d’origine', genre: 'REF', largeur: 16 }, ref(),
    ],
  },
  {
    table: 'CIBLES', feuille: 'Cibles', colonnes: [...surIndicateur, texte('periode', 'Période', 16, { requis: true }), date('debut', 'Début'), date('fin', 'Fin'), nombre('valeur', 'Cible'), texte('texte', 'Cible en mots', 24)],
  },
  {
    table: 'MESURES', feuille: 'Mesures', synonymes: ['valeurs'],
    colonnes: [
      ...surIndicateur, texte('periode', 'Période', 16, { requis: true, synonymes: ['année'] }), date('debut', 'Début'), date('fin', 'Fin'), nombre('valeur', 'Valeur'), nombre('valeurPrevue', 'Valeur prévue'), texte('texte', 'Valeur en mots', 24), texte('source', 'Source', 24), texte('ventilation', 'Part', 16),
      { cle: 'etat', titre: 'État', genre: 'CHOIX', largeur: 12, defaut: 'CONFIRMEE', choix: { CONFIRMEE: 'Confirmée', PROPOSEE: 'Proposée' } }, texte('motif', 'Raison de la proposition', 24), { cle: 'confirmeeLe', titre: 'Confirmée le', genre: 'INSTANT', largeur: 18 }, { cle: 'accords', titre: 'Accords', genre: 'ACCORDS', largeur: 24 },
    ],
  },
  {
    table: 'BUDGET', feuille: 'Budget', synonymes: ['financement', 'financements', 'plan de financement'],
    colonnes: [
      ...surFiche, { cle: 'annee', titre: 'Année', genre: 'ANNEE', largeur: 8 }, texte('financeur', 'Financeur', 24, { requis: true }), { cle: 'organisme', titre: 'Organisme', genre: 'ORGANISME', largeur: 24 }, texte('libelle', 'Libellé', 30),
      { ...nombre('prevu', 'Prévu (€)'), synonymes: ['prévu', 'montant prévu', 'budget prévisionnel'] }, { ...nombre('realise', 'Réalisé (€)'), synonymes: ['réalisé', 'montant réalisé', 'dépensé'] }, texte('source', 'Source', 24),
    ],
  },
  { table: 'LIENS', feuille: 'Liens', colonnes: [...surFiche, texte('libelle', 'Autre démarche', 40, { requis: true }), texte('precision', 'Précision', 30), texte('adresse', 'Adresse', 30, { longueur: 2_000 })] },
]

export function getTable(table: TableTableur): DefinitionTable {
  const trouvee = TABLES.find((definition) => definition.table === table)
  if (!trouvee) throw new Error(`unknown table ${table}`)
  return trouvee
}
