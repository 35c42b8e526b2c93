/** What the rows of each table are called in a sentence, and where they hang. */

export interface NomObjet {
  /** with its article: « la fiche » */
  nom: string
  /** of several: « fiches » */
  pluriel: string
  /** the columns that name one, the first known ones of each */
  propre?: readonly string[]
  /** the row that names it, by columns to follow, where no column of its own does */
  par?: readonly string[]
  /** the rows it hangs on, by columns to follow: the first known is told */
  dans?: readonly (readonly string[])[]
}

const FICHE = [['fiche_action_id']] as const
const INSTANCE = [['instance_id']] as const
const REUNION = [['reunion_id']] as const
const SCHEMA = [['schema_id']] as const

const CONVENTION: Readonly<Record<string, NomObjet>> = {
  convention: { nom: 'la convention', pluriel: 'conventions' },
  organisme: { nom: 'l’organisme', pluriel: 'organismes', propre: ['nom'] },
  convention_organisme: { nom: 'la partie', pluriel: 'parties', propre: ['nom'] },
  representant: { nom: 'le représentant', pluriel: 'représentants', propre: ['nom'], dans: [['organisme_id']] },
  deliberation: { nom: 'la délibération', pluriel: 'délibérations', propre: ['date'], dans: [['organisme_id']] },
  territoire_epci: { nom: 'l’EPCI du territoire', pluriel: 'EPCI du territoire', propre: ['nom'] },
  territoire_commune: { nom: 'la commune du territoire', pluriel: 'communes du territoire', propre: ['nom'] },
  avenant: { nom: 'l’avenant', pluriel: 'avenants', propre: ['objet'] },
  enjeu: { nom: 'l’enjeu', pluriel: 'enjeux', propre: ['texte'] },
  clause: { nom: 'la clause', pluriel: 'clauses', propre: ['titre'] },
  annexe: { nom: 'l’annexe', pluriel: 'annexes', propre: ['titre'] },
  chiffre_cle: { nom: 'le chiffre clé', pluriel: 'chiffres clés', propre: ['libelle'] },
  lacune: { nom: 'le silence du document', pluriel: 'silences du document', propre: ['raison'] },
  reserve: { nom: 'la lecture à confirmer', pluriel: 'lectures à confirmer', propre: ['raison'] },
  jalon: { nom: 'le jalon', pluriel: 'jalons', propre: ['titre'] },
  document: { nom: 'le document', pluriel: 'documents', propre: ['titre'] },
  equipement: { nom: 'l’équipement', pluriel: 'équipements', propre: ['nom'] },
  nature_equipement: { nom: 'la nature d’équipement', pluriel: 'natures d’équipement', propre: ['nom'] },
  evaluation: { nom: 'l’évaluation', pluriel: 'évaluations', propre: ['objet'] },
}

const GOUVERNANCE: Readonly<Record<string, NomObjet>> = {
  instance: { nom: 'l’instance', pluriel: 'instances', propre: ['nom'] },
  membre: { nom: 'le membre', pluriel: 'membres', propre: ['libelle'], dans: INSTANCE },
  competence: { nom: 'le réglage de qui décide', pluriel: 'réglages de qui décide', dans: INSTANCE },
  regle_frequence: { nom: 'la règle de fréquence', pluriel: 'règles de fréquence', dans: INSTANCE },
  reunion: { nom: 'la réunion', pluriel: 'réunions', propre: ['date'], dans: INSTANCE },
  serie_reunion: { nom: 'la série de réunions', pluriel: 'séries de réunions', propre: ['libelle'], dans: INSTANCE },
  derogation: { nom: 'la dérogation', pluriel: 'dérogations', dans: REUNION },
  presence: { nom: 'la présence', pluriel: 'présences', par: ['membre_id'], dans: REUNION },
  point_ordre_du_jour: {
    nom: 'le point d’ordre du jour',
    pluriel: 'points d’ordre du jour',
    propre: ['titre'],
    dans: REUNION,
  },
  decision: { nom: 'la décision', pluriel: 'décisions', propre: ['texte'], dans: [['point_id', 'reunion_id']] },
  releve: { nom: 'le relevé de décisions', pluriel: 'relevés de décisions', dans: REUNION },
  validation_releve: {
    nom: 'la validation du relevé de décisions',
    pluriel: 'validations de relevés de décisions',
    dans: [['releve_id', 'reunion_id']],
  },
}

