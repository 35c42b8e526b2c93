import type { Exemples } from './exemple'

export const exemplesContenu: Exemples = {}
