import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { evaluateInstances, sqlInstances } from '@/lib/gouvernance/frequence/sql'
import type { InstanceLue, InstanceSuivie } from '@/lib/gouvernance/frequence/types'
import { computeEvolution, formatVide, listLimites } from './rules/changements'
import { computeBornes, formatBornes } from './rules/bornes'
import { computeEtatPeriode } from '@/lib/convention/phase/rules/suivi'
import { evolutionSchema } from './schema'
import { readFaits, readReperes } from './sql'
import type { BornesEvolution, Manquement, ReunionTenue, SectionEvolution } from './types'

/** What changed between two days, ready to be shown. */
export interface VueEvolution {
  convention: { slug: string; nom: string }
  /** Whether the person coordinates: mandates and watch are their tabs. */
  coordination: boolean
  bornes: BornesEvolution
  /** 'depuis le COPIL du 17 juin 2025'. */
  quand: string
  sections: SectionEvolution[]
  /** Said when there is no section. */
  vide: string
  /** What cannot be known, and how some values were placed. */
  limites: string[]
  /** Held meetings to compare from or to, by instance, latest first. */
  tenues: ReunionTenue[]
  today: DateCivile
}

/** Instances that met less than their rule asks, over the periods that ended on one of these days. */
function listManquements(
  instances: readonly InstanceSuivie[],
  { depuis, jusque }: Pick<BornesEvolution, 'depuis' | 'jusque'>,
): Manquement[] {
  return instances.flatMap(({ ref, nom, periodes, debutSuivi }) =>
    periodes
      .filter(
        (periode) =>
          periode.temps === 'PASSEE' &&
          periode.fin >= depuis &&
          periode.fin <= jusque &&
          computeEtatPeriode(periode, debutSuivi) === 'EN_DEFAUT',
      )
      .map(({ raison }) => ({ ref, instance: nom, raison })),
  )
}

/**
 * The sections of a comparison. One SQL statement beyond the instances.
 * @param instances judged on the last day
 */
export async function readEvolution(
  tx: Tx,
  id: number,
  bornes: BornesEvolution,
  instances: readonly InstanceSuivie[],
  today: DateCivile,
): Promise<{ sections: SectionEvolution[]; reprises: boolean }> {
  const faits = await readFaits(tx, id, bornes, bornes.reunion?.ref ?? null, today)
  return {
    sections: computeEvolution(faits, bornes, listManquements(instances, bornes)),
    reprises: faits.mesures.some(({ reprise }) => reprise),
  }
}

/** What changed between two days or two meetings: since the last COPIL held until today, unless the address says otherwise. */
export const getEvolution = defineQuery({
  nom: 'getEvolution',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: evolutionSchema,
  run: async ({ tx, convention, today }, { convention: slug, ...demande }): Promise<VueEvolution> => {
    const { id, nom, debut, fin } = convention
    const { tenues, enregistree } = await readReperes(tx, id)
    const bornes = computeBornes(demande, { tenues, debut, enregistree, today })
    const [ligne] = await tx.$queryRaw<{ instances: InstanceLue[] }[]>(
      Prisma.sql`SELECT ${sqlInstances(id)} AS instances`,
    )
    const instances = evaluateInstances(ligne?.instances ?? [], { debut, fin }, bornes.jusque)
    const { sections, reprises } = await readEvolution(tx, id, bornes, instances, today)
    return {
      convention: { slug, nom },
      coordination: computeReach('veille.lire', convention.roles) === 'OUI',
      bornes,
      quand: formatBornes(bornes),
      sections,
      vide: formatVide(bornes),
      limites: listLimites(bornes, enregistree, reprises),
      tenues: tenues.filter(({ date }) => date <= today),
      today,
    }
  },
})
