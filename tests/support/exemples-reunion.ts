import type { Exemples } from './exemple'

export const exemplesReunion: Exemples = {}
