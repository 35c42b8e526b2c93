import type { Exemples } from './exemple'

export const exemplesCalendrier: Exemples = {}
