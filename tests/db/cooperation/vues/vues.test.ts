import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { getVuesEtp } from '@/lib/cooperation/vues/queries'
import type { VueVues } from '@/lib/cooperation/vues/types'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const convention = 'vallee-des-baux-alpilles'
const ancienne = 'provence-alpes-agglomeration'
const today = '2026-11-22'

let db: TestDatabase
let owner: pg.Client
let ici: Personne

beforeEach(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  ici = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  return async () => {
    await closeClient()
    await owner.end()
    await db.drop()
  }
})

async function readVue({
  slug = convention,
  schema,
  qui = ici,
}: {
  slug?: string
  schema?: string
  qui?: Personne
} = {}): Promise<VueVues> {
  const reponse = await runAs(qui.session, () => getVuesEtp({ convention: slug, schema }), { today })
  if (!reponse.ok) throw new Error(reponse.message)
  return reponse.data
}
const readFiche = (vue: VueVues, nom: string) => {
  const fiche = vue.communes?.fiches.find((candidate) => candidate.nom === nom)
  if (!fiche) throw new Error(`no ${nom}`)
  return fiche
}
/** A convention before, whose schéma somebody fills half of the time. */
async function linkAncienne(): Promise<void> {
  await owner.query(
    'UPDATE convention SET predecesseur_id = (SELECT id FROM convention WHERE slug = $2) WHERE slug = $1',
    [convention, ancienne],
  )
  await owner.query(
    `WITH s AS (INSERT INTO schema_cooperation (convention_id, ref, libelle, debut, fin, total, etat, ordre) SELECT id, 'ancien', 'Schéma ancien', '2020-01-01', '2021-12-31', 2, 'CLOS', 0 FROM convention WHERE slug = $1 RETURNING id, convention_id),
     a AS (INSERT INTO affectation (convention_id, schema_id, marge, libelle, quotite, ordre) SELECT convention_id, id, 'PORTEUR', 'Digne', 2, 0 FROM s),
     p AS (INSERT INTO poste (convention_id, schema_id, ref, intitule, quotite, ordre) SELECT convention_id, id, 'poste-ancien', 'Poste ancien', 1, 0 FROM s RETURNING id, convention_id),
     k AS (INSERT INTO charge_cooperation (nom) VALUES ('Personne d’avant') RETURNING id)
     INSERT INTO occupation (convention_id, poste_id, charge_id, quotite, debut, fin) SELECT p.convention_id, p.id, k.id, 1, '2021-01-01', '2021-12-31' FROM p, k`,
    [ancienne],
  )
}

describe('given the schémas of Vallée des Baux-Alpilles', () => {
  it('then every commune has what it carries, the words of its zero, and what changed', async () => {
    for (const [schema, total, attendu] of [
      ['schema-2022-2025', 330, 230],
      ['schema-2026', 310, 260],
      ['schema-2027-2030', 330, 280],
    ] as const) {
      const { communes } = await readVue({ schema })
      expect(communes?.fiches.map(({ ligne }) => ligne === null)).toEqual(Array.from({ length: 11 }, () => false))
      expect(communes?.sansCommune).toHaveLength(1)
      expect(communes?.sousTotaux.communes).toBe(attendu)
      expect(
        (communes?.sousTotaux.communes ?? 0) +
          (communes?.sousTotaux.organismes ?? 0) +
          (communes?.sousTotaux.autres ?? 0),
      ).toBe(total)
    }
    const vue = await readVue({ schema: 'schema-2022-2025' })
    expect(readFiche(vue, 'Mas-Blanc-des-Alpilles')).toMatchObject({
      ligne: { quotite: 0 },
      recoit: 'porté par la ville de Saint-Rémy-de-Provence',
    })
    expect(readFiche(vue, 'Maussane-les-Alpilles').cites).toMatchObject([{ libelle: 'Les Baux-de-Provence' }])
    expect(readFiche(await readVue(), 'Saint-Rémy-de-Provence').changements).toEqual([
      'Saint-Rémy-de-Provence +\u00A00,5',
    ])
    expect(readFiche(await readVue({ schema: 'schema-2027-2030' }), 'CCVBA')).toMatchObject({
      genre: 'ORGANISME',
      raison: 'thématiques sans ETP',
      citation: false,
    })
  })

  it('then thématiques cite their carriers without a split, and the years follow one another', async () => {
    const vue = await readVue()
    expect(vue.thematiques).toMatchObject({
      croise: false,
      somme: { somme: 310, ecart: 0 },
      pourquoi: expect.stringContaining('deux fois'),
    })
    expect(vue.thematiques?.lignes.map(({ quotite }) => quotite)).toEqual([160, 30, 30, 40, 50])
    const suite = await readVue({ schema: 'schema-2027-2030' })
    expect(suite.thematiques?.lignes.find(({ theme }) => theme === 'PARENTALITE')?.citePar).toEqual([
      'Maussane-les-Alpilles',
      'Mouriès',
      'Saint-Rémy-de-Provence',
    ])
    expect(
      vue.temps.periodes.map(({ total, parCommune, parThematique, ecrit }) => [
        total,
        parCommune,
        parThematique,
        ecrit.jamaisPourvu,
      ]),
    ).toEqual([
      [330, 330, null, 20],
      [310, 310, 310, 0],
      [330, 330, 330, 0],
    ])
    expect(vue.temps).toMatchObject({
      trous: [],
      bornes: { debut: '2022-01-01', fin: '2030-12-31' },
      predecesseur: null,
    })
  })

  it('then an élu of a commune sees theirs first', async () => {
    const elu = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention, organisme: 'paradou' }])
    const vue = await readVue({ qui: elu })
    expect(vue.communes?.fiches[0]).toMatchObject({ nom: 'Paradou', sienne: true })
    expect(vue.communes?.fiches.filter(({ sienne }) => sienne)).toHaveLength(1)
    const epci = await createPersonne(db.ownerUrl, [{ type: 'ELU', convention, organisme: 'ccvba' }])
    expect((await readVue({ qui: epci })).communes?.fiches[0]).toMatchObject({ nom: 'CCVBA', sienne: true })
  })
})

