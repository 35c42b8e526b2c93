/** What the parts of a breakdown add up to, exactly, when it makes sense to add them. */
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

const ADDITIVES: ReadonlySet<NatureIndicateur> = new Set(['NOMBRE', 'MONTANT', 'PREVU_REALISE'])
const ECHELLE = 4

/** Counts and amounts add up; percentages, answers and words never do. */
export const isAdditive = (nature: NatureIndicateur): boolean => ADDITIVES.has(nature)

/** '1.6' → 16000n: ten-thousandths, as PostgreSQL keeps them. */
function toUnites(decimal: string): bigint {
  const [entier = '0', reste = ''] = decimal.replace('-', '').split('.')
  const unites = BigInt(entier + reste.padEnd(ECHELLE, '0'))
  return decimal.startsWith('-') ? -unites : unites
}

function toDecimal(unites: bigint): string {
  const chiffres = String(unites < 0n ? -unites : unites).padStart(ECHELLE + 1, '0')
  const reste = chiffres.slice(-ECHELLE).replace(/0+$/, '')
  return `${unites < 0n ? '-' : ''}${chiffres.slice(0, -ECHELLE)}${reste ? `.${reste}` : ''}`
}

/** Exact sum of decimals written as text, with four decimals at most. */
export const sumDecimaux = (decimaux: readonly string[]): string =>
  toDecimal(decimaux.reduce((somme, un) => somme + toUnites(un), 0n))

export interface TotalVentile {
  /** null: some part is missing, or the parts do not add up */
  total: string | null
  /** parts without a value */
  manquantes: string[]
  additive: boolean
}

/**
 * The total of a breakdown at one period.
 * @param valeurs value of each part, as exact decimal text
 */
export function computeTotal(
  nature: NatureIndicateur,
  ventiles: readonly string[],
  valeurs: ReadonlyMap<string, string | null>,
): TotalVentile {
  const manquantes = ventiles.filter((ventile) => valeurs.get(ventile) == null)
  const additive = isAdditive(nature)
  const complet = additive && ventiles.length > 0 && manquantes.length === 0
  return {
    total: complet ? sumDecimaux(ventiles.map((ventile) => valeurs.get(ventile) ?? '0')) : null,
    manquantes,
    additive,
  }
}
