import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { planReunion } from '@/lib/gouvernance/reunions/actions/reunion'
import { closeCalendrier, createCalendrier } from '@/lib/gouvernance/calendrier/actions'
import { getGouvernance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { getAbonnement, getFluxCalendrier, getReunionIcs } from '@/lib/gouvernance/calendrier/queries/abonnement'
import { getCalendrier } from '@/lib/gouvernance/calendrier/queries/page'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai
let voisine: ConventionEssai

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-abonnement')
  voisine = await createConventionEssai(database.ownerUrl, 'voisine-abonnement')
})

beforeEach(() =>
  owner.query(`DELETE FROM reunion WHERE convention_id = ANY ($1) AND ref <> 'copil-figee'`, [[essai.id, voisine.id]]),
)

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const coordinate = <T>(travail: () => Promise<T>, session = essai.coordination.session): Promise<T> =>
  runAs(session, travail, { today: TODAY })
const instanceId = (ref: string): number => essai.instances[ref] ?? 0

async function plan(instance: string, ...dates: string[]): Promise<void> {
  for (const date of dates) {
    const resultat = await coordinate(() =>
      planReunion({ convention: essai.slug, instance: instanceId(instance), date }),
    )
    if (!resultat.ok) throw new Error(resultat.message)
  }
}

describe('a calendar subscription', () => {
  const open = async (session: string): Promise<string> => {
    const resultat = await coordinate(() => createCalendrier({}), session)
    if (!resultat.ok) throw new Error(resultat.message)
    return /^\/api\/calendrier\/([\w-]{43})\.ics$/.exec(resultat.data.chemin)?.[1] ?? ''
  }
  const read = (secret: string) => coordinate(() => getFluxCalendrier({}), secret)

  it('carries the meetings of the past year and to come, of one’s own conventions and no other', async () => {
    await plan('groupe-projet', '2027-01-05', '2027-02-02')
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, 'ancienne', '2025-11-01', 'TENUE'), ($1, $2, 'recente', '2026-01-15', 'TENUE')`,
      [essai.id, instanceId('commissions')],
    )
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date) VALUES ($1, $2, 'etrangere', '2027-01-05')`,
      [voisine.id, voisine.instances.copil],
    )
    const secret = await open(essai.coordination.session)
    const avant = countInstructions()
    const flux = await read(secret)
    expect(countInstructions() - avant).toBe(4)
    if (!flux.ok) throw new Error(flux.message)
    expect(flux.data.reunions.map(({ ref }) => ref)).toEqual([
      'recente',
      'copil-figee',
      'groupe-projet-2027-01-05',
      'groupe-projet-2027-02-02',
    ])
    expect(new Set(flux.data.reunions.map(({ convention }) => convention.slug))).toEqual(new Set([essai.slug]))
  })

  it('opens nothing else: no page, no writing, no account', async () => {
    const secret = await open(essai.coordination.session)
    expect(await coordinate(() => getGouvernance({ convention: essai.slug }), secret)).toMatchObject({
      ok: false,
      tag: 'NON_CONNECTE',
    })
    expect(await coordinate(() => getCalendrier({ convention: essai.slug }), secret)).toMatchObject({
      ok: false,
      tag: 'NON_CONNECTE',
    })
    expect(
      await coordinate(
        () => planReunion({ convention: essai.slug, instance: instanceId('copil'), date: '2027-03-02' }),
        secret,
      ),
    ).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
    expect(await coordinate(() => createCalendrier({}), secret)).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
    expect(await coordinate(() => getAbonnement({}), secret)).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
  })

  it('stops at once when it is ended, renewed, or its person’s account closed; its secret is kept nowhere', async () => {
    const premier = await open(essai.coordination.session)
    const second = await open(essai.coordination.session)
    expect(second).not.toBe(premier)
    expect(await read(premier)).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
    expect(await read(second)).toMatchObject({ ok: true })
    expect((await owner.query('SELECT 1 FROM session WHERE id IN ($1, $2)', [premier, second])).rowCount).toBe(0)
    const vue = await coordinate(() => getAbonnement({}))
    expect(vue).toMatchObject({
      ok: true,
      data: { abonnement: { depuis: expect.any(String) }, conventions: [expect.any(String)] },
    })
    expect(await coordinate(() => closeCalendrier({}))).toEqual({ ok: true, data: { ferme: true } })
    expect(await read(second)).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
    expect(await coordinate(() => getAbonnement({}))).toMatchObject({ ok: true, data: { abonnement: null } })
    expect(await coordinate(() => closeCalendrier({}))).toEqual({ ok: true, data: { ferme: false } })

    const partie = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    const secret = await open(partie.session)
    await owner.query('UPDATE utilisateur SET actif = false WHERE id = $1', [partie.id])
    expect(await read(secret)).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
    expect(await read('inconnu')).toMatchObject({ ok: false, tag: 'NON_CONNECTE' })
  })

  it('leaves one address open when two windows ask at once, and never ends somebody else’s', async () => {
    const autre = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: essai.slug }])
    const sien = await open(autre.session)
    const secrets = await Promise.all([open(essai.coordination.session), open(essai.coordination.session)])
    const ouverts = (await Promise.all(secrets.map(read))).filter(({ ok }) => ok)
    expect(ouverts).toHaveLength(1)
    expect(await read(sien)).toMatchObject({ ok: true })
  })

  it('is empty for whoever follows no convention: administering puts nothing in one’s calendar', async () => {
    const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    expect(await read(await open(administration.session))).toEqual({ ok: true, data: { reunions: [] } })
  })

  it('dates each meeting from its last change, even for those who may not read the journal', async () => {
    await plan('groupe-projet', '2027-03-02')
    const elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: essai.slug }])
    const lire = () =>
      coordinate(() => getReunionIcs({ convention: essai.slug, reunion: 'groupe-projet-2027-03-02' }), elue.session)
    const avant = await lire()
    await owner.query(
      `UPDATE reunion SET lieu = 'Ailleurs', version = version + 1 WHERE ref = 'groupe-projet-2027-03-02'`,
    )
    const apres = await lire()
    if (!avant.ok || !apres.ok) throw new Error('not read')
    expect(apres.data.reunion.version).toBe(avant.data.reunion.version + 1)
    expect(apres.data.reunion.modifieeLe.getTime()).toBeGreaterThan(avant.data.reunion.modifieeLe.getTime())
    expect(apres.data.reunion.creeLe).toEqual(avant.data.reunion.creeLe)
    expect(
      await coordinate(() => getReunionIcs({ convention: voisine.slug, reunion: 'copil-figee' }), elue.session),
    ).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })
})