describe('given a convention that knows only a total, or only its thématiques', () => {
  it('then what is not known is said, and communes without a line are listed', async () => {
    const qui = await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    const golfe = await readVue({ slug: 'golfe-et-etangs', qui })
    expect(golfe.communes?.fiches.map(({ nom, ligne }) => [nom, ligne])).toEqual([
      ['Fos-sur-Mer', null],
      ['Istres', null],
    ])
    expect(golfe.communes?.fiches.map(({ developpements }) => developpements.map(({ quotite }) => quotite))).toEqual([
      [20],
      [50],
    ])
    expect(golfe.thematiques?.pourquoi).toContain('que le total')
    expect(golfe.temps).toMatchObject({ bornes: null, periodes: [{ total: 380, debut: null, moyenne: null }] })
    expect((await readVue({ slug: 'grand-chatellerault', qui })).communes?.fiches).toHaveLength(47)
  })
})

describe('given a convention before', () => {
  it('then its schémas are read by who may read it, with their own figures, and by nobody else', async () => {
    await linkAncienne()
    const deux = await createPersonne(db.ownerUrl, [
      { type: 'CHARGE_COOPERATION', convention },
      { type: 'LECTEUR', convention: ancienne },
    ])
    const { temps } = await readVue({ qui: deux })
    expect(temps.periodes[0]).toMatchObject({
      ref: null,
      libelle: 'Schéma ancien',
      total: 200,
      parCommune: 200,
      parThematique: null,
      moyenne: { pourvu: 50, partielle: false },
    })
    expect(temps.periodes.map(({ total }) => total)).toEqual([200, 330, 310, 330])
    expect(JSON.stringify(temps)).not.toContain('Personne d’avant')
    const seul = await readVue()
    expect(seul.temps).toMatchObject({ predecesseur: null, periodes: { length: 3 } })
    expect(JSON.stringify(seul)).not.toContain('Schéma ancien')
  })

  it('then the page costs six statements at most, COMMIT included', async () => {
    await readVue()
    const simple = countInstructions()
    await readVue()
    // Who asks, schémas, posts, communes and the convention before, COMMIT (BEGIN is not reported).
    expect(countInstructions() - simple).toBe(5)
    await linkAncienne()
    const deux = await createPersonne(db.ownerUrl, [
      { type: 'CHARGE_COOPERATION', convention },
      { type: 'LECTEUR', convention: ancienne },
    ])
    await readVue({ qui: deux })
    const avant = countInstructions()
    await readVue({ qui: deux })
    expect(countInstructions() - avant).toBe(6)
  })
})
