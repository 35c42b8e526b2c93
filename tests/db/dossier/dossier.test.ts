import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importDossier } from '@/lib/dossier/import/actions'
import { formatDossier } from '@/lib/dossier/export/read'
import { getDossier } from '@/lib/dossier/export/queries'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createDossierExemple } from '@/tests/support/dossiers/exemple'
import { arbitraryDossier } from '@/tests/support/dossiers/generator'
import { goAndReturn, importSur, listCodes, readSur } from '@/tests/support/dossiers/base'
import { createPersonne } from '@/tests/support/personnes'
import { runsOf } from '@/tests/unit/runs'

const SEED = new URL('../../../prisma/seed/', import.meta.url)

/** The dossiers delivered with the product, whichever they are. */
async function listLivres(): Promise<Dossier[]> {
  const fichiers = readdirSync(SEED)
    .filter((nom) => nom.endsWith('.ts'))
    .sort()
  const modules = await Promise.all(
    fichiers.map((nom) => import(new URL(nom, SEED).href) as Promise<{ dossier?: unknown }>),
  )
  return modules.flatMap(({ dossier }) => (dossier === undefined ? [] : [readSur(dossier)]))
}

/** The same under another address, so that it can stand beside the one that is loaded. */
const rename = (dossier: Dossier, slug: string): Dossier => ({
  ...dossier,
  convention: { ...dossier.convention, slug },
})

let database: TestDatabase
let owner: pg.Client
let session: string

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  session = (await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])).session
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

describe('what is exported is what was imported', () => {
  it('for the dossiers delivered with the product', async () => {
    const livres = await listLivres()
    expect(livres.map(({ convention }) => convention.slug).sort()).toEqual([
      'demonstration',
      'golfe-et-etangs',
      'grand-chatellerault',
      'provence-alpes-agglomeration',
      'val-aigo',
      'vallee-des-baux-alpilles',
    ])
    for (const livre of livres) {
      const dossier = rename(livre, `${livre.convention.slug}-essai`)
      expect(formatDossier(await goAndReturn(session, dossier)), livre.convention.slug).toBe(formatDossier(dossier))
    }
  }, 60_000)

  it('for a dossier written with nothing but what is required', async () => {
    const dossier = readSur({
      ...createDossierExemple('nu'),
      deliberations: [],
      enjeux: [],
      instances: [],
      plan: null,
      schemas: [],
    })
    expect(await goAndReturn(session, dossier)).toEqual(dossier)
  })

  it('for generated dossiers: all fields, all characters, exact decimals', async () => {
    const codes = await listCodes(owner)
    let rang = 0
    await fc.assert(
      fc.asyncProperty(arbitraryDossier(codes, 'genere'), async (genere) => {
        rang += 1
        const dossier = readSur(rename(genere, `genere-${rang}`))
        expect(formatDossier(await goAndReturn(session, dossier))).toBe(formatDossier(dossier))
      }),
      // A failure is shown with its seed: making it smaller would write hundreds of conventions more.
      { ...runsOf(64), endOnFailure: true },
    )
  }, 180_000)

  it('twice: importing an export makes the same convention', async () => {
    const dossier = readSur(createDossierExemple('aller'))
    const retour = await goAndReturn(session, dossier)
    const second = await goAndReturn(session, readSur(formatDossier(rename(retour, 'retour'))))
    expect(rename(second, 'aller')).toEqual(dossier)
  })
})

describe('what it costs', () => {
  /** SQL statements of some work, BEGIN and COMMIT included. */
  async function countAround(travail: () => Promise<unknown>): Promise<number> {
    const avant = countInstructions()
    await travail()
    return countInstructions() - avant
  }

  /** The example with `n` fiches that each have étapes, indicators and measures. */
  function createGrand(slug: string, n: number): Dossier {
    const exemple = createDossierExemple(slug)
    const [fiche] = exemple.plan.fiches ?? []
    const [indicateur] = fiche?.indicateurs ?? []
    if (!fiche || !indicateur) throw new Error('the example has a fiche with an indicator')
    const fiches = Array.from({ length: n }, (_, i) => ({
      ...fiche,
      ref: i === 0 ? fiche.ref : `fiche-${i}`,
      etapes: [0, 1].map((j) => ({ ref: `etape-${i}-${j}`, titre: 'Étape' })),
      indicateurs: [0, 1].map((j) => ({
        ...indicateur,
        ref: `indicateur-${i}-${j}`,
        etape: `etape-${i}-${j}`,
        mesures: [
          { periode: '2024', valeur: '1' },
          { periode: '2025', valeur: '2' },
        ],
      })),
    }))
    return readSur({ ...exemple, plan: { ...exemple.plan, fiches } })
  }

  it('as many statements for a large dossier as for a small one', async () => {
    const petit = createGrand('petit', 2)
    const grand = createGrand('grand', 200)
    const cout = await countAround(() => importSur(session, petit))
    expect(await countAround(() => importSur(session, grand))).toBe(cout)
    expect(cout).toBeLessThanOrEqual(45)
    const aller = await countAround(() => goAndReturn(session, createGrand('moyen', 50)))
    expect(aller - cout).toBeLessThanOrEqual(66)
  })

  it('a table of more than a thousand rows takes one more', async () => {
    const immense = createGrand('immense', 600)
    expect(formatDossier(await goAndReturn(session, immense))).toBe(formatDossier(immense))
  }, 60_000)
})

it('what is looked for is folded by the database', async () => {
  await importSur(session, readSur(createDossierExemple('recherche')))
  const { rows } = await owner.query<{ recherche: string }>(
    `SELECT f.recherche FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = 'recherche'`,
  )
  // Its title, who leads it, its étapes.
  expect(rows).toEqual([{ recherche: 'la coordination la commune recruter' }])
})

it('through the action and the query, as a person does: one line in the journal each', async () => {
  const dossier = readSur(createDossierExemple('par-action'))
  expect(await runAs(session, () => importDossier({ dossier: formatDossier(dossier) }))).toMatchObject({
    ok: true,
    data: { slug: 'par-action' },
  })
  expect(await runAs(session, () => getDossier({ convention: 'par-action' }))).toEqual({ ok: true, data: dossier })
  const { rows } = await owner.query<{ operation: string; n: number }>(
    `SELECT j.operation, count(*)::int AS n FROM journal j JOIN convention c ON c.id = j.convention_id WHERE c.slug = 'par-action' GROUP BY 1 ORDER BY 1`,
  )
  expect(rows).toEqual([
    { operation: 'dossier.exporter', n: 1 },
    { operation: 'dossier.importer', n: 1 },
  ])
  const refus = await runAs(session, () =>
    importDossier({ dossier: { ...dossier, plan: { ...dossier.plan, titree: 'x' } } }),
  )
  expect(refus).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'plan.titree' }] })
})
