import { sur, type Exemples } from './exemple'

export const exemplesSuivi: Exemples = {
  recordAppreciation: sur((convention, { fiche }) => ({
    convention,
    fiche,
    cote: 'CAF',
    version: null,
    niveau: 'VIGILANCE',
    texte: 'Le forum attend une salle.',
  })),
  removeAppreciation: sur((convention, { fiche }) => ({ convention, fiche, cote: 'COORDINATION', version: 1_000_000 })),
  createCommentaire: sur((convention, { fiche }) => ({
    convention,
    fiche,
    visibilite: 'TOUS',
    texte: 'Point fait ce matin.',
    mentions: [],
  })),
  removeCommentaire: sur((convention, { fiche }) => ({ convention, fiche, commentaire: 2_147_483_647 })),
  updateMention: () => ({ commentaire: 2_147_483_647 }),
  cancelChangement: sur((convention, { fiche }) => ({
    convention,
    fiche,
    ligne: 2_147_483_647,
    champ: 'fiche_action.titre',
    vu: null,
  })),
}
