import { sur, type Exemples } from './exemple'

const champs = {
  affectation: null,
  intitule: 'Poste d’essai',
  quotite: '0,5',
  mode: 'DIRECT',
  themes: ['PARENTALITE'],
  missions: [1],
  note: '',
}
const VIEILLE = 1_000_000

export const exemplesPostes: Exemples = {
  createPoste: sur((convention, { schema }) => ({ convention, schema, ...champs })),
  updatePoste: sur((convention, { poste }) => ({ convention, poste, version: VIEILLE, ...champs })),
  removePoste: sur((convention, { poste }) => ({ convention, poste, version: VIEILLE })),
  createOccupation: sur((convention, { poste }) => ({
    convention,
    poste,
    version: VIEILLE,
    charge: null,
    nom: 'Personne d’essai',
    email: '',
    quotite: '0,1',
    debut: '2026-01-05',
    fin: '',
    remplace: null,
  })),
  updateOccupation: sur((convention, { occupation }) => ({
    convention,
    occupation,
    version: VIEILLE,
    quotite: '0,1',
    debut: '2026-01-05',
    fin: '',
  })),
  updateQuotiteOccupation: sur((convention, { occupation }) => ({
    convention,
    occupation,
    version: VIEILLE,
    quotite: '0,1',
    date: '2026-06-01',
  })),
  recordHomonyme: sur((convention) => ({ convention, charge: VIEILLE, autre: VIEILLE + 1, meme: true })),
  removeOccupation: sur((convention, { occupation }) => ({ convention, occupation, version: VIEILLE })),
  createAbsence: sur((convention, { occupation }) => ({
    convention,
    occupation,
    version: VIEILLE,
    debut: '2026-06-01',
    fin: '2026-06-30',
  })),
  updateAbsence: sur((convention, { occupation }) => ({
    convention,
    occupation,
    version: VIEILLE,
    absence: 1,
    debut: '2026-06-01',
    fin: '2026-06-30',
  })),
  removeAbsence: sur((convention, { occupation }) => ({ convention, occupation, version: VIEILLE, absence: 1 })),
  getPostes: (convention) => ({ convention }),
  createReconduction: sur((convention, { schema }) => ({ convention, schema })),
  removeIdentite: sur((convention, { charge }) => ({ convention, charge, version: VIEILLE })),
}
