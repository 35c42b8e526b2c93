import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listSources, readMentions, readModels } from '@/tests/support/tables/mentions'
import { judgeMentions, readOwnership } from '@/tests/support/tables/ownership'
import { readSql } from '@/tests/support/tables/sql'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const models = readModels(fs.readFileSync(path.join(ROOT, 'prisma/schema.prisma'), 'utf8'))
const ownership = readOwnership()
const roomOf = (file: string): string => file.split('/')[1] ?? ''

const readings = listSources(ROOT, 'lib').map((file) =>
  readMentions(file, fs.readFileSync(path.join(ROOT, file), 'utf8'), models),
)
const mentions = readings.flatMap((reading) => reading.mentions)
const ctes = new Set(readings.flatMap((reading) => reading.ctes))

describe('the tables of a room', () => {
  it('are named in its own SQL alone; others go through its doors', () => {
    expect(judgeMentions(mentions, ownership, roomOf, ctes)).toEqual([])
  })

  it('are all the tables there are, and no other', () => {
    expect([...ownership.tables.keys()].sort()).toEqual([...models.values()].map(({ table }) => table).sort())
  })

  it('belong to rooms that exist', () => {
    const rooms = new Set([...fs.readdirSync(path.join(ROOT, 'lib')), 'reference'])
    const named = [...ownership.tables.values()].flatMap(({ room, readers }) => [
      room,
      ...(readers === 'ALL' ? [] : readers),
    ])
    const owners = [...ownership.doors.values(), ...[...ownership.definers.values()].map(({ room }) => room)]
    expect([...named, ...owners, ...ownership.whole].filter((room) => !rooms.has(room))).toEqual([])
  })

  it('lend their name to no part of a statement', () => {
    expect([...ctes].filter((name) => ownership.tables.has(name))).toEqual([])
  })

  it('have a name where they are used: no other place makes one up', () => {
    const inventive = new Set(readings.flatMap(({ dynamic }) => dynamic.map(({ file }) => file)))
    expect([...inventive].sort()).toEqual([])
  })

  it('are read from far away only by those whom the page lets', () => {
    const read = new Set(mentions.map(({ file, name }) => `${roomOf(file)} ${name}`))
    const idle = [...ownership.tables].flatMap(([name, { readers }]) =>
      readers === 'ALL'
        ? []
        : [...readers].filter((room) => !read.has(`${room} ${name}`)).map((room) => `${room} ${name}`),
    )
    expect(idle).toEqual([])
  })
})

describe('the doors of a room', () => {
  it('are each used by another room', () => {
    const used = new Set(mentions.map(({ file, name }) => `${roomOf(file)} ${name}`))
    const views = [...ownership.doors].filter(([door]) => door.startsWith('porte.'))
    const idle = views.filter(
      ([door, room]) => ![...used].some((use) => use.endsWith(` ${door}`) && use !== `${room} ${door}`),
    )
    expect(idle.map(([door]) => door)).toEqual([])
  })
})

/** What a statement names: what it writes is marked. */
const tell = (sql: string): string[] => readSql(sql).named.map(({ name, write }) => (write ? `${name}!` : name))

