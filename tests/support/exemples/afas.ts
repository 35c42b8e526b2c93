import { sur, type Exemples } from './exemple'

const VIEILLE = 1_000_000
const parts = { PETITE_ENFANCE: '40', ENFANCE_JEUNESSE: '30', PARENTALITE: '20', DROITS_VIE_SOCIALE: '10', GLOBAL: '' }
const echeance = { annee: 2026, libelle: 'Échéance d’essai', date: '2027-03-31', source: '' }

export const exemplesAfas: Exemples = {
  getAfas: (convention) => ({ convention }),
  recordRepartition: sur((convention, { charge }) => ({ convention, annee: 2026, charge, version: VIEILLE, parts })),
  importRepartitions: (convention) => ({ convention, annee: 2031 }),
  createEcheance: (convention) => ({ convention, ...echeance }),
  updateEcheance: (convention, { echeance: id }) => ({ convention, echeance: id, version: VIEILLE, ...echeance }),
  removeEcheance: (convention, { echeance: id }) => ({ convention, echeance: id, version: VIEILLE }),
}
