import type { Exemples } from './exemple'

export const exemplesTournee: Exemples = {}
