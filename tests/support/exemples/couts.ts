import { sur, type Exemples } from './exemple'

const valeurs = { montant: '48 000', valableDu: '', indicatif: true, source: 'Document d’essai, page 1' }
const champsReglage = {
  financeur: 'Financeur d’essai',
  nature: 'FORFAIT',
  valeur: '1 000',
  valableDu: '',
  valableAu: '',
  source: 'Document d’essai, page 2',
}
const champsMontant = { financeur: 'Financeur d’essai', prevu: '1 000', realise: '', note: '' }
const VIEILLE = 1_000_000
/** What a convention does not have. */
const AUCUN = 2_147_483_647

export const exemplesCouts: Exemples = {
  getCouts: (convention) => ({ convention }),
  createCout: (convention) => ({ convention, ...valeurs, valableDu: '2031-01-01' }),
  updateCout: sur((convention, { cout = AUCUN }) => ({ convention, cout, version: VIEILLE, ...valeurs })),
  removeCout: sur((convention, { cout = AUCUN }) => ({ convention, cout, version: VIEILLE })),
  createReglageFinancement: (convention) => ({ convention, ...champsReglage }),
  updateReglageFinancement: sur((convention, { reglage = AUCUN }) => ({
    convention,
    reglage,
    version: VIEILLE,
    ...champsReglage,
  })),
  removeReglageFinancement: sur((convention, { reglage = AUCUN }) => ({ convention, reglage, version: VIEILLE })),
  recordFinancement: sur((convention, { poste }) => ({ convention, annee: 2026, poste, ...champsMontant })),
  updateFinancement: sur((convention, { montant = AUCUN }) => ({
    convention,
    montant,
    version: VIEILLE,
    poste: null,
    ...champsMontant,
  })),
  removeFinancement: sur((convention, { montant = AUCUN }) => ({ convention, montant, version: VIEILLE })),
}
