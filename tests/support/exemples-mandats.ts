import type { Exemples } from './exemple'

export const exemplesMandats: Exemples = {}
