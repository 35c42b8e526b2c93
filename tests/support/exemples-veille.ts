import type { Exemples } from './exemple'

export const exemplesVeille: Exemples = {}
