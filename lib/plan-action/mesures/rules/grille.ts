/** Which row of a cell one types over, and who may say that it holds. */
import type { Cote } from '@/lib/plan-action/indicateurs/words'

export type EtatMesure = 'CONFIRMEE' | 'PROPOSEE'

/** What a person speaks for on a convention: the Caf, the coordination. Whoever administers speaks for nobody. */
export function listCotes(roles: readonly string[]): Cote[] {
  if (roles.includes('ADMINISTRATEUR')) return []
  return [
    ...(roles.includes('CONSEILLER_CAF') ? (['CAF'] as const) : []),
    ...(roles.includes('CHARGE_COOPERATION') ? (['COORDINATION'] as const) : []),
  ]
}

/** Whether what this person types holds at once, or is proposed to another side. */
export const isConfirmable = (confirmation: Cote | null, cotes: readonly Cote[]): boolean =>
  confirmation === null || cotes.includes(confirmation)

/**
 * The row of a cell that one types over: the value that holds, for whoever may say so; one’s proposal, for the others.
 * @param mesures rows of one cell, oldest first
 */
export function findCourante<M extends { etat: EtatMesure }>(mesures: readonly M[], confirmable: boolean): M | null {
  const [premier, second]: EtatMesure[] = confirmable ? ['CONFIRMEE', 'PROPOSEE'] : ['PROPOSEE', 'CONFIRMEE']
  return mesures.findLast(({ etat }) => etat === premier) ?? mesures.findLast(({ etat }) => etat === second) ?? null
}

/** What typing in a cell does to its rows. */
export type Geste = 'AJOUTER' | 'MODIFIER' | 'RETIRER' | 'RIEN'

/**
 * What happens to the row typed over.
 * @param vide nothing is left in the cell
 * @returns null: a value that another side confirmed is not emptied, another is proposed
 */
export function judgeGeste(
  courante: { etat: EtatMesure } | null,
  { vide, confirmable }: { vide: boolean; confirmable: boolean },
): Geste | null {
  if (courante === null) return vide ? 'RIEN' : 'AJOUTER'
  if (!confirmable && courante.etat === 'CONFIRMEE') return vide ? null : 'AJOUTER'
  return vide ? 'RETIRER' : 'MODIFIER'
}

/** Name of a cell: the indicator, the part of its breakdown, the period. */
export const buildCle = (indicateur: number, ventilation: string | null, periode: string): string =>
  `${indicateur}|${ventilation ?? ''}|${periode}`
