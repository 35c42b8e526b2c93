import type { Exemples } from './exemple'

export const exemplesDecisions: Exemples = {}
