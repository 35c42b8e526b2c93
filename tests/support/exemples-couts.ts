import { sur, type Exemples } from './exemple'

const cout = { montant: '48 000', valableDu: '', indicatif: true, source: 'Document d’essai, page 1' }
const reglage = { financeur: 'Financeur d’essai', nature: 'FORFAIT', valeur: '1 000', valableDu: '', valableAu: '', source: 'Document d’essai, page 2' }
const montant = { financeur: 'Financeur d’essai', prevu: '1 000', realise: '', note: '' }
const VIEILLE = 1_000_000

export const exemplesCouts: Exemples = {
  getCouts: (convention) => ({ convention }),
  createCout: (convention) => ({ convention, ...cout, valableDu: '2031-01-01' }),
  updateCout: (convention) => ({ convention, cout: 1, version: VIEILLE, ...cout }),
  removeCout: (convention) => ({ convention, cout: 1, version: VIEILLE }),
  createReglageFinancement: (convention) => ({ convention, ...reglage }),
  updateReglageFinancement: (convention) => ({ convention, reglage: 1, version: VIEILLE, ...reglage }),
  removeReglageFinancement: (convention) => ({ convention, reglage: 1, version: VIEILLE }),
  recordFinancement: sur((convention, { poste }) => ({ convention, annee: 2026, poste, ...montant })),
  updateFinancement: sur((convention, { poste }) => ({ convention, montant: 1, version: VIEILLE, poste, ...montant })),
  removeFinancement: (convention) => ({ convention, montant: 1, version: VIEILLE }),
}
