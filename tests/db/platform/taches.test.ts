import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeClient, getClient } from '@/lib/platform/db'
import { closeTache, createTache, failTache, runTaches, takeTache, type Tache } from '@/lib/platform/serveur/taches'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
beforeEach(() => owner.query('DELETE FROM tache'))
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const readTache = async (cle: string) =>
  (
    await owner.query<{ etat: string; essais: number; erreur: string | null; attente: number }>(
      'SELECT etat, essais, erreur, round(extract(epoch FROM pas_avant - now()) / 60)::int AS attente FROM tache WHERE cle = $1',
      [cle],
    )
  ).rows[0]

async function taken(): Promise<Tache> {
  const tache = await takeTache('essai')
  if (tache === null) throw new Error('nothing to take')
  return tache
}

const expireBail = () => owner.query(`UPDATE tache SET bail_fin = now() - interval '1 second'`)
const passTime = () => owner.query(`UPDATE tache SET pas_avant = now() - interval '1 second'`)

describe('the queue of background work', () => {
  it('keeps work once for its key, whatever became of it', async () => {
    expect(await createTache('essai', 'a', { n: 1 })).toBe(true)
    expect(await createTache('essai', 'a', { n: 2 })).toBe(false)
    const tache = await taken()
    expect(tache).toMatchObject({ cle: 'a', charge: { n: 1 }, essai: 1 })
    expect(await closeTache(tache)).toBe(true)
    expect(await createTache('essai', 'a', {})).toBe(false)
    expect(await takeTache('essai')).toBeNull()
  })

  it('gives work to one taker at a time, not before its hour, oldest first, and only of its kind', async () => {
    await createTache('essai', 'demain', {}, new Date(Date.now() + 86_400_000))
    await createTache('essai', 'b', {}, new Date(Date.now() - 1000))
    await createTache('essai', 'a', {}, new Date(Date.now() - 2000))
    await createTache('autre', 'c', {})
    const prises = await Promise.all(Array.from({ length: 8 }, () => takeTache('essai')))
    expect(
      prises
        .map((tache) => tache?.cle)
        .filter(Boolean)
        .sort(),
    ).toEqual(['a', 'b'])
  })

  it('takes again what a crash left half done, and the one who lost the lease can neither end nor fail it', async () => {
    await createTache('essai', 'a', {})
    const perdue = await taken()
    expect(await takeTache('essai')).toBeNull()
    await expireBail()
    const reprise = await taken()
    expect(reprise).toMatchObject({ id: perdue.id, essai: 2 })
    expect(await closeTache(perdue)).toBe(false)
    expect(await failTache(perdue, 'trop tard')).toBeNull()
    expect(await closeTache(reprise)).toBe(true)
    expect(await readTache('a')).toMatchObject({ etat: 'FAITE', essais: 2 })
  })

  it('waits longer after each failure, then gives up', async () => {
    await createTache('essai', 'a', {})
    const attentes = []
    for (let essai = 1; essai <= 5; essai += 1) {
      expect(await failTache(await taken(), `essai ${essai}`)).toBe(essai < 5 ? 'A_FAIRE' : 'ECHOUEE')
      attentes.push((await readTache('a'))?.attente)
      expect(await takeTache('essai')).toBeNull()
      await passTime()
    }
    expect(attentes).toEqual([1, 4, 16, 60, 60])
    expect(await readTache('a')).toMatchObject({ etat: 'ECHOUEE', erreur: 'essai 5' })
    expect(await takeTache('essai')).toBeNull()
  })

  it('does not try for ever what ends the process each time', async () => {
    await createTache('essai', 'a', {})
    for (let essai = 1; essai <= 5; essai += 1) {
      await taken()
      await expireBail()
    }
    expect(await takeTache('essai')).toBeNull()
    expect(await readTache('a')).toMatchObject({ etat: 'ECHOUEE', essais: 5 })
  })

  it('does what is due until nothing is, one failure leaving the rest alone', async () => {
    for (const cle of ['a', 'b', 'c']) await createTache('essai', cle, {})
    const abandonnees: string[] = []
    const faites = await runTaches(
      'essai',
      async ({ cle }) => {
        if (cle === 'a') return { fait: false, raison: 'refus' }
        if (cle === 'b') throw new Error('boum')
        return { fait: true }
      },
      { cadence: { bail: 60, essais: 1 }, dernier: async ({ cle }) => void abandonnees.push(cle) },
    )
    expect(faites).toBe(3)
    expect(abandonnees.sort()).toEqual(['a', 'b'])
    expect(await readTache('c')).toMatchObject({ etat: 'FAITE' })
    expect((await readTache('b'))?.erreur).toMatch(/^Incident [0-9a-f]{8}$/)
  })

  it('is out of reach of the application’s role, but through its functions', async () => {
    await createTache('essai', 'a', {})
    await expect(getClient().$queryRaw`SELECT * FROM tache`).rejects.toThrow('permission denied')
    await expect(getClient().$executeRaw`INSERT INTO tache (genre, cle) VALUES ('essai', 'b')`).rejects.toThrow(
      'permission denied',
    )
  })
})
