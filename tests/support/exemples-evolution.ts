import type { Exemples } from './exemple'

export const exemplesEvolution: Exemples = {}
