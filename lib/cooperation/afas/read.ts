import 'server-only'
import { yearBounds } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { AUCUNE_PART, type PartsAfas } from './rules/parts'
import type { CodeTheme } from '@/lib/cooperation/schemas/words'
import { ABSENTE } from './types'

/** What the writes on the year of a person share. */

interface ChargeAnnee {
  charge: number
  annee: number
}

/** @returns the name, null for somebody who never worked in this convention; and whether they were in post that year */
export async function readEnPoste(
  tx: Tx,
  conventionId: number,
  { charge, annee }: ChargeAnnee,
): Promise<{ nom: string | null; enPoste: boolean }> {
  const { debut, fin } = yearBounds(annee)
  const [lue] = await tx.$queryRaw<{ nom: string; enPoste: boolean }[]>`
    SELECT k.nom, bool_or(o.debut <= ${fin}::date AND (o.fin IS NULL OR o.fin >= ${debut}::date)) AS "enPoste"
    FROM charge_cooperation k JOIN occupation o ON o.charge_id = k.id
    WHERE k.id = ${charge} AND o.convention_id = ${conventionId} GROUP BY k.nom`
  return lue ?? { nom: null, enPoste: false }
}

/** Takes the lock of the convention’s year, then reads what the person’s distribution is now. */
export async function readRepartition(
  tx: Tx,
  conventionId: number,
  { charge, annee }: ChargeAnnee,
): Promise<{ version: number; parts: PartsAfas }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${conventionId}::int, ${annee}::int)`
  const lues = await tx.$queryRaw<{ theme: CodeTheme; part: number; version: number }[]>`
    SELECT theme_code AS theme, (part * 100)::int AS part, version FROM repartition_afas
    WHERE convention_id = ${conventionId} AND annee = ${annee} AND charge_id = ${charge}`
  const parts: PartsAfas = { ...AUCUNE_PART, ...Object.fromEntries(lues.map(({ theme, part }) => [theme, part])) }
  return { version: Math.max(ABSENTE, ...lues.map(({ version }) => version)), parts }
}
