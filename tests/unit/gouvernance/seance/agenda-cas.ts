import type {
  DecisionFait,
  FaitsAgenda,
  FicheFait,
  RepriseFait,
  SeanceFait,
} from '@/lib/gouvernance/seance/types/agenda'

/** Facts for the rules of an agenda: what a case does not say is empty or unknown. */

export const TODAY = '2026-11-22'

export const SEANCE_ICI: SeanceFait = {
  id: 100,
  instance: 1,
  type: 'COTECH',
  nom: 'Comité technique',
  date: '2026-05-12',
}
export const SEANCE_COTECH: SeanceFait = {
  id: 200,
  instance: 2,
  type: 'COTECH',
  nom: 'Comité technique',
  date: '2026-11-12',
}

export const createFiche = (champs: Partial<FicheFait> = {}): FicheFait => ({
  id: 1,
  numero: null,
  titre: 'Une fiche',
  statut: 'EN_COURS',
  debut: null,
  fin: null,
  suiviLe: null,
  ...champs,
})

export const createDecision = (champs: Partial<DecisionFait> = {}): DecisionFait => ({
  id: 1,
  texte: 'Une décision',
  etat: 'ATTENDUE',
  effet: null,
  responsable: null,
  echeance: null,
  seance: SEANCE_ICI,
  decidee: false,
  point: 50,
  pouvoir: null,
  fiche: null,
  indicateur: null,
  schema: null,
  ...champs,
})

export const createReprise = (champs: Partial<RepriseFait> = {}): RepriseFait => ({
  id: 1,
  titre: 'Tarifs',
  etat: 'A_TRAITER',
  date: '2026-05-12',
  derniere: true,
  presentateur: null,
  dureeMinutes: null,
  fiche: null,
  indicateur: null,
  schema: null,
  document: null,
  proposition: null,
  ...champs,
})

type Cas = Partial<Omit<FaitsAgenda, 'instance'>> & {
  type?: FaitsAgenda['instance']['type']
  pouvoirs?: FaitsAgenda['instance']['pouvoirs']
}

/** Facts of a meeting of the instance 1, a COTECH unless told otherwise. */
export const createFaits = ({ type = 'COTECH', pouvoirs = {}, ...faits }: Cas = {}): FaitsAgenda => ({
  instance: { id: 1, type, pouvoirs },
  debut: null,
  annee: 2026,
  fiches: [],
  indicateurs: [],
  decisions: [],
  schemas: [],
  reprises: [],
  points: [],
  ...faits,
})
