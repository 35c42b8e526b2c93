import type { Exemples } from './exemple'

export const exemplesVues: Exemples = {
  getVuesEtp: (convention) => ({ convention }),
}
