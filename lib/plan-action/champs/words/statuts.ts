/** The statuses of a fiche and of an étape: their list, in the order people read them, and their words. Feminine, both. */

/** As a choice, or at the head of a row. */
export const LABELS_STATUT = {
  A_ENGAGER: 'À engager',
  EN_COURS: 'En cours',
  REALISEE: 'Réalisée',
  REPORTEE: 'Reportée',
  ABANDONNEE: 'Abandonnée',
  A_PRECISER: 'À préciser',
} as const

export type StatutFiche = keyof typeof LABELS_STATUT

export const STATUTS = Object.keys(LABELS_STATUT) as [StatutFiche, ...StatutFiche[]]

/** What is not known of a status. */
export const STATUT_INCONNU = 'A_PRECISER' satisfies StatutFiche

const fromLabels = (mot: (label: string) => string): Record<StatutFiche, string> => {
  const mots = STATUTS.map((statut): [StatutFiche, string] => [statut, mot(LABELS_STATUT[statut])])
  return Object.fromEntries(mots) as Record<StatutFiche, string>
}

/** In a sentence: « elle est en cours ». */
export const MOTS_STATUT_PHRASE = fromLabels((label) => label.toLowerCase())

/** Of several: « deux fiches réalisées ». */
export const MOTS_STATUT_PLURIEL = fromLabels((label) => (label.endsWith('ée') ? `${label}s` : label).toLowerCase())

/** '1 réalisée', '2 réalisées', '3 en cours'. */
export const formatCompteStatut = (nombre: number, statut: StatutFiche): string =>
  `${nombre} ${nombre < 2 ? MOTS_STATUT_PHRASE[statut] : MOTS_STATUT_PLURIEL[statut]}`

/** Other words for a status in somebody’s spreadsheet, folded. */
const TOLERES: Record<StatutFiche, readonly string[]> = {
  A_ENGAGER: [
    'a lancer',
    'a demarrer',
    'non demarre',
    'non demarree',
    'non commence',
    'non commencee',
    'a faire',
    'a venir',
  ],
  EN_COURS: ['engage', 'engagee', 'en cours de realisation', 'commence', 'commencee', 'demarre', 'demarree'],
  REALISEE: ['realise', 'fait', 'faite', 'termine', 'terminee', 'acheve', 'achevee'],
  REPORTEE: ['reporte', 'differe', 'differee'],
  ABANDONNEE: ['abandonne', 'annule', 'annulee'],
  A_PRECISER: ['inconnu', 'non precise', 'a definir'],
}

export const STATUTS_TOLERES: Readonly<Record<string, StatutFiche>> = Object.fromEntries(
  STATUTS.flatMap((statut) => TOLERES[statut].map((mots) => [mots, statut])),
)
