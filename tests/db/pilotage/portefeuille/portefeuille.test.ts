import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { closeClient, countInstructions } from '@/lib/platform/db'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { getPortefeuille, PLAFOND_ATTENTION, TAILLE_PAGE } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { getTerritoires } from '@/lib/pilotage/portefeuille/queries/territoires'
import { searchTout } from '@/lib/pilotage/recherche/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'

let database: TestDatabase
let owner: pg.Client
let administration: Personne
let conseillere: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  conseillere = await createPersonne(database.ownerUrl, [
    { type: 'CONSEILLER_CAF', convention: 'vallee-des-baux-alpilles' },
  ])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: 'grand-chatellerault' }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function read<T>(travail: () => Promise<Resultat<T>>, personne = administration, today = TODAY): Promise<T> {
  const resultat = await runAs(personne.session, travail, { today })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

type Filtres = Parameters<typeof getPortefeuille>[0]
const slugs = async (filtres: Filtres, personne?: Personne) =>
  (await read(() => getPortefeuille(filtres), personne)).conventions.map(({ slug }) => slug)

async function count(travail: () => Promise<unknown>): Promise<number> {
  const avant = countInstructions()
  await travail()
  return countInstructions() - avant
}

describe('the portfolio', () => {
  it('shows each person their own conventions', async () => {
    expect((await slugs({})).length).toBe(6)
    expect((await slugs({}, conseillere)).sort()).toEqual(['golfe-et-etangs', 'vallee-des-baux-alpilles'])
    expect(await slugs({}, elue)).toEqual(['grand-chatellerault'])
  })

  it('puts what needs attention first, and says what', async () => {
    const { conventions, comptes } = await read(() => getPortefeuille({}))
    // What runs before what is over; in each, the most urgent first.
    const phases = conventions.map(({ phase }) => phase === 'TERMINEE')
    expect(phases).toEqual([...phases].sort((a, b) => Number(a) - Number(b)))
    const urgences = conventions.filter(({ phase }) => phase !== 'TERMINEE').map(({ urgence }) => urgence)
    expect(urgences).toEqual([...urgences].sort((a, b) => b - a))
    // The one that is about to miss its COPIL is among the first, with its reason.
    const [premiere, deuxieme] = conventions.map(({ slug }) => slug)
    expect([premiere, deuxieme].sort()).toEqual(['demonstration', 'vallee-des-baux-alpilles'])
    const vba = conventions.find(({ slug }) => slug === 'vallee-des-baux-alpilles')
    expect((vba?.raisons ?? []).map(({ gravite }) => gravite)).toContain('A_RISQUE')
    const finie = conventions.find(({ slug }) => slug === 'grand-chatellerault')
    expect(finie?.aRenouveler).toBe(true)
    expect(finie?.raisons ?? []).toEqual([{ gravite: 'RETARD', texte: 'terme dépassé, suite non enregistrée' }])
    expect(comptes).toMatchObject({
      toutes: 6,
      terminees: 2,
      'dates-inconnues': 2,
      'en-cours': 2,
      'a-traiter': conventions.filter(({ aTraiter }) => aTraiter).length,
    })
  })

  it('judges each as its dashboard does, at any date', async () => {
    await owner.query(`INSERT INTO reunion (convention_id, instance_id, ref, date, etat)
      SELECT i.convention_id, i.id, 'essai-' || i.id || '-' || d::date, d::date, CASE WHEN d < '2026-11-20' THEN 'TENUE' ELSE 'PREVUE' END::etat_reunion
      FROM instance i JOIN convention c ON c.id = i.convention_id, generate_series('2025-12-20'::date, '2027-06-01', '23 days') d WHERE c.slug <> 'demonstration'`)
    for (const today of ['2024-06-30', '2025-12-31', '2026-01-02', TODAY, '2027-02-28', '2031-05-01'])
      for (const ligne of (await read(() => getPortefeuille({}), administration, today)).conventions) {
        const { chiffres } = await read(() => getTableauDeBord({ convention: ligne.slug }), administration, today)
        expect([ligne.slug, today, ligne.instances]).toEqual([ligne.slug, today, chiffres.instances])
        expect(ligne.fiches === 0 ? '–' : `${ligne.realisees} sur ${ligne.fiches}`).toBe(chiffres.actions.valeur)
      }
  })

  it('filters by text, département, Caf and state; sorts; and gives what no convention answers', async () => {
    expect(await slugs({ q: 'chatelerault' })).toEqual(['grand-chatellerault'])
    expect(await slugs({ q: 'VALLEE DES BAUX' })).toEqual(['vallee-des-baux-alpilles'])
    expect(await slugs({ departement: '13', tri: 'nom' })).toEqual(['golfe-et-etangs', 'vallee-des-baux-alpilles'])
    const { cafs } = await read(() => getPortefeuille({}))
    const vienne = cafs.find(({ nom }) => nom.includes('Vienne'))
    expect(await slugs({ caf: vienne?.id })).toEqual(['grand-chatellerault'])
    expect(await slugs({ etat: 'terminees', tri: 'fin' })).toEqual([
      'grand-chatellerault',
      'provence-alpes-agglomeration',
    ])
    expect(
      (await read(() => getPortefeuille({ etat: 'a-traiter' }))).conventions.every(({ aTraiter }) => aTraiter),
    ).toBe(true)
    expect(await slugs({ q: 'zzz' })).toEqual([])
    expect(await slugs({ q: '%' })).toEqual(await slugs({}))
  })

  it('costs the same number of statements with many more conventions', async () => {
    // Whoever administers holds no role there: what waits is counted anew for them, in one statement more.
    await read(() => getPortefeuille({}))
    expect(await count(() => read(() => getPortefeuille({})))).toBe(5)
    await read(() => getPortefeuille({}), conseillere)
    expect(await count(() => read(() => getPortefeuille({}), conseillere))).toBe(4)
    await owner.query(`INSERT INTO convention (slug, nom, caf_id, date_debut, date_fin, territoire_nom, departement_code, source)
      SELECT 'essai-' || n, 'Essai ' || lpad(n::text, 3, '0'), c.caf_id, '2025-01-01', make_date(2027 + n % 4, 12, 31), 'Essai', c.departement_code, '{}'
      FROM convention c, generate_series(1, 60) n WHERE c.slug = 'vallee-des-baux-alpilles'`)
    const { conventions, total, pages, attention } = await read(() => getPortefeuille({}), conseillere)
    expect([conventions.length, total, pages, attention]).toEqual([TAILLE_PAGE, 62, 2, true])
    expect((await slugs({ page: 2 }, conseillere)).length).toBe(12)
    expect((await slugs({ page: 99 }, conseillere)).length).toBe(12)
    await read(() => getPortefeuille({ page: 2 }))
    expect(await count(() => read(() => getPortefeuille({ page: 2 })))).toBe(5)
    expect(await count(() => read(() => getPortefeuille({}), conseillere))).toBe(4)
  })

  it('pages in the database beyond what can be judged at once, and says so', async () => {
    await owner.query(`INSERT INTO convention (slug, nom, caf_id, date_debut, date_fin, territoire_nom, source)
      SELECT 'autre-' || n, 'Autre ' || n, c.caf_id, '2025-01-01', '2029-12-31', 'Autre', '{}' FROM convention c, generate_series(1, ${PLAFOND_ATTENTION}) n WHERE c.slug = 'vallee-des-baux-alpilles'`)
    const premiere = await read(() => getPortefeuille({}))
    expect(premiere).toMatchObject({
      attention: false,
      tri: 'fin',
      page: 1,
      total: 6 + 60 + PLAFOND_ATTENTION,
      comptes: { 'a-traiter': null },
    })
    expect(premiere.conventions.length).toBe(TAILLE_PAGE)
    const derniere = await read(() => getPortefeuille({ page: premiere.pages }))
    expect(derniere.conventions.length).toBe(premiere.total - TAILLE_PAGE * (premiere.pages - 1))
    expect(derniere.conventions.at(-1)?.fin).toBeNull()
    await read(() => getPortefeuille({ tri: 'nom', page: 2 }))
    expect(await count(() => read(() => getPortefeuille({ tri: 'nom', page: 2 })))).toBe(5)
  })
})

describe('the territories of a département', () => {
  it('are all there for a Caf adviser, with or without a convention, those without first', async () => {
    const vue = await read(() => getTerritoires({}), conseillere)
    expect(vue.departement).toEqual({ code: '13', nom: 'Bouches-du-Rhône' })
    expect(vue.departements).toHaveLength(1)
    const { rows } = await owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM epci_departement WHERE departement_code = '13'`,
    )
    expect(vue.epcis).toHaveLength(rows[0]?.n ?? -1)
    const parNom = (mots: string) =>
      vue.epcis.find(({ nom }) => nom.includes(mots))?.conventions.map(({ slug, entier }) => [slug, entier])
    expect(parNom('Vallée des Baux')).toEqual([['vallee-des-baux-alpilles', true]])
    expect(parNom('Métropole')).toEqual([['golfe-et-etangs', false]])
    expect(vue.epcis[0]?.conventions).toEqual([])
    expect(await count(() => read(() => getTerritoires({}), conseillere))).toBe(3)
  })

  it('stay within the adviser’s own département', async () => {
    expect((await read(() => getTerritoires({ departement: '86' }), conseillere)).departement?.code).toBe('13')
    expect(
      (await read(() => getTerritoires({ departement: '86' }))).epcis.flatMap(({ conventions }) =>
        conventions.map(({ slug }) => slug),
      ),
    ).toContain('grand-chatellerault')
  })

  it('are not for those who answer for one convention', async () => {
    expect(await read(() => getTerritoires({}), elue)).toMatchObject({ departements: [], departement: null, epcis: [] })
    expect((await read(() => getPortefeuille({}), elue)).territoires).toBe(false)
  })
})

describe('the search', () => {
  const search = async (q: string, personne = administration) => {
    const groupes = await read(() => searchTout({ q }), personne)
    return Object.fromEntries(groupes.map(({ titre, resultats }) => [titre, resultats.map(({ href }) => href)]))
  }
  it('finds a convention, a fiche, an instance and a commune, each with its address', async () => {
    expect((await search('chatelerault')).Conventions).toEqual(['/conventions/grand-chatellerault'])
    expect((await search('Valoriser les métiers')).Fiches?.[0]).toBe(
      '/conventions/provence-alpes-agglomeration/plan-action/fiche-3-1',
    )
    expect((await search('comite de pilotge')).Instances).toContain('/conventions/val-aigo/gouvernance/copil')
    expect((await search('DIGNE LES BAINS')).Communes?.[0]).toBe(
      '/conventions/provence-alpes-agglomeration/convention?commune=04070#territoire',
    )
  })
  it('answers nothing to nothing, and takes every sign as a letter', async () => {
    for (const q of ['', '   ', '%', '_', "'; --", '\\']) expect(await search(q), q).toEqual({})
  })
  it('finds nothing of somebody else’s', async () => {
    for (const q of ['Malijai', 'Val’Aïgo', 'Rencontre CDC']) expect(await search(q, elue), q).toEqual({})
    expect((await search('Châtellerault', elue)).Conventions).toEqual(['/conventions/grand-chatellerault'])
  })
  it('costs one statement beyond opening', async () => {
    expect(await count(() => search('accueil'))).toBe(3)
  })
})
