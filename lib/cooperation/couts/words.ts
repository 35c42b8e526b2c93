import type { NatureFinancement } from './types'

/** How a co-financing is counted, in words. */
export const MOTS_NATURE: Readonly<Record<NatureFinancement, string>> = {
  TAUX: 'taux du coût',
  MONTANT_PAR_ETP: 'montant par ETP et par an',
  FORFAIT: 'forfait annuel',
}
