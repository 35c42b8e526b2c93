import type { Gravite } from '@/lib/pilotage/veille/rules/faits'
import type { DateCivile } from '@/lib/platform/dates'

/** One thing that waits, on one line. */
export interface LigneAFaire {
  cle: string
  gravite: Gravite
  convention: { slug: string; nom: string }
  objet: string
  /** Why, in one sentence. */
  phrase: string
  echeance: DateCivile | null
  quand: string | null
  geste: string
  href: string
}

export interface VueAFaire {
  today: DateCivile
  lignes: LigneAFaire[]
  comptes: Record<Gravite, number>
  /** Of those, how many are on this page; the rest is on the others. */
  total: number
  page: number
  pages: number
  /** The one convention that is asked for; null for all of them. */
  convention: { slug: string; nom: string } | null
  /** Conventions with something that waits, most first. */
  conventions: { slug: string; nom: string; nombre: number }[]
  /** What others changed since this person last came; null when they never came before. */
  visite: { quand: string; changements: { slug: string; nom: string; nombre: number }[] } | null
}
