/** The facts that a situation follows from, as they are read. */
import type { EffetDecision, NatureDecision } from '@/lib/competences/types'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { DateCivile } from '@/lib/platform/dates'

export interface ConventionLue {
  periodeTexte: string | null
  renouvellement: 'EXPRES' | 'TACITE' | 'NON_PRECISE'
  caf: string
  epcis: string[]
  communes: number
  communesAnnoncees: number | null
  signataires: number
  signatairesAnnonces: number | null
  /** Another convention takes over from this one, whether or not who asks may read it. */
  remplacee: boolean
}

export interface PlanLu {
  niveaux: string[]
  nomFiche: string
  raisonSansFiche: string | null
  axes: [id: number, ref: string, parent: number | null, numero: string | null, titre: string, absence: string | null][]
  fiches: [axe: number, statut: StatutFiche, fin: DateCivile | null][]
}

export interface IndicateursLus {
  total: number
  renseignes: number
}

export interface DecisionLue {
  id: number
  texte: string
  nature: NatureDecision
  /** It changes something elsewhere once it is taken: it is put to the vote. */
  effet: EffetDecision | null
  echeance: DateCivile | null
  responsable: string | null
  instance: string
  typeInstance: string
  /** `ref` of its meeting, its day, and whether it was held. */
  reunion: string
  date: DateCivile
  tenue: boolean
  /** Its instance only proposes: it waits for the one that decides. */
  proposition: boolean
  /** What it bears on: words, and address after that of the convention. */
  objet: [libelle: string, chemin: string] | null
}

export interface ManquesLus {
  lacunes: [sujet: string, raison: string][]
  reserves: number
  premieres: string[]
}

/** A meeting that is planned. */
export interface ReunionPrevue {
  ref: string
  date: DateCivile
  instance: string
  type: string
}

export interface EcheancesLues {
  avenants: [objet: string, echeance: DateCivile][]
  evaluations: [objet: string, fin: DateCivile][]
}
