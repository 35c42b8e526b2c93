import type { Exemples } from './exemple'

export const exemplesVeille: Exemples = {
  getVeille: (convention) => ({ convention }),
  getReglageVeille: () => ({}),
  updateReglageVeille: () => ({ frequence: 'HEBDOMADAIRE', jour: 2, version: 0 }),
  recordEnvoi: () => ({ jour: '2026-12-07' }),
  // A day on which nothing was written down: no mail server is asked.
  closeEnvoi: () => ({ jour: '2026-12-08', abandon: false }),
}
