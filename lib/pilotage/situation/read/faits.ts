import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { sqlSchemaEnVue } from '@/lib/cooperation/schemas/sql'
import type { SchemaEnVue } from '@/lib/cooperation/schemas/types/en-vue'
import { evaluateInstances, sqlInstances } from '@/lib/gouvernance/frequence/sql'
import type { InstanceLue } from '@/lib/gouvernance/frequence/types'
import { readEvolution } from '@/lib/pilotage/evolution/queries'
import { computeBornes } from '@/lib/pilotage/evolution/rules/bornes'
import { sqlEnregistree, sqlTenues } from '@/lib/pilotage/evolution/sql'
import type { ReunionTenue } from '@/lib/pilotage/evolution/types'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { FaitsSituation } from '../rules/situation'
import { sqlConvention, sqlDecisions, sqlEcheances, sqlIndicateurs, sqlManques, sqlPlan, sqlPrevues } from '../sql'
import type { ConventionLue } from '@/lib/pilotage/situation/types/faits'
import { sqlVeille } from './veille'

/** A convention whose situation is asked for. */
export interface ConventionVue {
  id: number
  slug: string
  nom: string
  demonstration: boolean
  debut: DateCivile | null
  fin: DateCivile | null
}

type Ligne = Omit<FaitsSituation, 'identite' | 'instances' | 'evolution' | 'schema' | 'convention'> & {
  convention: ConventionLue
  instances: InstanceLue[]
  schema: SchemaEnVue | null
  copils: ReunionTenue[]
  enregistree: DateCivile
}

/**
 * Every fact of a situation, as far as who asks may read it: two people of the same audience read the same. Two SQL
 * statements, whatever the convention holds.
 */
export async function readFaitsSituation(
  tx: Tx,
  convention: ConventionVue,
  today: DateCivile,
): Promise<FaitsSituation> {
  const { id, slug, nom, demonstration, debut, fin } = convention
  const [ligne] = await tx.$queryRaw<Ligne[]>(Prisma.sql`
    SELECT ${sqlConvention(id)} AS convention, ${sqlInstances(id)} AS instances, ${sqlPlan(id)} AS plan,
      ${sqlIndicateurs(id, computeAnneeVue({ debut, fin }, today))} AS indicateurs, ${sqlSchemaEnVue(id, today)} AS schema, ${sqlDecisions(id)} AS decisions,
      ${sqlManques(id)} AS manques, ${sqlEcheances(id)} AS echeances, ${sqlPrevues(id, today)} AS prevues, ${sqlTenues(id, 'COPIL')} AS copils,
      ${sqlEnregistree(id)} AS enregistree, ${sqlVeille(id, today)} AS veille`)
  if (!ligne) throw new Error('facts of a situation without a row')
  const { copils, enregistree, instances: lues, ...faits } = ligne
  const instances = evaluateInstances(lues, { debut, fin }, today)
  const bornes = computeBornes({}, { tenues: copils, debut, enregistree, today })
  const { sections } = await readEvolution(tx, id, bornes, instances, today)
  return { ...faits, identite: { slug, nom, demonstration, debut, fin }, instances, evolution: { bornes, sections } }
}
