import { sur, type Exemples } from './exemple'

export const exemplesInvitation: Exemples = {
  createInvitationFiche: sur((convention, { fiche }) => ({
    convention,
    fiche,
    nom: 'Une partenaire',
    email: '',
    jours: 14,
  })),
  closeInvitationFiche: sur((convention, { fiche, invitation }) => ({ convention, fiche, invitation })),
  validateContribution: sur((convention, { fiche, contribution }) => ({
    convention,
    fiche,
    contribution,
    version: 1_000_000,
    champs: {},
    etapes: [],
  })),
  closeContribution: sur((convention, { fiche, contribution }) => ({
    convention,
    fiche,
    contribution,
    version: 1_000_000,
    motif: 'Déjà fait.',
  })),
}
