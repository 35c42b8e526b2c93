import { sur, type Exemples } from './exemple'

export const exemplesReleve: Exemples = {
  getReleve: sur((convention, { reunionRef }) => ({ convention, reunion: reunionRef })),
  prepareReleve: sur((convention, { reunion }) => ({ convention, reunion, version: 0 })),
  submitReleve: sur((convention, { releve }) => ({ convention, releve, version: 0 })),
  reopenReleve: sur((convention, { releve }) => ({
    convention,
    releve,
    version: 0,
    motif: 'Une décision a été oubliée.',
  })),
  validateReleve: sur((convention, { releve }) => ({ convention, releve, version: 0, cote: 'COORDINATION' })),
  correctReleve: sur((convention, { releve }) => ({
    convention,
    releve,
    version: 0,
    motif: 'Le nom du responsable était faux.',
  })),
}
