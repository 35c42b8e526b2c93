import { sur, type Exemples } from './exemple'

export const exemplesReunion: Exemples = {
  getReunion: sur((convention, { reunionRef }) => ({ convention, reunion: reunionRef })),
  createPoint: sur((convention, { reunion }) => ({ convention, reunion, titre: 'Tour de table' })),
  updatePoint: sur((convention, { point }) => ({ convention, point, version: 0, titre: 'Bilan de l’année' })),
  updateEtatPoint: sur((convention, { point }) => ({ convention, point, version: 0, etat: 'TRAITE' })),
  movePoint: sur((convention, { point }) => ({ convention, point, sens: 'DESCENDRE' })),
  removePoint: sur((convention, { point }) => ({ convention, point, version: 1_000_000 })),
  createPointsProposes: sur((convention, { reunion }) => ({ convention, reunion, cles: ['fiche:1'] })),
  recordNotes: sur((convention, { point }) => ({
    convention,
    point,
    version: 0,
    notes: 'Échanges sur le calendrier.',
  })),
  recordPresence: sur((convention, { reunion, membre }) => ({ convention, reunion, membre, etat: 'PRESENT' })),
}
