import type { Exemples } from './exemple'

export const exemplesArbre: Exemples = {}
