import type { Exemples } from './exemple'

export const exemplesSuivi: Exemples = {}
