import 'server-only'
import { exportPlan } from '@/lib/plan-action/document/read'
import { checkGesteLibre } from '@/lib/competences/read'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import type { Tx } from '@/lib/platform/db'
import type { ContexteImport } from './types/contexte'
import { SOURCES } from './sql'
import { flattenPlan } from './rules/lignes'
import type { Repertoire } from './rules/valeurs'

/** What cells may name in a convention. One SQL statement. */
export async function readRepertoire(tx: Tx, conventionId: number): Promise<Repertoire> {
  const [lu] = await tx.$queryRaw<{ repertoire: Repertoire }[]>`
    SELECT jsonb_build_object(
      'themes', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'nom', nom) ORDER BY ordre), '[]') FROM theme_afas),
      'communes', (SELECT coalesce(jsonb_agg(nom ORDER BY ordre, id), '[]') FROM porte.commune_territoire WHERE convention_id = ${conventionId}),
      'organismes', (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', ref, 'nom', nom) ORDER BY ordre, id), '[]') FROM porte.partie WHERE convention_id = ${conventionId}),
      'avenants', (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', ref, 'objet', objet) ORDER BY ordre, id), '[]') FROM porte.avenant WHERE convention_id = ${conventionId}),
      'documents', (SELECT coalesce(jsonb_agg(titre ORDER BY ordre, id), '[]') FROM porte.document WHERE convention_id = ${conventionId})) AS repertoire`
  if (!lu) throw new Error('no repertoire')
  return lu.repertoire
}

/** Sides that somebody speaks for, by their roles: an administrator speaks for none. */
const listCotes = ({ roles }: ConventionOuverte): string[] =>
  roles.includes('ADMINISTRATEUR')
    ? []
    : [
        ...(roles.includes('CONSEILLER_CAF') ? ['CAF'] : []),
        ...(roles.includes('CHARGE_COOPERATION') ? ['COORDINATION'] : []),
      ]

/** Everything that a file is judged against, as it is now. */
export async function readContexteImport(tx: Tx, convention: ConventionOuverte): Promise<ContexteImport> {
  const refus = await checkGesteLibre(tx, convention.id, 'FICHE')
  return {
    plan: flattenPlan(await exportPlan(tx, convention.id)),
    repertoire: await readRepertoire(tx, convention.id),
    periode: { debut: convention.debut, fin: convention.fin },
    cotes: listCotes(convention),
    gesteReserve: refus?.message ?? null,
  }
}

/**
 * Holds the plan still until the end of the transaction: one import at a time, and no row of it changes between the
 * moment it is read and the moment it is written.
 */
export async function lockPlan(tx: Tx, conventionId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import_tableur'), ${conventionId})`
  for (const table of [
    'plan_action',
    'axe',
    'fiche_action',
    'etape',
    'indicateur',
    'cible_indicateur',
    'mesure',
    'ligne_budget',
    'lien_fiche',
  ] as const)
    await tx.$queryRaw`
      SELECT count(*)::int FROM (SELECT FROM ${SOURCES[table]} WHERE convention_id = ${conventionId} FOR NO KEY UPDATE) t`
}
