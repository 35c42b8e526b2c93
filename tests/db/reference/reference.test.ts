import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { natureEquipement } from '@/lib/dossier/schema/convention'
import { codeTheme } from '@/lib/notation/schema'
import { loadReferences } from '@/prisma/reference/load'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await loadReferences(client)
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

async function list<T extends pg.QueryResultRow>(sql: string, valeurs: unknown[] = []): Promise<T[]> {
  return (await client.query<T>(sql, valeurs)).rows
}

const count = async (tableName: string): Promise<number> =>
  (await list<{ n: number }>(`SELECT count(*)::int AS n FROM ${tableName}`))[0]?.n ?? 0

describe('official division, vintage 2026', () => {
  it('holds the whole of France: 101 départements, 1 255 EPCI, 34 875 communes', async () => {
    expect(await count('departement')).toBe(101)
    expect(await count('epci')).toBe(1255)
    expect(await count('commune')).toBe(34_875)
    expect(await list('SELECT DISTINCT millesime FROM epci UNION SELECT DISTINCT millesime FROM commune')).toEqual([
      { millesime: 2026 },
    ])
  })

  it('gives the EPCI Vallée des Baux-Alpilles its ten communes and their population', async () => {
    const communes = await list<{ code: string; nom: string }>(
      `SELECT code, nom FROM commune WHERE epci_siren = '241300375' ORDER BY code`,
    )
    expect(communes).toEqual([
      { code: '13006', nom: 'Aureille' },
      { code: '13011', nom: 'Les Baux-de-Provence' },
      { code: '13034', nom: 'Eygalières' },
      { code: '13038', nom: 'Fontvieille' },
      { code: '13057', nom: 'Mas-Blanc-des-Alpilles' },
      { code: '13058', nom: 'Maussane-les-Alpilles' },
      { code: '13065', nom: 'Mouriès' },
      { code: '13068', nom: 'Paradou' },
      { code: '13094', nom: 'Saint-Étienne-du-Grès' },
      { code: '13100', nom: 'Saint-Rémy-de-Provence' },
    ])
    expect(await list(`SELECT population, nature FROM epci WHERE siren = '241300375'`)).toEqual([
      { population: 27_706, nature: 'CC' },
    ])
  })

  it('makes every EPCI the sum of its communes', async () => {
    const ecarts = await list(
      `SELECT e.siren FROM epci e JOIN commune c ON c.epci_siren = e.siren GROUP BY e.siren, e.population HAVING sum(c.population) <> e.population`,
    )
    expect(ecarts).toEqual([])
  })

  it('ties an EPCI to each département it reaches into, and to no other', async () => {
    const { n } = (
      await list<{ n: number }>(
        `SELECT count(*)::int AS n FROM (
         (SELECT epci_siren, departement_code FROM epci_departement EXCEPT SELECT epci_siren, departement_code FROM commune)
         UNION ALL
         (SELECT epci_siren, departement_code FROM commune WHERE epci_siren IS NOT NULL EXCEPT SELECT epci_siren, departement_code FROM epci_departement)
       ) AS ecart`,
      )
    )[0] ?? { n: -1 }
    expect(n).toBe(0)
    // An EPCI astride two départements, so that the equality above says something.
    expect(
      await list(`SELECT epci_siren FROM epci_departement GROUP BY epci_siren HAVING count(*) > 1 LIMIT 1`),
    ).toHaveLength(1)
  })

  it('leaves only four island communes outside any EPCI', async () => {
    const iles = await list<{ nom: string }>('SELECT nom FROM commune WHERE epci_siren IS NULL ORDER BY code')
    expect(iles.map(({ nom }) => nom)).toEqual(['Île-de-Bréhat', 'Île-de-Sein', 'Ouessant', 'L’Île-d’Yeu'])
  })

  it('knows no commune déléguée: Senillé is a part of Senillé-Saint-Sauveur', async () => {
    expect(await list(`SELECT code, nom FROM commune WHERE code IN ('86245', '86259')`)).toEqual([
      { code: '86245', nom: 'Senillé-Saint-Sauveur' },
    ])
  })
})

describe('closed lists', () => {
  it('names every theme and every nature that a dossier may use', async () => {
    const themes = await list<{ code: string; numero: number | null }>(
      'SELECT code, numero FROM theme_afas ORDER BY ordre',
    )
    expect(themes.map(({ code }) => code)).toEqual([...codeTheme.options])
    expect(themes.map(({ numero }) => numero)).toEqual([1, 2, 3, 4, null])
    const natures = await list<{ code: string }>('SELECT code FROM nature_equipement ORDER BY ordre')
    expect(natures.map(({ code }) => code)).toEqual([...natureEquipement.options])
  })

  it('groups natures by type', async () => {
    const alsh = await list(`SELECT DISTINCT nom_type FROM nature_equipement WHERE type = 'ALSH'`)
    expect(alsh).toEqual([{ nom_type: 'Accueil de loisirs sans hébergement' }])
    expect(await list(`SELECT code FROM nature_equipement WHERE type = 'EAJE'`)).toHaveLength(4)
  })

  it('holds the 12 missions of annexe 4 in 4 blocks: 4, 2, 3 and 3', async () => {
    const blocs = await list<{ bloc: string; n: number }>(
      'SELECT bloc, count(*)::int AS n FROM mission_reference GROUP BY bloc ORDER BY min(ordre)',
    )
    expect(blocs.map(({ n }) => n)).toEqual([4, 2, 3, 3])
    expect(blocs[0]?.bloc).toBe('Mettre en œuvre les politiques familiales et sociales')
  })
})

describe('loading again', () => {
  const TABLES = [
    'departement',
    'epci',
    'epci_departement',
    'commune',
    'theme_afas',
    'nature_equipement',
    'mission_reference',
  ]
  /** Where and by which transaction each row was written: any write shows. */
  const photo = () =>
    list(TABLES.map((nom) => `SELECT '${nom}' AS nom, xmin::text, ctid::text FROM ${nom}`).join(' UNION ALL '))

  it('writes nothing when nothing changed, not even a new version of a row', async () => {
    const avant = await photo()
    await loadReferences(client)
    expect(await photo()).toEqual(avant)
  })

  it('puts back what was changed, and keeps a commune that has left the division', async () => {
    await client.query(`UPDATE commune SET nom = 'Ancien nom' WHERE code = '13100'`)
    await client.query(
      `INSERT INTO commune (code, nom, departement_code, millesime) VALUES ('13999', 'Commune disparue', '13', 2019)`,
    )
    await client.query(`INSERT INTO epci_departement (epci_siren, departement_code) VALUES ('241300375', '84')`)
    await loadReferences(client)
    expect(
      await list(`SELECT code, nom, millesime FROM commune WHERE code IN ('13100', '13999') ORDER BY code`),
    ).toEqual([
      { code: '13100', nom: 'Saint-Rémy-de-Provence', millesime: 2026 },
      { code: '13999', nom: 'Commune disparue', millesime: 2019 },
    ])
    expect(await list(`SELECT departement_code FROM epci_departement WHERE epci_siren = '241300375'`)).toEqual([
      { departement_code: '13' },
    ])
  })
})
