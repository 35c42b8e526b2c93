import { sur, type Exemples } from './exemple'

export const exemplesFiche: Exemples = {
  updateFiche: sur((convention, { fiche }) => ({
    convention,
    fiche,
    champs: { suivi: { avant: null, apres: 'Point fait avec les partenaires.' } },
  })),
}
