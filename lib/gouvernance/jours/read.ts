import 'server-only'
import { yearOf, type Bornes, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { listFeries } from '@/lib/platform/feries'
import { computeZone, listVacances } from './rules/vacances'
import type { CalendrierJours, VueZone } from '@/lib/gouvernance/calendrier/types'

/** The days of a territory: its départements, hence its public and school holidays. */
export interface JoursDuTerritoire {
  zone: VueZone
  /** Holidays of a span of days. */
  listJours: (bornes: Bornes) => CalendrierJours
}

/** Years of holidays worth computing at once: a series lasts six. */
const ANNEES_MAXIMUM = 10

/**
 * Which holidays a convention's territory has. The département written in the convention, else those of its communes
 * and EPCI. One SQL statement.
 */
export async function readJours(tx: Tx, convention: number): Promise<JoursDuTerritoire> {
  const [ligne] = await tx.$queryRaw<{ departements: string[] }[]>`
    SELECT coalesce(
      (SELECT ARRAY[c.departement_code] FROM porte.convention c WHERE c.id = ${convention} AND c.departement_code IS NOT NULL),
      (SELECT array_agg(DISTINCT m.departement_code) FROM porte.commune_territoire t JOIN commune m ON m.code = t.code WHERE t.convention_id = ${convention}),
      (SELECT array_agg(DISTINCT e.departement_code) FROM porte.epci_territoire t JOIN epci_departement e ON e.epci_siren = t.siren WHERE t.convention_id = ${convention}),
      '{}') AS departements`
  const departements = ligne?.departements ?? []
  const zone = computeZone(departements)
  return { zone, listJours: (bornes) => buildJours(departements, zone, bornes) }
}

function buildJours(departements: readonly string[], zone: VueZone, { debut, fin }: Bornes): CalendrierJours {
  const premiere = yearOf(debut)
  const derniere = Math.min(yearOf(fin), premiere + ANNEES_MAXIMUM)
  return { feries: listFeries({ premiere, derniere }, departements), vacances: listVacances(zone.zone, { debut, fin }) }
}

/** A day and a span round it: what moving a date may reach. */
export const buildBornesLarges = ({ debut, fin }: Bornes): { debut: DateCivile; fin: DateCivile } => ({
  debut: `${String(yearOf(debut) - 1).padStart(4, '0')}-01-01`,
  fin: `${String(yearOf(fin) + 1).padStart(4, '0')}-12-31`,
})
