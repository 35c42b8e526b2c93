/** What the list of conventions is made of. */
import type { DateCivile } from '@/lib/platform/dates'

/** A convention of the portfolio: who it is; what is true of it is its situation. */
export interface ConventionListee {
  id: number
  slug: string
  nom: string
  demonstration: boolean
  caf: string
  departement: string | null
  territoire: string
  debut: DateCivile | null
  fin: DateCivile | null
  /** Who coordinates it, as far as who asks may know their colleagues. */
  coordination: string[]
  /** The roles that who asks holds there, and the fiches they lead: none for who only administers. */
  roles: string[]
  fichesPilotees: number[]
}

export interface ComptesPortefeuille {
  toutes: number
  'en-cours': number
  'fin-proche': number
  terminees: number
  'dates-inconnues': number
}

export interface LignePortefeuille {
  comptes: ComptesPortefeuille
  cafs: { id: number; nom: string }[]
  departements: { code: string; nom: string }[]
  conventions: ConventionListee[]
  /** How many answer every filter the database knows. */
  filtrees: number
}
