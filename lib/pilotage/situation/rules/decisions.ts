/** What the next COPIL is asked to decide: its own decisions, all of them, the votes first. */
import type { DecisionLue, ReunionPrevue } from '@/lib/pilotage/situation/types/faits'

export interface DecisionsAttendues {
  /** The next planned COPIL; null when none is planned. */
  prochain: ReunionPrevue | null
  /** Decisions on its agenda, votes first. */
  inscrites: DecisionLue[]
  /** Awaited elsewhere, or of no planned COPIL. */
  autres: DecisionLue[]
}

/** What takes effect is voted first, then what is validated, settled, adjusted, undertaken. */
const NATURES = ['VALIDATION', 'ARBITRAGE', 'AJUSTEMENT', 'ENGAGEMENT'] as const
const rang = ({ effet, nature }: DecisionLue): number => (effet === null ? 1 + NATURES.indexOf(nature) : 0)

/**
 * Splits the decisions awaited between the next COPIL and the rest.
 * @param lues in the order of their meetings and of their agendas
 * @param prevues planned meetings of today or later, earliest first
 */
export function computeDecisions(lues: readonly DecisionLue[], prevues: readonly ReunionPrevue[]): DecisionsAttendues {
  const prochain = prevues.find(({ type }) => type === 'COPIL') ?? null
  const duProchain = ({ reunion }: DecisionLue) => reunion === prochain?.ref
  return {
    prochain,
    inscrites: lues.filter(duProchain).sort((a, b) => rang(a) - rang(b)),
    autres: lues.filter((decision) => !duProchain(decision)),
  }
}
