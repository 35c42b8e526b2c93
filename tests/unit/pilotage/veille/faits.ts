import type { FaitsVeille, InstanceFait, PeriodeFait, ReunionFait } from '@/lib/pilotage/veille/rules/signaux'

/** A year of a rule that asks for one meeting, in a state. */
export const periode = (champs: Partial<PeriodeFait> = {}): PeriodeFait => ({
  debut: '2026-01-01',
  fin: '2026-12-31',
  etat: 'A_PLANIFIER',
  raison: 'Aucune réunion tenue en 2026 sur 1 demandée.',
  echeance: '2026-12-31',
  groupes: [],
  ...champs,
})

export const instance = (champs: Partial<InstanceFait> = {}): InstanceFait => ({
  id: 4,
  ref: 'copil',
  nom: 'Comité de pilotage',
  copil: true,
  moyenne: false,
  courante: periode(),
  precedente: null,
  ...champs,
})

export const reunion = (champs: Partial<ReunionFait> = {}): ReunionFait => ({
  id: 9,
  ref: 'copil-2026-06-02',
  instance: 'Comité de pilotage',
  aReleve: true,
  date: '2026-06-02',
  heure: '14:00',
  etat: 'PREVUE',
  points: 0,
  decisions: 0,
  releve: null,
  ...champs,
})

/** A convention that runs, and of which nothing else is known. */
export const faits = (champs: Partial<FaitsVeille> = {}): FaitsVeille => ({
  convention: { slug: 'essai', debut: '2026-01-01', fin: '2030-12-31' },
  instances: [],
  reunions: [],
  decisions: [],
  fiches: [],
  silence: 183,
  indicateurs: [],
  schemas: [],
  mandats: [],
  avenants: [],
  evaluations: [],
  terme: { renouvellement: 'NON_PRECISE', remplacee: false },
  ...champs,
})
