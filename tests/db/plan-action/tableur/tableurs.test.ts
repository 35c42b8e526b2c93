import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportPlan } from '@/lib/plan-action/document/read'
import { checkTableur, importTableur, recordTableur } from '@/lib/plan-action/tableur/actions'
import { exportPlanTableur, getImportTableur, getRapportTableur } from '@/lib/plan-action/tableur/queries'
import type { Correspondance } from '@/lib/plan-action/tableur/types/tableur'
import { closeClient, countInstructions, getClient } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { readTableur } from '@/lib/tableurs/read'
import type { Feuille, FormatTableur } from '@/lib/tableurs/types'
import { writeTableur } from '@/lib/tableurs/write'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

let db: TestDatabase
let owner: pg.Client
let duo: Personne
let slugs: string[]
const TODAY = { today: '2026-11-22' }

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  slugs = (await owner.query<{ slug: string }>('SELECT slug FROM convention ORDER BY slug')).rows.map(
    ({ slug }) => slug,
  )
  // Both sides at once: what either confirms may come back confirmed.
  duo = await createPersonne(
    db.ownerUrl,
    slugs.flatMap((convention) => [
      { type: 'CONSEILLER_CAF' as const, convention },
      { type: 'CHARGE_COOPERATION' as const, convention },
    ]),
  )
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

function unwrap<T>(resultat: Resultat<T, unknown>): T {
  if (!resultat.ok)
    throw new Error(
      `${resultat.tag} ${resultat.message} ${JSON.stringify('champs' in resultat ? resultat.champs : '')}`,
    )
  return resultat.data
}

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> => runAs(personne.session, travail, TODAY)
const conventionDe = async (slug: string): Promise<number> =>
  (await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [slug])).rows[0]?.id ?? 0

