import type { CodeTheme } from '../words'

/** Whom a line of a schéma may name: a party of the convention, or a commune of its territory that is none. */
export interface PorteurPossible {
  /** id of the party; null for a commune that is none */
  organisme: number | null
  /** INSEE code, for a commune of the territory */
  commune: string | null
  /** A commune, whether its official code is known or not. */
  estCommune: boolean
  nom: string
}

export interface ThemePossible {
  code: CodeTheme
  nom: string
}
