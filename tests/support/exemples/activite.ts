import { sur, type Exemples } from './exemple'

const VIEILLE = 1_000_000

export const exemplesActivite: Exemples = {
  getActivite: (convention) => ({ convention }),
  createActivite: sur((convention, { charge }) => ({
    convention,
    annee: 2026,
    mission: 1,
    charge,
    texte: 'Activité d’essai',
  })),
  updateActivite: sur((convention, { activite }) => ({
    convention,
    activite,
    version: VIEILLE,
    charge: null,
    texte: 'Activité d’essai',
  })),
  removeActivite: sur((convention, { activite }) => ({ convention, activite, version: VIEILLE })),
  recordBilanFonction: (convention) => ({
    convention,
    annee: 2026,
    version: VIEILLE,
    effets: 'Essai',
    objectifs: '',
    moyens: '',
    difficultes: '',
    suites: '',
  }),
}
