import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportPlan } from '@/lib/dossier/queries-plan'
import { checkTableur, importTableur, recordTableur } from '@/lib/plan-action/actions-tableur'
import { exportPlanTableur, getImportTableur, getRapportTableur } from '@/lib/plan-action/queries-tableur'
import { getPlanAction } from '@/lib/plan-action/queries'
import type { Correspondance } from '@/lib/plan-action/types-tableur'
import { closeClient, countInstructions, getClient } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/session'
import { readTableur } from '@/lib/tableurs/read'
import type { Feuille, FormatTableur } from '@/lib/tableurs/types'
import { writeTableur } from '@/lib/tableurs/write'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { createPersonne, type Personne } from '../support/personnes'

let db: TestDatabase
let owner: pg.Client
let duo: Personne
let slugs: string[]
const TODAY = { today: '2026-11-22' }

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  slugs = (await owner.query<{ slug: string }>('SELECT slug FROM convention ORDER BY slug')).rows.map(({ slug }) => slug)
  // Both sides at once: what either confirms may come back confirmed.
  duo = await createPersonne(db.ownerUrl, slugs.flatMap((convention) => [{ type: 'CONSEILLER_CAF' as const, convention }, { type: 'CHARGE_COOPERATION' as const, convention }]))
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

function unwrap<T>(resultat: Resultat<T>): T {
  if (!resultat.ok) throw new Error(`${resultat.tag} ${resultat.message} ${JSON.stringify('champs' in resultat ? resultat.champs : '')}`)
  return resultat.data
}

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> => runAs(personne.session, travail, TODAY)
const conventionDe = async (slug: string): Promise<number> => (await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [slug])).rows[0]?.id ?? 0

/** The plan as a dossier says it, without what only its author may say. */
async function readPlan(slug: string) {
  const id = await conventionDe(slug)
  const plan = await getClient().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT app.ouvrir(${(await import('@/lib/platform/secret')).hashSecret(duo.session)}, 'plan.lire', ${slug})`
    return exportPlan(tx, id)
  })
  return plan && { ...plan, fiches: plan.fiches.map((fiche) => ({ ...fiche, appreciations: [] })) }
}

async function emptyPlan(slug: string): Promise<void> {
  const id = await conventionDe(slug)
  const gardees = ['version_plan', 'point_ordre_du_jour', 'decision']
  for (const table of gardees) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await owner.query('UPDATE point_ordre_du_jour SET fiche_action_id = NULL, indicateur_id = NULL, proposition_id = NULL WHERE convention_id = $1', [id])
  await owner.query('DELETE FROM decision WHERE convention_id = $1', [id])
  await owner.query('DELETE FROM plan_action WHERE convention_id = $1', [id])
  for (const table of gardees) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
}

const toFichier = (octets: Uint8Array, nom: string): File => new File([new Uint8Array(octets)], nom)
const exporter = (slug: string, format: FormatTableur, personne = duo) => as(personne, () => exportPlanTableur({ convention: slug, format })).then(unwrap).then(({ octets }) => octets)

/** Chooses, checks, and confirms. */
async function importFichier(slug: string, octets: Uint8Array, personne = duo, adapte: (c: Correspondance) => Correspondance = (c) => c) {
  const { import: id } = unwrap(await as(personne, () => recordTableur({ convention: slug, fichier: toFichier(octets, 'plan.xlsx') })))
  const { courant } = unwrap(await as(personne, () => getImportTableur({ convention: slug, import: id })))
  if (!courant) throw new Error('no import')
  const verifie = unwrap(await as(personne, () => checkTableur({ convention: slug, import: id, version: courant.version, correspondance: adapte(courant.correspondance) })))
  const vue = unwrap(await as(personne, () => getImportTableur({ convention: slug, import: id })))
  return { id, comptes: verifie.comptes, version: verifie.version, verdicts: vue.courant?.verdicts ?? [], confirm: (sansRefusees = false) => as(personne, () => importTableur({ convention: slug, import: id, version: verifie.version, sansRefusees })) }
}

describe('given the plan of each convention', () => {
  it.each(['xlsx', 'ods'] as const)('when it is exported to %s and imported where there is no plan, then the plan is the same', { timeout: 120_000 }, async (format) => {
    for (const slug of slugs) {
      const avant = await readPlan(slug)
      if (avant === null) continue
      const octets = await exporter(slug, format)
      await emptyPlan(slug)
      const { comptes, verdicts, confirm } = await importFichier(slug, octets)
      expect(verdicts.filter(({ verdict }) => verdict === 'REFUSEE'), slug).toEqual([])
      expect(comptes.CREEE).toBeGreaterThan(0)
      expect(unwrap(await confirm()).ecrit).toBe(true)
      expect(await readPlan(slug), slug).toEqual(avant)
    }
  })
})
