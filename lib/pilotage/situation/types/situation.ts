/** What is true of a convention at a date: computed once, read by every screen, message, export and API. */
import type { PhaseConvention } from '@/lib/convention/phase/rules/suivi'
import type { InstanceSuivie } from '@/lib/gouvernance/frequence/types'
import type { ComptesFrequence } from '@/lib/gouvernance/frequence/rules/resume'
import type { Signal } from '@/lib/pilotage/veille/rules/faits'
import type { DateCivile } from '@/lib/platform/dates'
import type { AvancementPlan } from '../rules/avancement'
import type { Chiffre } from '../rules/chiffres'
import type { DecisionsAttendues } from '../rules/decisions'
import type { Echeance } from '../rules/echeances'
import type { EtpCopil } from '../rules/etp'
import type { PhrasesSituation } from '../rules/phrases'
import type { ConventionLue, ManquesLus } from './faits'

/** Who reads a convention alike: for the Caf, for the pair Caf–coordination, for all who read it (`app.audience_situation`). */
export type Audience = 'TOUS' | 'PAIRE' | 'CAF'

export interface Situation {
  /** The day it is true of. */
  jour: DateCivile
  convention: ConventionLue & {
    slug: string
    nom: string
    demonstration: boolean
    debut: DateCivile | null
    fin: DateCivile | null
    phase: PhaseConvention
    /** Where it stands in its time, in words. */
    phaseTexte: string
    /** Its dates in words, or its period as written. */
    duree: string | null
  }
  /** The year that indicators are counted for. */
  annee: number
  phrases: PhrasesSituation
  chiffres: { instances: Chiffre; actions: Chiffre; indicateurs: Chiffre; etp: Chiffre }
  instances: InstanceSuivie[]
  frequences: ComptesFrequence
  decisions: DecisionsAttendues
  etp: EtpCopil | null
  plan: AvancementPlan | null
  manques: ManquesLus
  echeances: Echeance[]
  /** What changed since the last COPIL held: its first sentences, and how many there are. */
  evolution: { quand: string; phrases: string[]; nombre: number; vide: string }
  /** All that is due, late or at risk, gravest first, whoever is to act: a screen keeps what is for its reader. */
  signaux: Signal[]
}
