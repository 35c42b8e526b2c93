/** The one function that says what is true of a convention at a date: facts in, situation out. Pure. */
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { computePhase, computeEtatPeriode, formatPhase, type PeriodeJugee } from '@/lib/convention/phase/rules/suivi'
import type { SchemaEnVue } from '@/lib/cooperation/schemas/types/en-vue'
import { countFrequences } from '@/lib/gouvernance/frequence/rules/resume'
import type { InstanceSuivie } from '@/lib/gouvernance/frequence/types'
import { SILENCE_JOURS } from '@/lib/gouvernance/seance/rules/agenda'
import { formatVide } from '@/lib/pilotage/evolution/rules/changements'
import { formatBornes } from '@/lib/pilotage/evolution/rules/bornes'
import type { BornesEvolution, SectionEvolution } from '@/lib/pilotage/evolution/types'
import type { FaitsVeille, InstanceFait, PeriodeFait } from '@/lib/pilotage/veille/rules/faits'
import { listSignaux } from '@/lib/pilotage/veille/rules/signaux'
import { formatIntervalle, type DateCivile } from '@/lib/platform/dates'
import type {
  ConventionLue,
  DecisionLue,
  EcheancesLues,
  IndicateursLus,
  ManquesLus,
  PlanLu,
  ReunionPrevue,
} from '@/lib/pilotage/situation/types/faits'
import type { Situation } from '@/lib/pilotage/situation/types/situation'
import { AUCUNE_FICHE, computeAvancementPlan } from './avancement'
import {
  computeChiffreActions,
  computeChiffreEtp,
  computeChiffreIndicateurs,
  computeChiffreInstances,
} from './chiffres'
import { computeDecisions } from './decisions'
import { listEcheances } from './echeances'
import { computeEtpCopil } from './etp'
import { computePhrases } from './phrases'

/** Everything a situation follows from; nothing of it depends on who asks, beyond what their audience may read. */
export interface FaitsSituation {
  identite: { slug: string; nom: string; demonstration: boolean; debut: DateCivile | null; fin: DateCivile | null }
  convention: ConventionLue
  /** Judged at the date. */
  instances: InstanceSuivie[]
  plan: PlanLu | null
  indicateurs: IndicateursLus
  schema: SchemaEnVue | null
  decisions: DecisionLue[]
  manques: ManquesLus
  echeances: EcheancesLues
  /** Planned meetings of today or later, earliest first. */
  prevues: ReunionPrevue[]
  evolution: { bornes: BornesEvolution; sections: readonly SectionEvolution[] }
  veille: Pick<FaitsVeille, 'reunions' | 'decisions' | 'fiches' | 'indicateurs' | 'schemas' | 'mandats'>
}

/** Sentences of what changed: the rest is one link away. */
const PHRASES_EVOLUTION = 3

const toPeriode = (periode: PeriodeJugee & Omit<PeriodeFait, 'etat'>, debutSuivi: DateCivile | null): PeriodeFait => ({
  debut: periode.debut,
  fin: periode.fin,
  etat: computeEtatPeriode(periode, debutSuivi),
  raison: periode.raison,
  echeance: periode.echeance,
  groupes: periode.groupes,
})

function toInstanceFait({ id, ref, nom, type, moyenne, periodes, debutSuivi }: InstanceSuivie): InstanceFait {
  const courante = periodes.find(({ temps }) => temps === 'EN_COURS')
  const precedente = periodes.findLast(({ temps }) => temps === 'PASSEE')
  return {
    id,
    ref,
    nom,
    copil: type === 'COPIL',
    moyenne,
    courante: courante ? toPeriode(courante, debutSuivi) : null,
    precedente: precedente ? toPeriode(precedente, debutSuivi) : null,
  }
}

/** @param today the day it is told of: a later-dated fact has not happened yet */
export function computeSituation(faits: FaitsSituation, today: DateCivile): Situation {
  const { identite, convention, instances, schema } = faits
  const dates = { debut: identite.debut, fin: identite.fin }
  const phase = computePhase(dates, today)
  const phaseTexte = formatPhase(dates, today)
  const etp = schema && computeEtpCopil(schema, today)
  const plan = faits.plan && computeAvancementPlan(faits.plan, today)
  const progression = plan?.progression ?? AUCUNE_FICHE
  const frequences = countFrequences(instances)
  const decisions = computeDecisions(faits.decisions, faits.prevues)
  const enregistree = instances.some(({ reunions }) => reunions.length > 0)
  const signaux = listSignaux(
    {
      ...faits.veille,
      convention: { slug: identite.slug, ...dates },
      instances: instances.map(toInstanceFait),
      silence: SILENCE_JOURS,
      avenants: faits.echeances.avenants,
      evaluations: faits.echeances.evaluations,
      terme: { renouvellement: convention.renouvellement, remplacee: convention.remplacee },
    },
    today,
  )
  const { bornes, sections } = faits.evolution
  return {
    jour: today,
    convention: {
      ...convention,
      ...identite,
      phase,
      phaseTexte,
      duree:
        dates.debut && dates.fin ? formatIntervalle({ debut: dates.debut, fin: dates.fin }) : convention.periodeTexte,
    },
    annee: computeAnneeVue(dates, today),
    phrases: computePhrases({ phase, phaseTexte, progression, frequences, etp, signaux, decisions, today }),
    chiffres: {
      instances: computeChiffreInstances(instances, enregistree, dates, today),
      actions: computeChiffreActions(progression, dates, today),
      indicateurs: computeChiffreIndicateurs(faits.indicateurs),
      etp: computeChiffreEtp(etp),
    },
    instances,
    frequences,
    decisions,
    etp,
    plan,
    manques: faits.manques,
    evolution: {
      quand: formatBornes(bornes),
      phrases: sections.slice(0, PHRASES_EVOLUTION).map(({ phrase }) => phrase),
      nombre: sections.length,
      vide: formatVide(bornes),
    },
    echeances: listEcheances({
      ...faits.echeances,
      instances,
      prevues: faits.prevues,
      schema,
      convention: dates,
      renouvellement: convention.renouvellement,
      today,
    }),
    signaux,
  }
}
