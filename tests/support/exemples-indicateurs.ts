import type { Exemples } from './exemple'

export const exemplesIndicateurs: Exemples = {}
