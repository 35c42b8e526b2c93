import type { Exemples } from './exemple'

export const exemplesEvolution: Exemples = {
  getEvolution: (convention) => ({ convention, depuis: '2026-01-01' }),
}
