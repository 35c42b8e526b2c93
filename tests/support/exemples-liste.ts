import type { Exemples } from './exemple'

export const exemplesListe: Exemples = {}
