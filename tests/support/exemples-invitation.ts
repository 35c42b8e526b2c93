import type { Exemples } from './exemple'

export const exemplesInvitation: Exemples = {}