const PLAN: Readonly<Record<string, NomObjet>> = {
  plan_action: { nom: 'le plan d’action', pluriel: 'plans d’action' },
  axe: { nom: 'l’axe', pluriel: 'axes', propre: ['titre'] },
  version_plan: { nom: 'la version du plan', pluriel: 'versions du plan', propre: ['libelle'] },
  fiche_action: { nom: 'la fiche', pluriel: 'fiches', propre: ['titre'] },
  etape: { nom: 'l’étape', pluriel: 'étapes', propre: ['titre'], dans: FICHE },
  appreciation: { nom: 'l’appréciation', pluriel: 'appréciations', dans: FICHE },
  commentaire: { nom: 'le commentaire', pluriel: 'commentaires', dans: FICHE },
  mention: {
    nom: 'la mention',
    pluriel: 'mentions',
    par: ['utilisateur_id'],
    dans: [['commentaire_id', 'fiche_action_id']],
  },
  invitation_fiche: { nom: 'le lien d’invitation', pluriel: 'liens d’invitation', propre: ['nom'], dans: FICHE },
  contribution_fiche: {
    nom: 'la proposition par invitation',
    pluriel: 'propositions par invitation',
    propre: ['nom'],
    dans: FICHE,
  },
  indicateur: {
    nom: 'l’indicateur',
    pluriel: 'indicateurs',
    propre: ['libelle'],
    dans: [['fiche_action_id'], ['etape_id', 'fiche_action_id']],
  },
  mesure: { nom: 'la valeur', pluriel: 'valeurs', propre: ['periode_texte'], dans: [['indicateur_id']] },
  cible_indicateur: { nom: 'la cible', pluriel: 'cibles', propre: ['periode_texte'], dans: [['indicateur_id']] },
  accord_mesure: {
    nom: 'l’accord',
    pluriel: 'accords sur une valeur',
    par: ['organisme_id'],
    dans: [['mesure_id', 'indicateur_id']],
  },
  pilotage: { nom: 'le responsable', pluriel: 'pilotes, porteurs ou partenaires', propre: ['texte'], dans: FICHE },
  fiche_theme: { nom: 'la thématique', pluriel: 'thématiques', propre: ['theme_code'], dans: FICHE },
  fiche_commune: { nom: 'la commune', pluriel: 'communes', par: ['commune_id'], dans: FICHE },
  ligne_budget: { nom: 'la ligne de budget', pluriel: 'lignes de budget', propre: ['financeur'], dans: FICHE },
  lien_fiche: { nom: 'le lien', pluriel: 'liens', propre: ['libelle'], dans: FICHE },
  fiche_document: { nom: 'le document', pluriel: 'documents', par: ['document_id'], dans: FICHE },
}

const COOPERATION: Readonly<Record<string, NomObjet>> = {
  schema_cooperation: { nom: 'le schéma de coopération', pluriel: 'schémas de coopération', propre: ['libelle'] },
  affectation: { nom: 'la ligne d’ETP', pluriel: 'lignes d’ETP', propre: ['libelle'], dans: SCHEMA },
  croisement: {
    nom: 'la case du tableau croisé',
    pluriel: 'cases du tableau croisé',
    par: ['porteur_id'],
    dans: SCHEMA,
  },
  developpement: { nom: 'le développement d’ETP', pluriel: 'développements d’ETP', propre: ['libelle'], dans: SCHEMA },
  poste: { nom: 'le poste', pluriel: 'postes', propre: ['intitule'] },
  poste_theme: { nom: 'la thématique', pluriel: 'thématiques', propre: ['theme_code'], dans: [['poste_id']] },
  poste_mission: { nom: 'la mission', pluriel: 'missions', par: ['mission_id'], dans: [['poste_id']] },
  charge_cooperation: { nom: 'la personne', pluriel: 'personnes', propre: ['nom'] },
  occupation: { nom: 'l’occupation', pluriel: 'occupations', par: ['charge_id'], dans: [['poste_id']] },
  homonyme: {
    nom: 'la réponse sur deux personnes de même nom',
    pluriel: 'réponses sur des personnes de même nom',
    par: ['charge_id'],
  },
  absence: {
    nom: 'l’absence',
    pluriel: 'absences',
    par: ['occupation_id', 'charge_id'],
    dans: [['occupation_id', 'poste_id']],
  },
  cout_etp: { nom: 'le coût par ETP', pluriel: 'coûts par ETP', propre: ['source'] },
  reglage_financement: { nom: 'le réglage de financement', pluriel: 'réglages de financement', propre: ['financeur'] },
  financement: { nom: 'le financement', pluriel: 'financements', propre: ['financeur'], dans: [['poste_id']] },
  repartition_afas: { nom: 'la répartition AFAS', pluriel: 'répartitions AFAS', par: ['charge_id'] },
  activite_mission: { nom: 'l’activité', pluriel: 'activités', par: ['mission_id'] },
  bilan_fonction: { nom: 'le bilan de la fonction', pluriel: 'bilans de la fonction' },
  mission_cooperation: { nom: 'la mission de coopération', pluriel: 'missions de coopération', propre: ['texte'] },
  mission_reference: { nom: 'la mission', pluriel: 'missions', propre: ['texte'] },
}

const PERSONNES: Readonly<Record<string, NomObjet>> = {
  utilisateur: { nom: 'la personne', pluriel: 'personnes', propre: ['nom'] },
  role: { nom: 'le rôle', pluriel: 'rôles', par: ['utilisateur_id'] },
}

/** Every table that a sentence may name: those that are journaled, and those that their rows lead to. */
export const NOMS: Readonly<Record<string, NomObjet>> = {
  ...CONVENTION,
  ...GOUVERNANCE,
  ...PLAN,
  ...COOPERATION,
  ...PERSONNES,
}

/** Columns that name a row, wherever it is told. */
export const COLONNES_NOM: readonly string[] = [
  ...new Set([
    ...Object.values(NOMS).flatMap(({ propre = [] }) => propre),
    ...['numero', 'titre_court', 'prenom', 'civilite', 'annee', 'type', 'etat', 'role', 'cote', 'unite', 'visibilite'],
    ...['fonction', 'systeme', 'numero_version', 'ventilation'],
  ]),
]
