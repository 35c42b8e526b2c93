import { readFileSync } from 'node:fs'

/**
 * What migrations have renamed, reshaped or given up since the oldest lived-in base: the only differences that the
 * trial of an upgrade lets pass. A migration that moves something adds its line here, with why nobody loses anything.
 */
export interface Correspondance {
  /** table as the base names it */
  table: string
  /** column as the base names it; left out: the table itself */
  colonne?: string
  /** its name now; null: given up, for the reason said */
  devient: string | null
  /** what a value has become, in the text of PostgreSQL */
  traduit?: (valeur: string | null, lire: (colonne: string) => string | null) => string | null
  /** the migration, and why nothing that somebody wrote is lost */
  pourquoi: string
}

interface Correction {
  slug: string
  table: string
  colonne: string
  ancien: string | string[] | null
  nouveau: string | string[] | null
}

/** The conventions of that base that were delivered, by their id: the others are somebody’s own, copies among them. */
const LIVREES: Readonly<Record<string, string>> = {
  1: 'vallee-des-baux-alpilles',
  2: 'golfe-et-etangs',
  3: 'grand-chatellerault',
  4: 'provence-alpes-agglomeration',
  5: 'val-aigo',
}

/** What was corrected of the dossiers that are delivered: the migration holds each value, before and after. */
function listCorrections(): Correspondance[] {
  const sql = readFileSync('prisma/migrations/20261130003200_corrections_livrees/migration.sql', 'utf8')
  const corrections = JSON.parse(/\$corrections\$([\s\S]*?)\$corrections\$/.exec(sql)?.[1] ?? '[]') as Correction[]
  const plat = (valeur: string) => valeur.replace(/[ \u00A0\u202F]+/g, ' ')
  const champs = new Map(corrections.map((c) => [`${c.table}.${c.colonne}`, c]))
  return [...champs.values()].map(({ table, colonne, ancien }) => ({
    table,
    colonne,
    devient: Array.isArray(ancien) ? null : colonne,
    traduit: (valeur, lire) => {
      const slug = LIVREES[lire(table === 'convention' ? 'id' : 'convention_id') ?? '']
      const corrige = corrections.find(
        (c) =>
          c.slug === slug &&
          c.table === table &&
          c.colonne === colonne &&
          valeur !== null &&
          typeof c.ancien === 'string' &&
          plat(c.ancien) === plat(valeur),
      )
      return corrige ? (corrige.nouveau as string | null) : valeur
    },
    pourquoi:
      '20261130003200_corrections_livrees: the value delivered is corrected where it stood, and what somebody wrote is kept (record 0051).',
  }))
}

/** Organismes that a delivered document says do not sign: the only ones of that base of which « false » was said. */
const SANS_SIGNER = new Set([
  'conseil-departemental',
  'dsden-sdjes',
  'belle-maquette',
  'modele-la-foret',
  'association-exemple',
  'operateur-factice',
])

export const CORRESPONDANCES: readonly Correspondance[] = [
  ...listCorrections(),
  {
    table: 'convention_organisme',
    colonne: 'signataire',
    devient: 'signataire',
    traduit: (valeur, lire) => (valeur === 'false' && !SANS_SIGNER.has(lire('ref') ?? '') ? null : valeur),
    pourquoi:
      '20261130003000_signature_inconnue: « false » was what stood where nothing was said, and becomes unknown; nobody chose it in that base (record 0051).',
  },
]
