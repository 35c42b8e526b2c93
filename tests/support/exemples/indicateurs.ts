import { sur, type Exemples } from './exemple'

const definition = {
  libelle: 'Nombre de rencontres',
  note: '',
  nature: 'NOMBRE',
  unite: 'rencontres',
  sens: 'hausse',
  reference: '',
  referenceTexte: '',
  cible: '',
  cibles: [],
  frequence: 'ANNUELLE',
  fournisseur: '',
  source: '',
  confirmation: null,
  ventilation: '',
  ventilationGenre: null,
  ventiles: [],
  evolution: false,
} as const

export const exemplesIndicateurs: Exemples = {
  recordMesures: sur((convention, { fiche, indicateur }) => ({
    convention,
    fiche,
    cellules: [{ indicateur, ventilation: null, periode: '2025', valeur: '12', mesure: null }],
  })),
  validateMesure: sur((convention, { mesure }) => ({ convention, mesure, version: 1_000_000 })),
  cancelMesure: sur((convention, { mesure }) => ({
    convention,
    mesure,
    version: 1_000_000,
    motif: 'Le décompte n’est pas celui de l’année.',
  })),
  createIndicateur: sur((convention, { fiche }) => ({ convention, ficheVisee: fiche, etape: null, definition })),
  updateIndicateur: sur((convention, { indicateur }) => ({ convention, indicateur, version: 1_000_000, definition })),
  removeIndicateur: sur((convention, { indicateur }) => ({ convention, indicateur, version: 1_000_000 })),
  createPartiesIndicateur: sur((convention, { indicateur }) => ({
    convention,
    indicateur,
    version: 1_000_000,
    valeursVers: null,
    parties: [
      { libelle: 'Nombre de rencontres', nature: 'NOMBRE', unite: 'rencontres' },
      { libelle: 'Diversité des structures', nature: 'QUALITATIF', unite: '' },
    ],
  })),
  removePartiesIndicateur: sur((convention, { indicateur }) => ({ convention, indicateur, version: 1_000_000 })),
  getGrilleIndicateurs: (convention) => ({ convention }),
  getIndicateur: sur((convention, { indicateurRef }) => ({ convention, ref: indicateurRef })),
  getNouvelIndicateur: sur((convention, { ficheRef }) => ({ convention, fiche: ficheRef, etape: null })),
}
