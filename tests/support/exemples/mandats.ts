import { sur, type Exemples } from './exemple'

export const exemplesMandats: Exemples = {
  getMandats: (convention) => ({ convention, page: 1 }),
  getCloture: sur((convention, { membre }) => ({ convention, siege: membre })),
  closeMandats: sur((convention, { membre }) => ({
    convention,
    fin: '2026-12-31',
    motif: 'Élections municipales',
    sieges: [{ membre, version: 1_000_000, reprise: 'A_DESIGNER', nom: '', fonction: '' }],
  })),
  reopenMandats: (convention) => ({ convention, cloture: 2_147_483_647 }),
}
