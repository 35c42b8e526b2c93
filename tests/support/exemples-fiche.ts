import type { Exemples } from './exemple'

export const exemplesFiche: Exemples = {}