/** The plan as a dossier says it, without what only its author may say. */
async function readPlan(slug: string) {
  const id = await conventionDe(slug)
  const plan = await getClient().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT app.ouvrir(${(await import('@/lib/platform/identite/secret')).hashSecret(duo.session)}, 'plan.lire', ${slug})`
    return exportPlan(tx, id)
  })
  return plan && { ...plan, fiches: plan.fiches.map((fiche) => ({ ...fiche, appreciations: [] })) }
}

async function emptyPlan(slug: string): Promise<void> {
  const id = await conventionDe(slug)
  const gardees = ['version_plan', 'point_ordre_du_jour', 'decision']
  for (const table of gardees) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await owner.query(
    'UPDATE point_ordre_du_jour SET fiche_action_id = NULL, indicateur_id = NULL, proposition_id = NULL WHERE convention_id = $1',
    [id],
  )
  await owner.query('DELETE FROM decision WHERE convention_id = $1', [id])
  await owner.query('DELETE FROM plan_action WHERE convention_id = $1', [id])
  for (const table of gardees) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
}

const toFichier = (octets: Uint8Array, nom: string): File => new File([new Uint8Array(octets)], nom)
const exporter = (slug: string, format: FormatTableur, personne = duo) =>
  as(personne, () => exportPlanTableur({ convention: slug, format }))
    .then(unwrap)
    .then(({ octets }) => octets)

/** Chooses, checks, and confirms. */
async function importFichier(
  slug: string,
  octets: Uint8Array,
  personne = duo,
  adapte: (c: Correspondance) => Correspondance = (c) => c,
) {
  const { import: id } = unwrap(
    await as(personne, () => recordTableur({ convention: slug, fichier: toFichier(octets, 'plan.xlsx') })),
  )
  const { courant } = unwrap(await as(personne, () => getImportTableur({ convention: slug, import: id })))
  if (!courant) throw new Error('no import')
  const verifie = unwrap(
    await as(personne, () =>
      checkTableur({
        convention: slug,
        import: id,
        version: courant.version,
        correspondance: adapte(courant.correspondance),
      }),
    ),
  )
  const vue = unwrap(await as(personne, () => getImportTableur({ convention: slug, import: id })))
  return {
    id,
    comptes: verifie.comptes,
    version: verifie.version,
    verdicts: vue.courant?.verdicts ?? [],
    confirm: (sansRefusees = false) =>
      as(personne, () => importTableur({ convention: slug, import: id, version: verifie.version, sansRefusees })),
  }
}

describe('given the plan of each convention', () => {
  it.each(['xlsx', 'ods'] as const)(
    'when it is exported to %s and imported where there is no plan, then the plan is the same',
    { timeout: 120_000 },
    async (format) => {
      for (const slug of slugs) {
        const avant = await readPlan(slug)
        if (avant === null) continue
        const octets = await exporter(slug, format)
        await emptyPlan(slug)
        const { comptes, verdicts, confirm } = await importFichier(slug, octets)
        expect(
          verdicts.filter(({ verdict }) => verdict === 'REFUSEE'),
          slug,
        ).toEqual([])
        expect(comptes.CREEE).toBeGreaterThan(0)
        expect(unwrap(await confirm()).ecrit).toBe(true)
        expect(await readPlan(slug), slug).toEqual(avant)
      }
    },
  )
})

const table = (lignes: string[][], format: FormatTableur = 'csv') => writeTableur(format, [{ nom: 'Actions', lignes }])
const lireFiches = async (octets: Uint8Array): Promise<Feuille> => {
  const lecture = await readTableur(octets)
  const fiches = lecture.ok ? lecture.feuilles.find(({ nom }) => nom === 'Fiches') : undefined
  if (!fiches) throw new Error('no sheet of fiches')
  return fiches
}
const countJournal = async (operation: string): Promise<number> =>
  Number(
    (await owner.query<{ n: string }>('SELECT count(*) AS n FROM journal WHERE operation = $1', [operation])).rows[0]
      ?.n,
  )

describe('given an export that a person corrects', () => {
  it('when it comes back as it is, then nothing changes, be it twice', async () => {
    const avant = await readPlan('provence-alpes-agglomeration')
    for (const format of ['xlsx', 'csv'] as const) {
      const { comptes, confirm } = await importFichier(
        'provence-alpes-agglomeration',
        await exporter('provence-alpes-agglomeration', format),
      )
      expect({ ...comptes, INCHANGEE: 0 }).toEqual({ CREEE: 0, CHANGEE: 0, INCHANGEE: 0, REFUSEE: 0 })
      expect(comptes.INCHANGEE).toBeGreaterThan(0)
      expect(unwrap(await confirm()).ecrit).toBe(true)
    }
    expect(await readPlan('provence-alpes-agglomeration')).toEqual(avant)
  })

  it('when a cell changes, then that alone changes, as it reads, and the journal says one import', async () => {
    const { lignes } = await lireFiches(await exporter('val-aigo', 'xlsx'))
    const colonne = (titre: string) => lignes[0]?.indexOf(titre) ?? -1
    const [, ligne = []] = lignes
    ligne[colonne('Statut')] = 'en cours'
    ligne[colonne('Pilotes')] = 'CCVA : facilitateur ?\nÀ définir'
    const imports = await countJournal('plan.importer')
    const { comptes, verdicts, confirm } = await importFichier(
      'val-aigo',
      await writeTableur('ods', [{ nom: 'Fiches', lignes }]),
    )
    expect(comptes).toMatchObject({ CREEE: 0, CHANGEE: 1, REFUSEE: 0 })
    expect(verdicts[0]?.changements.map(({ colonne: nom, a }) => [nom, a])).toEqual([
      ['Statut', 'En cours'],
      ['Pilotes', 'CCVA : facilitateur ?\nÀ définir'],
    ])
    const avant = await readPlan('val-aigo')
    unwrap(await confirm())
    const apres = await readPlan('val-aigo')
    const [change, ...autres] =
      apres?.fiches.filter(
        (fiche) => JSON.stringify(fiche) !== JSON.stringify(avant?.fiches.find(({ ref }) => ref === fiche.ref)),
      ) ?? []
    expect(autres).toEqual([])
    expect(change).toMatchObject({ statut: 'EN_COURS' })
    expect(
      change?.pilotages.filter(({ role }) => role === 'PILOTE').map(({ texte, aDefinir }) => [texte, aDefinir]),
    ).toEqual([
      ['CCVA : facilitateur ?', false],
      ['À définir', true],
    ])
    expect(await countJournal('plan.importer')).toBe(imports + 1)
  })
})

describe('given a spreadsheet from elsewhere', () => {
  const entete = [
    'N°',
    'Intitulé de l’action',
    'Axe',
    'Échéancier',
    'État',
    'Responsable',
    'Avancement',
    'Coordination',
  ]
  it('when its columns are read by likeness, then its rows are fiches, and the same file twice changes nothing', async () => {
    const slug = slugs.find((nom) => nom.startsWith('val')) ?? ''
    const { rows } = await owner.query<{ titre: string }>(
      'SELECT a.titre FROM axe a JOIN convention c ON c.id = a.convention_id WHERE c.slug = $1 AND a.titre NOT IN (SELECT titre FROM axe b WHERE b.convention_id = c.id AND b.id <> a.id) ORDER BY a.id LIMIT 1',
      [slug],
    )
    const lignes = [
      ['Plan de la communauté'],
      [],
      entete,
      ['A1', 'Ouvrir un lieu d’accueil', rows[0]?.titre ?? '', '2e semestre 2025', 'démarrée', 'Caf', '40 %', 'oui'],
      ['A2', '=Une action', rows[0]?.titre ?? '', '', '', '', '', '?'],
    ]
    const premiere = await importFichier(slug, await table(lignes))
    expect(premiere.verdicts.flatMap(({ erreurs }) => erreurs)).toEqual([])
    expect(premiere.comptes).toMatchObject({ CREEE: 2, REFUSEE: 0 })
    unwrap(await premiere.confirm())
    const fiches = (await readPlan(slug))?.fiches.slice(-2)
    expect(fiches?.[0]).toMatchObject({
      numero: 'A1',
      titre: 'Ouvrir un lieu d’accueil',
      statut: 'EN_COURS',
      avancement: 40,
      enjeuCoordination: true,
      calendrier: { texte: '2e semestre 2025', debut: '2025-07-01', fin: '2025-12-31' },
    })
    expect(fiches?.[1]).toMatchObject({ titre: '=Une action', statut: 'A_PRECISER', enjeuCoordination: null })
    const seconde = await importFichier(slug, await table(lignes))
    expect(seconde.comptes).toMatchObject({ CREEE: 0, CHANGEE: 0, INCHANGEE: 2, REFUSEE: 0 })
  })

  it('when cells are wrong, then each is named with its remedy, nothing is written, and the report says the same', async () => {
    const slug = slugs[0] ?? ''
    const avant = await readPlan(slug)
    const { id, comptes, verdicts, confirm } = await importFichier(
      slug,
      await table([
        ['Titre', 'Axe', 'Statut', 'Début', 'Fin', 'Avancement (%)'],
        ['Une fiche', 'Un axe inconnu', 'peut-être', '03/03/26', '', '120'],
        ['', 'x', '', '', '', ''],
      ]),
      duo,
      (c) => ({ ...c, creerAxes: false }),
    )
    expect(comptes).toMatchObject({ CREEE: 0, REFUSEE: 2 })
    expect(verdicts[0]?.erreurs.map(({ adresse, colonne }) => [adresse, colonne])).toEqual([
      ['C2', 'Statut'],
      ['D2', 'Début'],
      ['F2', 'Avancement (%)'],
      ['B2', 'Axe'],
    ])
    expect(await confirm()).toMatchObject({ ok: false, tag: 'REGLE' })
    expect(await readPlan(slug)).toEqual(avant)
    const rapport = await readTableur(
      unwrap(await as(duo, () => getRapportTableur({ convention: slug, import: id, format: 'xlsx' }))).octets,
    )
    expect(rapport.ok && rapport.feuilles[0]?.lignes[1]?.join('\n')).toContain('C2 (Statut)')
  })

  it('when the convention has no plan, then the axes of the file make one', async () => {
    const slug = slugs.at(-1) ?? ''
    await emptyPlan(slug)
    const { comptes, confirm } = await importFichier(
      slug,
      await table([
        ['Axe', 'Titre'],
        ['Petite enfance', 'A'],
        ['Petite enfance', 'B'],
        ['Parentalité', 'C'],
      ]),
    )
    expect(comptes).toMatchObject({ CREEE: 3, REFUSEE: 0 })
    unwrap(await confirm())
    const plan = await readPlan(slug)
    expect(plan?.axes.map(({ titre }) => titre)).toEqual(['Petite enfance', 'Parentalité'])
    expect(plan?.fiches.map(({ titre, axe }) => [titre, axe])).toEqual([
      ['A', 'axe-petite-enfance'],
      ['B', 'axe-petite-enfance'],
      ['C', 'axe-parentalite'],
    ])
  })
})

describe('given an import that was checked', () => {
  it('when the plan changes before it is confirmed, then it is judged again and nothing is written yet', async () => {
    const slug = 'provence-alpes-agglomeration'
    const { lignes } = await lireFiches(await exporter(slug, 'xlsx'))
    const [, ligne = []] = lignes
    ligne[lignes[0]?.indexOf('Note de suivi') ?? -1] = 'Note du tableur'
    const { id, version, confirm } = await importFichier(slug, await writeTableur('xlsx', [{ nom: 'Fiches', lignes }]))
    await owner.query(
      `UPDATE fiche_action SET suivi = 'Note saisie entre-temps' WHERE ref = $1 AND convention_id = $2`,
      [ligne[lignes[0]?.indexOf('Référence') ?? -1], await conventionDe(slug)],
    )
    expect(unwrap(await confirm())).toMatchObject({ ecrit: false, version: version + 1 })
    expect(await confirm()).toMatchObject({ ok: false, tag: 'CONFLIT' })
    expect(
      unwrap(
        await as(duo, () => importTableur({ convention: slug, import: id, version: version + 1, sansRefusees: false })),
      ),
    ).toMatchObject({ ecrit: true })
  })

  it('when somebody else asks for it, then it does not exist, and a file is nobody’s who may not write', async () => {
    const slug = 'provence-alpes-agglomeration'
    const { id, version } = await importFichier(slug, await exporter(slug, 'csv'))
    const collegue = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: slug }])
    const pilote = await createPersonne(db.ownerUrl, [{ type: 'PILOTE', convention: slug }])
    expect(
      await as(collegue, () => importTableur({ convention: slug, import: id, version, sansRefusees: true })),
    ).toMatchObject({ tag: 'REGLE', code: 'IMPORT_ABSENT' })
    expect(await as(collegue, () => getImportTableur({ convention: slug, import: id }))).toMatchObject({
      tag: 'INTROUVABLE',
    })
    expect(
      await as(pilote, () => recordTableur({ convention: slug, fichier: new File(['a;b'], 'a.csv') })),
    ).toMatchObject({ tag: 'INTERDIT' })
    expect((await as(pilote, () => exportPlanTableur({ convention: slug, format: 'csv' }))).ok).toBe(true)
  })
})

describe('given the filters of the list', () => {
  it('when the plan is taken out, then so are the fiches they leave, and those alone', async () => {
    const filtre = (
      await as(duo, () =>
        exportPlanTableur({ convention: 'provence-alpes-agglomeration', format: 'xlsx', q: 'parantalité' }),
      ).then(unwrap)
    ).octets
    const { lignes } = await lireFiches(filtre)
    expect(lignes.slice(1).map((ligne) => ligne[lignes[0]?.indexOf('Numéro') ?? -1])).toEqual(['4.1'])
    const lecture = await readTableur(filtre)
    const etapes = lecture.ok ? lecture.feuilles.find(({ nom }) => nom === 'Étapes') : undefined
    expect(etapes?.lignes.slice(1)).toHaveLength(4)
  })
})

describe('given a file of 2 000 rows', () => {
  it('then it is checked and written in a few statements, and the screen reads it in twelve', {
    timeout: 120_000,
  }, async () => {
    const slug = slugs.at(-1) ?? ''
    const lignes = [
      ['Axe', 'Numéro', 'Titre', 'Pilotes', 'Calendrier', 'Description'],
      ...Array.from({ length: 2_000 }, (_, i) => [
        i % 2 ? 'Petite enfance' : 'Parentalité',
        `N${i}`,
        `Fiche numéro ${i}`,
        'Caf\nCommune',
        'rentrée 2025',
        'Une description de taille ordinaire. '.repeat(8),
      ]),
    ]
    const octets = await table(lignes, 'xlsx')
    const debut = performance.now()
    const { id, comptes, confirm } = await importFichier(slug, octets)
    expect(comptes).toMatchObject({ CREEE: 2_000, REFUSEE: 0 })
    const avant = countInstructions()
    unwrap(await confirm())
    expect(countInstructions() - avant).toBeLessThan(90)
    if (process.env.MESURES) console.info(`2 000 rows checked and written: ${Math.round(performance.now() - debut)} ms`)
    const lecture = countInstructions()
    unwrap(await as(duo, () => getImportTableur({ convention: slug, import: id })))
    expect(countInstructions() - lecture).toBeLessThanOrEqual(12)
    const { comptes: encore } = await importFichier(slug, octets)
    expect(encore).toMatchObject({ CREEE: 0, CHANGEE: 0, INCHANGEE: 2_000 })
  })
})
