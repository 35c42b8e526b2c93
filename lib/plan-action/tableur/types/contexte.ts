import type { ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { IndexPlan } from '../rules/index-plan'
import type { LigneLue } from '../rules/lecture'
import type { PilotagePlan, PlanPlat } from '../rules/lignes'
import type { Repertoire } from '../rules/valeurs'
import type { BilanImport, Correspondance, LignePlate, TableTableur, VerdictLigne } from './tableur'

/** What an import knows of the convention before it reads a row. */
export interface ContexteImport {
  plan: PlanPlat
  repertoire: Repertoire
  periode: ContextePeriode
  /** sides that whoever imports speaks for */
  cotes: readonly string[]
  /** why a fiche may not be put off or abandoned by hand; null when it may */
  gesteReserve: string | null
}

/** What is to be written, by table; lists of pilotages are written whole. */
export interface Ecritures {
  creees: Record<TableTableur, LignePlate[]>
  changees: Record<TableTableur, LignePlate[]>
  pilotages: Map<string, PilotagePlan[]>
}

export interface Analyse {
  bilan: BilanImport
  ecritures: Ecritures
}

/** Where the reading of a file has come to. */
export interface EtatAnalyse {
  axes: IndexPlan
  fiches: IndexPlan
  indicateurs: IndexPlan
  ecritures: Ecritures
  verdicts: VerdictLigne[]
  lignes: LigneLue[]
  correspondance: Correspondance
  contexte: ContexteImport
}