describe('the reading of a statement', () => {
  it.each<[sql: string, named: string[]]>([
    ['SELECT * FROM convention c, reunion AS r WHERE c.id = r.convention_id', ['convention', 'reunion']],
    [
      'SELECT 1 FROM a JOIN b ON b.id = a.b, c LEFT JOIN LATERAL (SELECT 1 FROM d) x ON true, e',
      ['a', 'b', 'c', 'd', 'e'],
    ],
    ['SELECT (SELECT max(x.n) FROM a x), array(SELECT 1 FROM b) FROM c', ['a', 'b', 'c']],
    ['SELECT 1 FROM (a JOIN b USING (id)) JOIN c USING (id)', ['a', 'b', 'c']],
    ['SELECT 1 FROM ONLY a, public.b, "c" d, "Public"."E"', ['a', 'public.b', 'c', 'Public.E']],
    ['INSERT INTO a (b, c) SELECT d.b, d.c FROM d ON CONFLICT (b) DO UPDATE SET c = 1 RETURNING id', ['a!', 'd']],
    ['UPDATE a x SET b = v.b FROM (SELECT 1 FROM c) v, d WHERE x.id = v.id', ['a!', 'c', 'd']],
    ['DELETE FROM a USING b, c WHERE a.id = b.id', ['a!', 'b', 'c']],
    ['MERGE INTO a USING b ON a.id = b.id WHEN MATCHED THEN UPDATE SET c = 1', ['a!', 'b']],
    ['TRUNCATE a; LOCK TABLE b', ['a!', 'b!']],
    ['SELECT id FROM a FOR NO KEY UPDATE OF a', ['a']],
    ['SELECT id FROM a WHERE b IS DISTINCT FROM c AND d IS NOT DISTINCT FROM e', ['a']],
    ['SELECT extract(year FROM b.jour), trim(both from c), substring(d FROM 2) FROM a', ['a']],
    ['SELECT 1 FROM unnest(ARRAY[1, 2]) u, jsonb_to_recordset(x) AS v(id int), app.f((SELECT 1 FROM a)) f', ['a']],
    ["SELECT 'texte FROM b', $q$ FROM c $q$ /* FROM d */ FROM a -- FROM e", ['a']],
    ['SELECT a.from_b, a.join, b."from" FROM a', ['a']],
    ['SELECT 1 FROM a UNION ALL SELECT 1 FROM b ORDER BY c, d', ['a', 'b']],
    ['SELECT count(*) FILTER (WHERE x) OVER (ORDER BY b, c) FROM a WHERE d IN (1, 2) GROUP BY e, f', ['a']],
    ['AND EXISTS (SELECT FROM a WHERE a.id = x.id)) AS b, (SELECT 1 FROM c)', ['a', 'c']],
  ])('%s', (sql, named) => {
    expect(tell(sql)).toEqual(named)
  })

  it('tells the parts of a statement from tables', () => {
    const sql =
      'WITH RECURSIVE a (x) AS (SELECT 1 FROM b UNION SELECT 1 FROM a), c AS NOT MATERIALIZED (SELECT 1), d AS MATERIALIZED (UPDATE e SET f = 1 RETURNING *) SELECT 1 FROM a, c, d'
    expect(readSql(sql).ctes).toEqual(['a', 'c', 'd'])
    expect(tell(sql)).toEqual(['b', 'a', 'e!', 'a', 'c', 'd'])
  })
})

/** What a line of code of the room plan-action is reproached with. */
function judge(code: string): string[] {
  const { mentions: found, ctes: parts, dynamic } = readMentions('lib/plan-action/essai.ts', code, models)
  return [
    ...judgeMentions(found, ownership, roomOf, new Set(parts)).map((line) => line.replace(/^\S+:\d+ /, '')),
    ...dynamic.map(({ name }) => `dynamic ${name}`),
  ]
}

const REUNION = 'reads reunion: it belongs to gouvernance'

