import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkReunionProjet } from '@/lib/gouvernance/reunions/actions/apercu'
import { checkFiltre } from '@/lib/gouvernance/frequence/rules/resume'
import { FILTRES_ETAT } from '@/lib/gouvernance/frequence/words'
import { getGouvernance, getInstance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createConventionEssai, type ConventionEssai } from '@/tests/support/gouvernance'
import { createPersonne } from '@/tests/support/personnes'

const TODAY = '2026-11-22'

let database: TestDatabase
let owner: pg.Client
let essai: ConventionEssai

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  essai = await createConventionEssai(database.ownerUrl, 'essai-lecture')
  const insert = (instance: string, etat: string, dates: string) =>
    owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) SELECT $1, $2, $3 || '-' || d::date, d::date, $4::etat_reunion FROM ${dates} AS d`,
      [essai.id, essai.instances[instance], `${instance}-${etat.toLowerCase()}`, etat],
    )
  await insert('cotech', 'TENUE', `unnest(ARRAY['2026-03-03','2026-06-03','2026-09-03']::date[])`)
  await insert('groupe-projet', 'TENUE', `generate_series('2026-01-15'::date, '2026-10-15', '1 month')`)
  await insert('rencontre-cdc', 'TENUE', `generate_series('2026-01-05'::date, '2030-12-20', '8 days')`)
  await insert('rencontre-cdc', 'PREVUE', `unnest(ARRAY['2026-11-02','2026-12-02']::date[])`)
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const coordinate = <T>(travail: () => Promise<T>): Promise<T> =>
  runAs(essai.coordination.session, travail, { today: TODAY })

async function read(filtres: Partial<Parameters<typeof getGouvernance>[0]> = {}) {
  const vue = await coordinate(() => getGouvernance({ convention: essai.slug, ...filtres }))
  if (!vue.ok) throw new Error(vue.message)
  return vue.data
}

describe('the screen « Gouvernance »', () => {
  it('gives each instance its rule in words and as written, its state and why', async () => {
    const { instances, manques } = await read()
    expect(instances.map(({ ref, niveau, etat }) => [ref, niveau, etat])).toEqual([
      ['copil', 0, 'RESPECTEE'],
      ['cotech', 0, 'DEPASSEE'],
      ['groupe-projet', 0, 'RESPECTEE'],
      ['rencontre-cdc', 1, expect.any(String)],
      ['groupes-thematiques', 0, 'SANS_REGLE'],
      ['commissions', 0, 'SANS_REGLE'],
    ])
    const [copil, cotech, , rencontre, , commissions] = instances
    expect(copil).toMatchObject({
      regleTexte: 'à minima 1 par an',
      source: 'se réunit à minima une fois par an',
      nombreMembres: 2,
      derniere: 'mardi 10 février 2026',
      sansFrequence: null,
    })
    expect(cotech?.phrase).toContain('le maximum de 2 est dépassé')
    expect(rencontre).toMatchObject({
      parent: { ref: 'groupe-projet', nom: 'Groupe projet' },
      reservesRegle: [{ citation: 'bimensuelle', raison: 'Souvent écrit pour « bimestrielle ».' }],
      aDeclarer: 1,
    })
    // As needed is a frequency that is written: no gap to explain.
    expect(commissions).toMatchObject({ regleTexte: 'sans fréquence fixée', sansFrequence: null })
    expect(manques).toMatchObject({ lacunes: [{ sujet: 'FREQUENCES' }], reserves: [] })
  })

  it('filters by state exactly the rows it counts', async () => {
    const { comptes } = await read()
    for (const etat of FILTRES_ETAT) {
      const { instances } = await read({ etat })
      expect(instances, etat).toHaveLength(comptes[etat])
      expect(instances.every((instance) => checkFiltre(instance, etat))).toBe(true)
    }
    const etats = FILTRES_ETAT.filter((etat) => etat !== 'manquees')
    expect(etats.reduce((somme, etat) => somme + comptes[etat], 0)).toBe(comptes.toutes)
  })

  it('opens one year of meetings and sums up the others, two hundred and forty meetings staying calm', async () => {
    const { reunions } = await read()
    expect(reunions.total).toBeGreaterThan(240)
    expect(reunions.annee).toBe(2026)
    expect(reunions.annees.map(({ annee }) => annee)).toEqual([2030, 2029, 2028, 2027, 2026])
    expect(reunions.lignes.every(({ date }) => date.startsWith('2026'))).toBe(true)
    expect(reunions.annees.at(-1)).toMatchObject({
      total: reunions.lignes.length,
      resume: expect.stringContaining('1 à déclarer'),
    })
    const filtrees = await read({ annee: 2026, reunions: 'a-declarer' })
    expect(filtrees.reunions.lignes).toMatchObject([
      { date: '2026-11-02', dateTexte: 'lundi 2 novembre 2026', aDeclarer: true, instance: { ref: 'rencontre-cdc' } },
    ])
    expect((await read({ annee: 1999 })).reunions.annee).toBe(2026)
  })

  it('costs five SQL statements: opening, three reads, COMMIT', async () => {
    const avant = countInstructions()
    await read()
    expect(countInstructions() - avant).toBe(5)
  })

  it('offers to write to those who may', async () => {
    expect((await read()).peutEcrire).toBe(true)
    const lectrice = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    const vue = await runAs(lectrice.session, () => getGouvernance({ convention: essai.slug }), { today: TODAY })
    expect(vue).toMatchObject({ ok: true, data: { peutEcrire: false } })
    const etrangere = await createPersonne(database.ownerUrl, [])
    expect(await runAs(etrangere.session, () => getGouvernance({ convention: essai.slug }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
  })
})

describe('the page of an instance', () => {
  it('gives members, missions, periods, and its own meetings only', async () => {
    const vue = await coordinate(() => getInstance({ convention: essai.slug, instance: 'copil' }))
    expect(vue).toMatchObject({
      ok: true,
      data: {
        membres: [
          { libelle: 'La commune', fonction: 'Le maire', organisme: 'Commune d’Exemple', voix: 'DECISIVE' },
          { libelle: 'Des personnes ressources', organisme: null, voix: 'CONSULTATIVE' },
        ],
        missions: ['Valide le plan d’action'],
        animation: 'Copiloté par la Caf et la commune',
        reunions: { total: 1, lignes: [{ figee: true, compteRendu: 'Validé' }] },
      },
    })
    expect(vue.ok ? vue.data.periodes.map(({ titre }) => titre) : []).toEqual(['2026', '2027', '2028', '2029', '2030'])
  })

  it('lists the instance that is inside another', async () => {
    const vue = await coordinate(() => getInstance({ convention: essai.slug, instance: 'groupe-projet' }))
    expect(vue.ok ? vue.data.enfants.map(({ ref }) => ref) : []).toEqual(['rencontre-cdc'])
  })

  it('costs five SQL statements, and knows nothing of a ref it does not have', async () => {
    const avant = countInstructions()
    await coordinate(() => getInstance({ convention: essai.slug, instance: 'cotech' }))
    expect(countInstructions() - avant).toBe(5)
    expect(await coordinate(() => getInstance({ convention: essai.slug, instance: 'inconnue' }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
  })
})

describe('the effect told before saving', () => {
  const tell = (projet: Partial<Parameters<typeof checkReunionProjet>[0]>) =>
    coordinate(() =>
      checkReunionProjet({
        convention: essai.slug,
        instance: essai.instances['cotech'] ?? 0,
        operation: 'PLANIFIER',
        date: '2026-12-01',
        ...projet,
      }),
    )

  it('says the refusal with its remedy, or how the instance would stand', async () => {
    expect(await tell({})).toMatchObject({
      ok: true,
      data: { accepte: false, derogationPossible: true, refus: expect.stringContaining('maximum de 2 réunions') },
    })
    expect(await tell({ date: '3/3/2027' })).toMatchObject({
      ok: true,
      data: { accepte: true, refus: null, apres: '1 réunion demandée en 2027, 1 prévue.' },
    })
  })

  it('is for those who may write, on their own convention', async () => {
    const lectrice = await createPersonne(database.ownerUrl, [{ type: 'LECTEUR', convention: essai.slug }])
    const projet = {
      convention: essai.slug,
      instance: essai.instances['cotech'] ?? 0,
      operation: 'PLANIFIER' as const,
      date: '2026-12-01',
    }
    expect(await runAs(lectrice.session, () => checkReunionProjet(projet))).toMatchObject({
      ok: false,
      tag: 'INTERDIT',
    })
    expect(await tell({ instance: 999_999 })).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
    expect(await tell({ reunion: 999_999 })).toMatchObject({ ok: false, tag: 'INTROUVABLE' })
  })
})
