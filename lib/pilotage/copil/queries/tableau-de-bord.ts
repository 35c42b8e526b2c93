import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { formatIntervalle, type DateCivile } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { AUCUNE_FICHE, computeAvancementPlan, type AvancementPlan } from './avancement'
import { computeEtpCopil, type EtpCopil } from './etp'
import { readEvolution } from '@/lib/pilotage/evolution/queries'
import { evaluateInstances, sqlInstances, type InstanceLue, type InstanceSuivie } from '@/lib/gouvernance/frequence/sql'
import { sqlSchemaEnVue, type SchemaEnVue } from '@/lib/cooperation/schemas/sql'
import {
  computeChiffreActions,
  computeChiffreEtp,
  computeChiffreIndicateurs,
  computeChiffreInstances,
  type Chiffre,
} from '../rules/chiffres'
import { listEcheances, type Echeance } from '../rules/echeances'
import { formatVide } from '@/lib/pilotage/evolution/rules/changements'
import { computeBornes, formatBornes } from '@/lib/pilotage/evolution/rules/bornes'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { computePhase, formatPhase, type PhaseConvention } from '@/lib/convention/phase/rules/suivi'
import {
  sqlConvention,
  sqlDecisions,
  sqlEcheances,
  sqlIndicateurs,
  sqlManques,
  sqlPlan,
  type ConventionLue,
  type DecisionLue,
  type EcheancesLues,
  type IndicateursLus,
  type ManquesLus,
  type PlanLu,
} from '../sql'
import { sqlEnregistree, sqlTenues } from '@/lib/pilotage/evolution/sql'
import type { ReunionTenue } from '@/lib/pilotage/evolution/types'

interface Ligne {
  convention: ConventionLue
  instances: InstanceLue[]
  plan: PlanLu | null
  indicateurs: IndicateursLus
  schema: SchemaEnVue | null
  decisions: DecisionLue[]
  manques: ManquesLus
  echeances: EcheancesLues
  copils: ReunionTenue[]
  enregistree: DateCivile
}

/** The COPIL dashboard of a convention, ready to be shown. */
export interface VueCopil {
  convention: ConventionLue & {
    slug: string
    nom: string
    demonstration: boolean
    debut: DateCivile | null
    fin: DateCivile | null
    phase: PhaseConvention
    /** Where it stands in its time, in words. */
    phaseTexte: string
    /** Its dates in words, or its period as written. */
    duree: string | null
  }
  today: DateCivile
  annee: number
  chiffres: { instances: Chiffre; actions: Chiffre; indicateurs: Chiffre; etp: Chiffre }
  instances: InstanceSuivie[]
  decisions: DecisionLue[]
  /** Day of the next planned COPIL. */
  prochainCopil: DateCivile | null
  etp: EtpCopil | null
  plan: AvancementPlan | null
  manques: ManquesLus
  /** What changed since the last COPIL held: the first sentences of it, and how many there are. */
  evolution: { quand: string; phrases: string[]; nombre: number; vide: string }
  echeances: Echeance[]
  /** Whether the person may take the whole convention away as one document. */
  exportable: boolean
}

/** Sentences of what changed: the rest is one link away. */
const PHRASES_EVOLUTION = 3

const findProchainCopil = (instances: readonly InstanceSuivie[], today: DateCivile): DateCivile | null =>
  instances
    .filter(({ type }) => type === 'COPIL')
    .flatMap(({ reunions }) =>
      reunions.filter(({ etat, date }) => etat === 'PREVUE' && date >= today).map(({ date }) => date),
    )
    .sort()[0] ?? null

/**
 * Everything the COPIL dashboard shows, in two statements beyond opening: what must be decided, what is promised,
 * what is done, what is not known; then what changed since the last COPIL, whose day the first one tells.
 */
export const getTableauDeBord = defineQuery({
  nom: 'getTableauDeBord',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention }),
  run: async ({ tx, convention, today }): Promise<VueCopil> => {
    const { id, slug, nom, demonstration, debut, fin } = convention
    const dates = { debut, fin }
    const annee = computeAnneeVue(dates, today)
    const [ligne] = await tx.$queryRaw<Ligne[]>(Prisma.sql`
      SELECT ${sqlConvention(id)} AS convention, ${sqlInstances(id)} AS instances, ${sqlPlan(id)} AS plan,
        ${sqlIndicateurs(id, annee)} AS indicateurs, ${sqlSchemaEnVue(id, today)} AS schema, ${sqlDecisions(id)} AS decisions,
        ${sqlManques(id)} AS manques, ${sqlEcheances(id)} AS echeances, ${sqlTenues(id, 'COPIL')} AS copils, ${sqlEnregistree(id)} AS enregistree`)
    if (!ligne) throw new Error('dashboard without a row')
    const instances = evaluateInstances(ligne.instances, dates, today)
    const bornes = computeBornes({}, { tenues: ligne.copils, debut, enregistree: ligne.enregistree, today })
    const { sections } = await readEvolution(tx, id, bornes, instances, today)
    const etp = ligne.schema && computeEtpCopil(ligne.schema, today)
    const plan = ligne.plan && computeAvancementPlan(ligne.plan, today)
    return {
      convention: {
        ...ligne.convention,
        slug,
        nom,
        demonstration,
        debut,
        fin,
        phase: computePhase(dates, today),
        phaseTexte: formatPhase(dates, today),
        duree: debut && fin ? formatIntervalle({ debut, fin }) : ligne.convention.periodeTexte,
      },
      today,
      annee,
      chiffres: {
        instances: computeChiffreInstances(
          instances,
          instances.some(({ reunions }) => reunions.length > 0),
          dates,
          today,
        ),
        actions: computeChiffreActions(plan?.progression ?? AUCUNE_FICHE, dates, today),
        indicateurs: computeChiffreIndicateurs(ligne.indicateurs),
        etp: computeChiffreEtp(etp),
      },
      instances,
      decisions: ligne.decisions,
      prochainCopil: findProchainCopil(instances, today),
      etp,
      plan,
      manques: ligne.manques,
      evolution: {
        quand: formatBornes(bornes),
        phrases: sections.slice(0, PHRASES_EVOLUTION).map(({ phrase }) => phrase),
        nombre: sections.length,
        vide: formatVide(bornes),
      },
      exportable: computeReach('dossier.exporter', convention.roles) === 'OUI',
      echeances: listEcheances({
        ...ligne.echeances,
        instances,
        schema: ligne.schema,
        convention: dates,
        renouvellement: ligne.convention.renouvellement,
        today,
      }),
    }
  },
})
