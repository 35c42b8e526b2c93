import type { Exemples } from './exemple'

export const exemplesReleve: Exemples = {}
