import { sur, type Exemples } from './exemple'

export const exemplesListe: Exemples = {
  updateFiches: sur((convention, { fiche }) => ({
    convention, lot: { genre: 'FICHES', fiches: [{ fiche, champs: { statut: { avant: 'A_PRECISER', apres: 'EN_COURS' } } }] },
  })),
  createVuePlan: (convention) => ({ convention, nom: `Vue ${convention}`, parametres: 'statut=EN_COURS' }),
  updateVuePlan: (convention) => ({ convention, id: 2_147_483_647, nom: 'Autre nom' }),
  removeVuePlan: (convention) => ({ convention, id: 2_147_483_647 }),
}
