import { sur, type Exemples } from './exemple'

const reglages = {
  titre: '',
  niveaux: ['Orientation', 'Objectif'],
  nomFiche: 'Action',
  nomEtape: 'Modalité',
  texte: '',
  raisonSansFiche: '',
}
const axe = { titre: 'Nouvel axe', numero: '', description: '', objectifs: [], theme: null, absence: '' }

export const exemplesArbre: Exemples = {
  getArbrePlan: (convention) => ({ convention }),
  createPlan: (convention) => ({ convention, ...reglages, numerotation: 'LIBRE', prefixe: '' }),
  updatePlan: (convention) => ({ convention, version: 0, ...reglages }),
  updateNumerotation: (convention) => ({ convention, version: 0, numerotation: 'PAR_AXE', prefixe: 'FA', axes: false }),
  createAxe: sur((convention, { axe: parent }) => ({ convention, version: 0, parent, ...axe })),
  updateAxe: sur((convention, { axe: lui }) => ({ convention, axe: lui, version: 99, ...axe })),
  moveAxe: sur((convention, { axe: lui }) => ({ convention, version: 0, axe: lui, parent: null, rang: 1 })),
  removeAxe: sur((convention, { axe: lui }) => ({ convention, version: 99, axe: lui })),
  createFiche: sur((convention, { axe: lui }) => ({
    convention,
    version: 99,
    axe: lui,
    titre: 'Nouvelle fiche',
    numero: '',
    redaction: null,
  })),
  moveFiche: sur((convention, { fiche, axe: lui }) => ({ convention, version: 99, fiche, axe: lui, rang: 0 })),
  removeFiche: sur((convention, { fiche }) => ({ convention, version: 99, fiche })),
  getVersionsPlan: (convention) => ({ convention, avant: 'aujourdhui' }),
  closeVersion: (convention) => ({
    convention,
    version: 99,
    libelle: 'Plan signé',
    date: '2026-01-31',
    avenant: null,
    motif: '',
  }),
}
