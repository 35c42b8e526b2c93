import { sur, type Exemples } from './exemple'

const contenu = {
  texte: 'Reporter la fiche à la rentrée',
  nature: 'AJUSTEMENT',
  etat: 'ATTENDUE',
  responsable: '',
  echeance: '',
}

export const exemplesDecisions: Exemples = {
  getDecisions: (convention) => ({ convention }),
  recordDecision: sur((convention, { point, fiche }) => ({
    convention,
    point,
    ...contenu,
    effet: 'REPORTER_FICHE',
    objet: fiche,
  })),
  updateDecision: sur((convention, { decision }) => ({ convention, decision, version: 0, ...contenu })),
  removeDecision: sur((convention, { decision }) => ({ convention, decision, version: 0 })),
  updateSuiviDecision: sur((convention, { decision }) => ({
    convention,
    decision,
    version: 0,
    responsable: 'La coordination',
    suivi: 'Courrier envoyé.',
  })),
  closeDecision: sur((convention, { decision }) => ({
    convention,
    decision,
    version: 0,
    realiseeLe: '2026-11-20',
    suivi: '',
  })),
  reopenDecision: sur((convention, { decision }) => ({ convention, decision, version: 0, suivi: '' })),
}
