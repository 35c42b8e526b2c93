import type { ContextePeriode } from './rules-periode'
import type { IndexPlan } from './tableur-index'
import type { LigneLue } from './tableur-lecture'
import type { PilotagePlan, PlanPlat } from './tableur-lignes'
import type { Repertoire } from './tableur-valeurs'
import type { BilanImport, Correspondance, LignePlate, TableTableur, VerdictLigne } from './types-tableur'

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
