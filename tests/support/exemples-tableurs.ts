import type { Exemples } from './exemple'

export const exemplesTableurs: Exemples = {}