describe('a foreign table is refused', () => {
  it.each<[how: string, code: string, reproach: string[]]>([
    ['in FROM', 'tx.$queryRaw`SELECT 1 FROM reunion r`', [REUNION]],
    ['in JOIN', 'Prisma.sql`LEFT JOIN reunion r ON r.id = p.reunion_id`', [REUNION]],
    ['in a list', 'Prisma.sql`SELECT 1 FROM fiche_action f, reunion r`', [REUNION]],
    ['as the beginning of a fragment', 'Prisma.sql`reunion r, fiche_action f`', [REUNION]],
    ['behind a hole', 'Prisma.sql`SELECT ${a} FROM ${b} x JOIN reunion r ON ${c}`', [REUNION]],
    ['by its schema', 'Prisma.sql`SELECT 1 FROM public.reunion`', ['reads public.reunion: it belongs to gouvernance']],
    ['in a text', "const SQL = 'SELECT id FROM reunion'", [REUNION]],
    ['by a name given apart', "Prisma.sql`SELECT 1 FROM ${Prisma.raw('reunion')}`", [REUNION]],
    ['by a fragment that is its name', 'const TABLES = { r: Prisma.sql`reunion` }', [REUNION]],
    ['by a name that only runs', 'Prisma.sql`SELECT 1 FROM ${Prisma.raw(nom)}`', ['dynamic Prisma.raw(nom)']],
    ['by a name in a text', 'tx.$queryRawUnsafe(`SELECT 1 FROM ${nom}`)', ['dynamic nom']],
    [
      'when it is written',
      'tx.$executeRaw`UPDATE reunion SET lieu = 1`',
      ['writes reunion: it belongs to gouvernance'],
    ],
    ['when it is emptied', 'tx.$executeRaw`DELETE FROM reunion`', ['writes reunion: it belongs to gouvernance']],
    ['by Prisma', 'tx.reunion.findMany({})', [REUNION]],
    ['by Prisma, to write', 'contexte.tx.reunion.updateMany({})', ['writes reunion: it belongs to gouvernance']],
    [
      'by a relation',
      'tx.ficheAction.findMany({ select: { points: { select: { reunion: true } } } })',
      ['reads point_ordre_du_jour: it belongs to gouvernance', REUNION],
    ],
    [
      'by a relation named apart',
      'const tri = [{ organisme: { ordre: "asc" } }]\ntx.accordMesure.findMany({ orderBy: tri })',
      ['reads convention_organisme: it belongs to convention'],
    ],
    [
      'by a nested write',
      'tx.ficheAction.update({ data: { decisions: { create: {} } } })',
      ['writes decision: it belongs to gouvernance'],
    ],
    [
      'even one that all may read, when it is written',
      'tx.$executeRaw`UPDATE utilisateur SET nom = 1`',
      ['writes utilisateur: it belongs to utilisateurs'],
    ],
    [
      'even through its door, when it is written',
      'tx.$executeRaw`DELETE FROM porte.seance`',
      ['writes porte.seance: nobody knows it'],
    ],
    [
      'a door is for reading',
      'tx.$executeRaw`DELETE FROM porte.decision`',
      ['writes porte.decision: a door is for reading'],
    ],
    ['and so is a name that nobody knows', 'Prisma.sql`SELECT 1 FROM reunions`', ['reads reunions: nobody knows it']],
  ])('%s', (_how, code, reproach) => {
    expect(judge(code)).toEqual(reproach)
  })

  it.each<[how: string, code: string]>([
    ['one’s own', 'tx.$queryRaw`SELECT 1 FROM fiche_action f JOIN axe a ON a.id = f.axe_id`'],
    ['one’s own, to write', 'tx.etape.create({ data: { fiche: { connect: { id: 1 } } } })'],
    ['a door', 'Prisma.sql`SELECT 1 FROM porte.decision d`'],
    ['what all may read', 'Prisma.sql`SELECT 1 FROM commune c, utilisateur u`'],
    ['a part of the statement', 'Prisma.sql`WITH r AS (SELECT 1 FROM axe) SELECT 1 FROM r`'],
    ['a fragment', 'Prisma.sql`SELECT 1 FROM ${sqlPlan(id)} p`'],
    ['a column of the same name', 'Prisma.sql`f.reunion, x.decision IS DISTINCT FROM y.decision`'],
    ['an import', "import x from '@/lib/gouvernance/reunion'"],
  ])('but not %s', (_how, code) => {
    expect(judge(code)).toEqual([])
  })
})

describe('the page', () => {
  it('says a thing once', () => {
    const twice = '## Tables\n\n| Room | Tables | Read by |\n| --- | --- | --- |\n| a | `x`, `y` | |\n| b | `x` | |\n'
    expect(() => readOwnership(twice)).toThrow(/twice/)
  })
})
