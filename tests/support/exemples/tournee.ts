import { sur, type Exemples } from './exemple'

export const exemplesTournee: Exemples = {
  getTournee: () => ({}),
  recordRevue: sur((convention, { fiche }) => ({ convention, fiche })),
}
