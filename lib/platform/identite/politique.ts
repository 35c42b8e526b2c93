/**
 * Who may do what, as data: role × operation → reach. Read by the query and action builders, by
 * the interface (to offer only what will be accepted), and by the test that walks the whole matrix.
 * PostgreSQL’s row-level security says the same a second time, with other words.
 */

export const TYPES_ROLE = [
  'ADMINISTRATEUR',
  'CONSEILLER_CAF',
  'CHARGE_COOPERATION',
  'PILOTE',
  'ELU',
  'LECTEUR',
] as const
export type TypeRole = (typeof TYPES_ROLE)[number]

/** OUI: on every object of the convention. SIENNE: only on the fiches this person leads. */
export type Reach = 'OUI' | 'SIENNE' | 'NON'

const partout = {
  ADMINISTRATEUR: 'OUI',
  CONSEILLER_CAF: 'OUI',
  CHARGE_COOPERATION: 'OUI',
  PILOTE: 'OUI',
  ELU: 'OUI',
  LECTEUR: 'OUI',
} as const
const coordination = {
  ADMINISTRATEUR: 'OUI',
  CONSEILLER_CAF: 'OUI',
  CHARGE_COOPERATION: 'OUI',
  PILOTE: 'NON',
  ELU: 'NON',
  LECTEUR: 'NON',
} as const
const avecPilote = { ...coordination, PILOTE: 'SIENNE' } as const
const caf = { ...coordination, CHARGE_COOPERATION: 'NON' } as const
/** The two who lead the instances together: nobody administers in their place. */
const coanimation = { ...coordination, ADMINISTRATEUR: 'NON' } as const
const administration = { ...caf, CONSEILLER_CAF: 'NON' } as const

export const POLITIQUE = {
  /** one’s own conventions, portfolio, search: each sees what their roles reach */
  'portefeuille.lire': partout,
  'convention.lire': partout,
  'gouvernance.lire': partout,
  /** one’s own account: settings of the digest, subscription to the calendar */
  'compte.regler': partout,
  /** what a subscribed calendar program reads */
  'calendrier.lire': partout,
  /** what the digest reads in a person’s name */
  'veille.envoyer': partout,
  'plan.lire': partout,
  'etp.lire': partout,
  'journal.lire': coordination,
  'dossier.exporter': coordination,
  /** what is due and who was told: the work of those who coordinate */
  'veille.lire': coordination,
  'instance.ecrire': coordination,
  'reunion.ecrire': coordination,
  'decision.ecrire': coordination,
  'releve.ecrire': coordination,
  'releve.valider': coanimation,
  'mandat.ecrire': coordination,
  'fiche.ecrire': avecPilote,
  /** the tree of the plan, who leads, what is measured, its versions, what comes in by spreadsheet */
  'plan.ecrire': coordination,
  'commentaire.ecrire': avecPilote,
  /** each side appraises for itself */
  'appreciation.ecrire': coanimation,
  /** one’s own saved views of a plan */
  'vue.regler': partout,
  /** links for people without an account, and what they propose */
  'fiche.inviter': coordination,
  'schema.ecrire': coordination,
  /** the calendar by which a Caf asks for the declarations: its advisers keep it */
  'afas.regler': caf,
  'reserve.lever': coordination,
  'dossier.importer': caf,
  'utilisateur.administrer': administration,
} as const satisfies Record<string, Record<TypeRole, Reach>>

export type Operation = keyof typeof POLITIQUE

const SANS_ROLE: ReadonlySet<string> = new Set([
  'portefeuille.lire',
  'compte.regler',
  'calendrier.lire',
  'veille.envoyer',
])

export const isOperation = (nom: string): nom is Operation => Object.hasOwn(POLITIQUE, nom)

/**
 * Widest reach that these roles give for this operation.
 * @param roles role types held on the object’s convention, or anywhere for an operation without convention
 */
export function computeReach(operation: Operation, roles: readonly TypeRole[]): Reach {
  // Whoever is signed in has an account and a list of conventions, be it empty: someone newly invited is told so.
  if (SANS_ROLE.has(operation)) return 'OUI'
  const portees = roles.map((role): Reach => POLITIQUE[operation][role])
  return portees.includes('OUI') ? 'OUI' : portees.includes('SIENNE') ? 'SIENNE' : 'NON'
}
