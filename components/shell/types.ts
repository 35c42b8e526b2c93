import type { Tone } from '@/components/ui/tokens'

/** One line of the side navigation. */
export type NavItem = {
  label: string
  href: string
  /** Quiet figure at the right ("18", "3,1"), and what it counts, for those who listen. */
  count?: string | number
  countLabel?: string
  /** A state that asks for attention ("1 retard"). */
  badge?: { tone: Tone; texte: string }
  /** Current only at this very address, not below it. */
  exact?: boolean
  /** Other addresses of the same section. */
  aussi?: string[]
}

/** A group of lines under a small title. */
export type NavGroup = { titre?: string; items: NavItem[] }

/** Who is signed in, as shown; professional identity only. */
export type ShellUser = {
  nom: string
  /** Roles in words ("Élue référente, Saint-Rémy-de-Provence"); the first is shown in the bar. */
  roles: string[]
}

/** One answer of the search. */
type SearchResult = { titre: string; sousTitre?: string; href: string }

/** Answers of one kind ("Fiches-actions"). */
export type SearchGroup = { titre: string; resultats: SearchResult[] }

/** Looks for a text over what the person may see; throws or rejects when it cannot. */
export type SearchFunction = (texte: string) => Promise<SearchGroup[]>
