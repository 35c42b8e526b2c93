import type { Exemples } from './exemple'

export const exemplesListe: Exemples = {
  // Somebody else’s fiche is told among those that failed.
  updateFiches: (convention, { fiche }) => ({
    convention,
    lot: { genre: 'FICHES', fiches: [{ fiche, champs: { statut: { avant: 'A_PRECISER', apres: 'EN_COURS' } } }] },
  }),
  createVuePlan: (convention) => ({ convention, nom: `Vue ${convention}`, parametres: 'statut=EN_COURS' }),
  updateVuePlan: (convention, { vue = 1 }) => ({ convention, id: vue, nom: 'Autre nom' }),
  removeVuePlan: (convention, { vue = 1 }) => ({ convention, id: vue }),
}
