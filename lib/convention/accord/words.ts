/** Subjects on which a document may be silent, as people call them. */
export const NOMS_SUJET: Readonly<Record<string, string>> = {
  PERIODE: 'Période',
  SIGNATURE: 'Signature',
  PARTIES: 'Parties',
  DELIBERATIONS: 'Délibérations',
  TERRITOIRE: 'Territoire',
  GOUVERNANCE: 'Gouvernance',
  FREQUENCES: 'Fréquence des réunions',
  PLAN_ACTION: 'Plan d’action',
  INDICATEURS: 'Indicateurs',
  ETP: 'ETP',
  EQUIPEMENTS: 'Équipements',
  EVALUATION: 'Évaluation',
  BUDGET: 'Budget',
  REUNIONS: 'Réunions',
  FIN: 'Fin et renouvellement',
}

/** How signatories are counted. */
export const MOTS_SIGNATAIRE = { un: 'signataire', des: 'signataires', annonce: 'annoncé', connu: 'connu' }
