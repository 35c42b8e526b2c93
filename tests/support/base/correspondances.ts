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
  {
    table: 'convention_organisme',
    colonne: 'signataire',
    devient: 'signataire',
    traduit: (valeur, lire) => (valeur === 'false' && !SANS_SIGNER.has(lire('ref') ?? '') ? null : valeur),
    pourquoi:
      '20261130003000_signature_inconnue: « false » was what stood where nothing was said, and becomes unknown; nobody chose it in that base (record 0051).',
  },
]
