import { sur, type Exemples } from './exemple'

const REGLE = { mode: 'MINIMUM', minimum: '1', periode: 'AN_CIVIL' } as const

export const exemplesInstances: Exemples = {
  getNouvelleInstance: (convention) => ({ convention }),
  getEditionInstance: sur((convention, { instanceRef }) => ({ convention, instance: instanceRef })),
  checkRegleProjet: sur((convention, { instance }) => ({
    convention,
    instance,
    geste: 'CHANGER',
    ...REGLE,
    aPartirDu: '1/1/2028',
  })),
  createInstance: (convention) => ({ convention, type: 'SEMINAIRE', nom: 'Séminaire d’essai' }),
  updateInstance: sur((convention, { instance }) => ({
    convention,
    instance,
    version: 1_000_000,
    type: 'COPIL',
    nom: 'Comité de pilotage',
  })),
  updateMissions: sur((convention, { instance }) => ({
    convention,
    instance,
    version: 1_000_000,
    missions: ['Suit le plan'],
    competences: [],
  })),
  removeInstance: sur((convention, { instance }) => ({ convention, instance, version: 1_000_000 })),
  createRegle: sur((convention, { instance }) => ({
    convention,
    instance,
    version: 1_000_000,
    ...REGLE,
    aPartirDu: '1/1/2028',
  })),
  updateRegle: sur((convention, { instance }) => ({ convention, instance, version: 1_000_000, regle: 1, ...REGLE })),
  removeRegle: sur((convention, { instance }) => ({ convention, instance, version: 1_000_000, regle: 1 })),
  createMembre: sur((convention, { instance }) => ({
    convention,
    instance,
    libelle: 'Le collège',
    voix: 'CONSULTATIVE',
  })),
  updateMembre: sur((convention, { membre }) => ({ convention, membre, version: 1_000_000, libelle: 'La Caf' })),
  removeMembre: sur((convention, { membre }) => ({ convention, membre, version: 1_000_000 })),
}
