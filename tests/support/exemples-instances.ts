import type { Exemples } from './exemple'

export const exemplesInstances: Exemples = {}
