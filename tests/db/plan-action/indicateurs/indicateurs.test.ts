import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIndicateur, removeIndicateur, updateIndicateur } from '@/lib/plan-action/indicateurs/actions/indicateur'
import { recordMesures } from '@/lib/plan-action/mesures/actions/mesure'
import { cancelMesure, validateMesure } from '@/lib/plan-action/mesures/actions/proposition'
import { createPartiesIndicateur, removePartiesIndicateur } from '@/lib/plan-action/indicateurs/actions/scission'
import { getGrilleIndicateurs } from '@/lib/plan-action/mesures/queries'
import { getIndicateur } from '@/lib/plan-action/indicateurs/queries'
import type { SaisieIndicateur } from '@/lib/plan-action/indicateurs/schema'
import type { ConflitMesures } from '@/lib/plan-action/mesures/types/mesure'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { hashSecret } from '@/lib/platform/identite/secret'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2025-06-15'
const convention = 'provence-alpes-agglomeration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let conseillere: Personne
let pilote: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention, fiche: 'fiche-2-1' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention }])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })

interface Vise {
  id: number
  version: number
  fiche: number
}

async function find(ref: string): Promise<Vise> {
  const { rows } = await owner.query<Vise>(
    'SELECT i.id, i.version, i.fiche_action_id AS fiche FROM indicateur i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.ref = $2',
    [convention, ref],
  )
  if (!rows[0]) throw new Error(ref)
  return rows[0]
}

const listMesures = async (indicateur: number) =>
  (
    await owner.query<{
      id: number
      version: number
      valeur: string | null
      texte: string | null
      etat: string
      periode: string
      source: string | null
      motif: string | null
      ventilation: string | null
    }>(
      'SELECT id, version, trim_scale(valeur)::text AS valeur, texte, etat::text, periode_texte AS periode, source, motif, ventilation FROM mesure WHERE indicateur_id = $1 ORDER BY debut, id',
      [indicateur],
    )
  ).rows

const cellule = (indicateur: number, valeur: string, champs: object = {}) => ({
  indicateur,
  ventilation: null,
  periode: '2024',
  valeur,
  mesure: null,
  ...champs,
})
const record = (
  personne: Personne,
  cellules: ReturnType<typeof cellule>[],
  champs: { fiche?: number | null; motif?: string } = {},
) => as(personne, () => recordMesures({ convention, fiche: null, cellules, ...champs }))

const base: SaisieIndicateur = {
  libelle: 'Nombre de familles accompagnées',
  note: '',
  nature: 'NOMBRE',
  unite: 'familles',
  sens: 'hausse',
  reference: '12',
  referenceTexte: '2021',
  cible: '',
  cibles: [],
  frequence: 'ANNUELLE',
  fournisseur: 'Caf',
  source: 'Source Caf de la Vienne',
  confirmation: null,
  ventilation: '',
  ventilationGenre: null,
  ventiles: [],
  evolution: true,
}
async function create(
  champs: Partial<SaisieIndicateur> = {},
  fiche: string | null = 'indicateur-1-1-1',
): Promise<number> {
  const ficheVisee = fiche === null ? null : (await find(fiche)).fiche
  const resultat = await as(coordination, () =>
    createIndicateur({ convention, ficheVisee, etape: null, definition: { ...base, ...champs } }),
  )
  if (!resultat.ok) throw new Error(JSON.stringify(resultat))
  return resultat.data.id
}

describe('values, many at once', () => {
  it('are all written, exactly, with their period, source and author', async () => {
    const [a, b] = [await find('indicateur-1-1-1'), await find('indicateur-2-2-3')]
    expect(
      await record(coordination, [
        cellule(a.id, '84 904'),
        cellule(b.id, '12 345,50 €'),
        cellule(a.id, '1,6', { periode: '2023-T2' }),
      ]),
    ).toMatchObject({ ok: true })
    expect(await listMesures(a.id)).toMatchObject([
      { valeur: '1.6', periode: '2e trimestre 2023', etat: 'CONFIRMEE' },
      { valeur: '84904', periode: '2024' },
    ])
    expect(await listMesures(b.id)).toMatchObject([{ valeur: '12345.5' }])
  })

  it('or none of them, each error at its cell', async () => {
    const [a, livrable] = [await find('indicateur-1-1-2'), await find('indicateur-3-1-2')]
    const resultat = await record(coordination, [
      cellule(a.id, '12'),
      cellule(a.id, 'beaucoup', { periode: '2023' }),
      cellule(livrable.id, '3'),
      cellule(a.id, '5', { periode: '2026' }),
    ])
    expect(resultat).toMatchObject({ ok: false, tag: 'INVALIDE' })
    if (resultat.ok || resultat.tag !== 'INVALIDE') return
    expect(resultat.champs.map(({ champ }) => champ)).toEqual([
      'cellules.1.valeur',
      'cellules.2.valeur',
      'cellules.3.valeur',
    ])
    expect(await listMesures(a.id)).toEqual([])
  })

  it('over what was there, else the cell in conflict is told and nothing is written', async () => {
    const [a, b] = [await find('indicateur-2-1-3'), await find('indicateur-2-2-1')]
    await record(coordination, [cellule(a.id, '10')])
    const conflit = await record(conseillere, [cellule(b.id, '7'), cellule(a.id, '11')])
    expect(conflit).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { cellules: [{ rang: 1, actuelle: { saisie: '10', version: 0 } }] },
    })
    expect(await listMesures(b.id)).toEqual([])
    if (conflit.ok || conflit.tag !== 'CONFLIT') return
    const actuelle = (conflit.actuel as ConflitMesures).cellules[0]?.actuelle
    expect(
      await record(conseillere, [cellule(a.id, '11', { mesure: { id: actuelle?.id, version: 0 } })]),
    ).toMatchObject({ ok: true, data: { cellules: [{ mesure: { version: 1, saisie: '11' } }] } })
    // The same, sent twice by a connection that came back, is no conflict and changes nothing.
    expect(
      await record(conseillere, [cellule(a.id, '11', { mesure: { id: actuelle?.id, version: 0 } })]),
    ).toMatchObject({ ok: true })
    expect(await record(conseillere, [cellule(a.id, '', { mesure: { id: actuelle?.id, version: 1 } })])).toMatchObject({
      ok: true,
      data: { cellules: [{ mesure: null }] },
    })
    expect(await listMesures(a.id)).toEqual([])
  })

  it('by a hundred people at once over the same cells leave one value each', async () => {
    const vises = await Promise.all(['indicateur-3-3-1', 'indicateur-4-1-1', 'indicateur-2-2-2'].map(find))
    const resultats = await Promise.all(
      Array.from({ length: 100 }, (_, rang) => {
        const ordre = rang % 2 === 0 ? vises : [...vises].reverse()
        return record(
          rang % 3 === 0 ? conseillere : coordination,
          ordre.map(({ id }) => cellule(id, String(rang))),
        )
      }),
    )
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(resultats.filter((resultat) => !resultat.ok && resultat.tag === 'CONFLIT')).toHaveLength(99)
    const ecrites = await Promise.all(vises.map(({ id }) => listMesures(id)))
    expect(new Set(ecrites.map((mesures) => mesures.map(({ valeur }) => valeur).join())).size).toBe(1)
    expect(ecrites.map((mesures) => mesures.length)).toEqual([1, 1, 1])
  }, 60_000)

  it('cost as many statements for forty-six cells as for one', async () => {
    const { rows } = await owner.query<{ id: number }>(
      `SELECT i.id FROM indicateur i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.nature = 'NOMBRE' AND i.origine_id IS NULL`,
      [convention],
    )
    const compte = async (cellules: ReturnType<typeof cellule>[]) => {
      const avant = countInstructions()
      expect(await record(coordination, cellules)).toMatchObject({ ok: true })
      return countInstructions() - avant
    }
    expect(rows.length).toBeGreaterThan(30)
    expect(await compte(rows.slice(0, 1).map(({ id }) => cellule(id, '1', { periode: '2022' })))).toBe(8)
    expect(await compte(rows.slice(1).map(({ id }) => cellule(id, '2', { periode: '2022' })))).toBe(8)
    await owner.query(`DELETE FROM mesure WHERE periode_texte = '2022'`)
  })
})

describe('who may', () => {
  it('a pilote enters, corrects and takes back the values of their fiche alone', async () => {
    const [sienne, autre] = [await find('indicateur-2-1-1'), await find('indicateur-1-1-1')]
    expect(await record(pilote, [cellule(sienne.id, '4')])).toMatchObject({ ok: false, tag: 'INTERDIT' })
    const ecrite = await record(pilote, [cellule(sienne.id, '4')], { fiche: sienne.fiche })
    expect(ecrite).toMatchObject({ ok: true })
    expect(await record(pilote, [cellule(autre.id, '4')], { fiche: sienne.fiche })).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
    const mesure = ecrite.ok ? ecrite.data.cellules[0]?.mesure : null
    const { rows } = await owner.query<{ id: number }>(
      'SELECT o.id FROM convention_organisme o JOIN convention c ON c.id = o.convention_id WHERE c.slug = $1 ORDER BY o.id LIMIT 2',
      [convention],
    )
    expect(
      await record(
        pilote,
        [cellule(sienne.id, '5', { mesure: { id: mesure?.id, version: 0 }, accords: rows.map(({ id }) => id) })],
        { fiche: sienne.fiche },
      ),
    ).toMatchObject({ ok: true })
    expect((await owner.query('SELECT FROM accord_mesure WHERE mesure_id = $1', [mesure?.id])).rowCount).toBe(2)
    expect(
      await record(pilote, [cellule(sienne.id, '', { mesure: { id: mesure?.id, version: 1 } })], {
        fiche: sienne.fiche,
      }),
    ).toMatchObject({ ok: true })
    expect(await listMesures(sienne.id)).toEqual([])
    expect(
      await as(pilote, () => createIndicateur({ convention, ficheVisee: sienne.fiche, etape: null, definition: base })),
    ).toMatchObject({ ok: false, tag: 'INTERDIT' })
    expect(await record(elue, [cellule(autre.id, '4')])).toMatchObject({ ok: false, tag: 'INTERDIT' })
  })

  it('an organisme of nowhere agrees to nothing', async () => {
    const a = await find('indicateur-3-3-2')
    expect(await record(coordination, [cellule(a.id, '4', { accords: [2_000_000_000] })])).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'accords' }],
    })
    expect((await listMesures(a.id)).filter(({ periode }) => periode === '2024')).toEqual([])
  })
})

describe('a value that the Caf confirms', () => {
  it('is proposed with its reason, then confirmed or refused by the Caf alone', async () => {
    const id = await create({ confirmation: 'CAF' })
    expect(await record(coordination, [cellule(id, '18')])).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'motif' }],
    })
    expect(await record(coordination, [cellule(id, '18')], { motif: 'Décompte de l’animatrice.' })).toMatchObject({
      ok: true,
      data: { cellules: [{ mesure: { etat: 'PROPOSEE' } }] },
    })
    const [proposee] = await listMesures(id)
    expect(proposee).toMatchObject({
      etat: 'PROPOSEE',
      motif: 'Décompte de l’animatrice.',
      source: 'Source Caf de la Vienne',
    })
    const visee = { convention, mesure: proposee?.id ?? 0, version: 0 }
    expect(await as(coordination, () => validateMesure(visee))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'CONFIRMATION',
    })
    expect(await as(conseillere, () => validateMesure(visee))).toMatchObject({ ok: true })
    expect(await listMesures(id)).toMatchObject([{ etat: 'CONFIRMEE', valeur: '18' }])
    // Another value is proposed beside the one that holds.
    const confirmee = { id: proposee?.id, version: 1 }
    expect(await record(coordination, [cellule(id, '', { mesure: confirmee })])).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
    })
    expect(
      await record(coordination, [cellule(id, '19', { mesure: confirmee })], { motif: 'Deux familles oubliées.' }),
    ).toMatchObject({ ok: true })
    expect(await listMesures(id)).toMatchObject([
      { etat: 'CONFIRMEE', valeur: '18' },
      { etat: 'PROPOSEE', valeur: '19' },
    ])
    const seconde = (await listMesures(id))[1]
    expect(
      await as(conseillere, () => cancelMesure({ convention, mesure: seconde?.id ?? 0, version: 0, motif: ' ' })),
    ).toMatchObject({ ok: false, tag: 'INVALIDE' })
    expect(
      await as(conseillere, () =>
        cancelMesure({ convention, mesure: seconde?.id ?? 0, version: 0, motif: 'Familles comptées deux fois.' }),
      ),
    ).toMatchObject({ ok: true })
    expect(await listMesures(id)).toMatchObject([{ etat: 'CONFIRMEE', valeur: '18' }])
    const { rows } = await owner.query(
      `SELECT motif FROM journal WHERE objet = 'mesure' AND objet_id = $1 ORDER BY id DESC LIMIT 1`,
      [seconde?.id],
    )
    expect(rows).toEqual([{ motif: 'Familles comptées deux fois.' }])
    expect(await record(conseillere, [cellule(id, '20', { periode: '2023' })])).toMatchObject({
      ok: true,
      data: { cellules: [{ mesure: { etat: 'CONFIRMEE' } }] },
    })
  })

  it('is neither confirmed, changed, taken away nor freed by the coordination, even in SQL', async () => {
    const id = await create({ confirmation: 'CAF' })
    await record(coordination, [cellule(id, '18')], { motif: 'Décompte.' })
    await record(conseillere, [cellule(id, '7', { periode: '2023' })])
    const app = new pg.Client({ connectionString: database.appUrl })
    await app.connect()
    const tenter = async (sql: string) => {
      await app.query('BEGIN')
      try {
        await app.query(`SELECT app.ouvrir($1, 'plan.ecrire', $2)`, [hashSecret(coordination.session), convention])
        await app.query(sql)
        return 'ÉCRIT'
      } catch (erreur) {
        return (erreur as { code?: string }).code
      } finally {
        await app.query('ROLLBACK')
      }
    }
    expect(await tenter(`UPDATE mesure SET etat = 'CONFIRMEE' WHERE indicateur_id = ${id} AND etat = 'PROPOSEE'`)).toBe(
      'CT006',
    )
    expect(await tenter(`UPDATE mesure SET valeur = 99 WHERE indicateur_id = ${id} AND etat = 'CONFIRMEE'`)).toBe(
      'CT006',
    )
    expect(
      await tenter(
        `UPDATE mesure SET etat = 'PROPOSEE', confirmee_le = NULL WHERE indicateur_id = ${id} AND etat = 'CONFIRMEE'`,
      ),
    ).toBe('CT006')
    expect(await tenter(`DELETE FROM mesure WHERE indicateur_id = ${id} AND etat = 'CONFIRMEE'`)).toBe('CT006')
    expect(await tenter(`UPDATE indicateur SET confirmation = NULL WHERE id = ${id}`)).toBe('CT006')
    expect(
      await tenter(
        `UPDATE mesure SET confirmee_par_id = ${conseillere.id} WHERE indicateur_id = ${id} AND etat = 'CONFIRMEE' AND confirmee_par_id IS NULL`,
      ),
    ).toBe('ÉCRIT')
    expect(
      await tenter(
        `INSERT INTO mesure (convention_id, indicateur_id, periode_texte, valeur, etat) SELECT convention_id, id, '2022', 3, 'CONFIRMEE' FROM indicateur WHERE id = ${id}`,
      ),
    ).toBe('CT006')
    expect(await tenter(`UPDATE mesure SET valeur = 17 WHERE indicateur_id = ${id} AND etat = 'PROPOSEE'`)).toBe(
      'ÉCRIT',
    )
    await app.end()
  })
})

describe('a definition', () => {
  it('is changed with its version, its targets by period, and tells what another saved', async () => {
    await owner.query(`DELETE FROM competence WHERE matiere = 'CIBLE'`)
    const id = await create({
      cible: '20',
      cibles: [
        { periode: '2025', valeur: '15' },
        { periode: 'fin 2026', valeur: 'toutes' },
      ],
    })
    const { rows } = await owner.query(
      'SELECT periode_texte, debut::text, trim_scale(valeur)::text AS valeur, texte FROM cible_indicateur WHERE indicateur_id = $1 ORDER BY id',
      [id],
    )
    expect(rows).toEqual([
      { periode_texte: '2025', debut: '2025-01-01', valeur: '15', texte: null },
      { periode_texte: 'fin 2026', debut: null, valeur: null, texte: 'toutes' },
    ])
    const modifier = (version: number, champs: Partial<SaisieIndicateur>) =>
      as(coordination, () =>
        updateIndicateur({ convention, indicateur: id, version, definition: { ...base, ...champs } }),
      )
    expect(await modifier(0, { cible: '22', reference: 'douze' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'definition.reference' }],
    })
    expect(await modifier(0, { cible: '22' })).toMatchObject({ ok: true, data: { version: 1 } })
    expect(await modifier(0, { cible: '23' })).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { version: 1, definition: { cible: '22', cibles: [] } },
    })
  })

  it('leaves its target to the instance that decides of it', async () => {
    const { rows } = await owner.query<{ id: number; convention_id: number }>(
      `SELECT i.id, i.convention_id FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.type = 'COPIL' LIMIT 1`,
      [convention],
    )
    await owner.query(
      `INSERT INTO competence (convention_id, instance_id, matiere, pouvoir) VALUES ($1, $2, 'CIBLE', 'DECIDE') ON CONFLICT DO NOTHING`,
      [rows[0]?.convention_id, rows[0]?.id],
    )
    const id = await create()
    const definition = { ...base, cible: '30' }
    expect(
      await as(coordination, () => updateIndicateur({ convention, indicateur: id, version: 0, definition })),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'INSTANCE_DECIDE' })
    expect(
      await as(coordination, () =>
        updateIndicateur({ convention, indicateur: id, version: 0, definition: { ...base, note: 'Précision' } }),
      ),
    ).toMatchObject({ ok: true })
    await owner.query(`DELETE FROM competence WHERE matiere = 'CIBLE'`)
  })

  it('goes only when nothing was measured', async () => {
    const id = await create({}, null)
    await record(coordination, [cellule(id, '3')])
    expect(await as(coordination, () => removeIndicateur({ convention, indicateur: id, version: 0 }))).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'INDICATEUR_UTILISE',
    })
    const [mesure] = await listMesures(id)
    await record(coordination, [cellule(id, '', { mesure: { id: mesure?.id, version: 0 } })])
    expect(await as(coordination, () => removeIndicateur({ convention, indicateur: id, version: 0 }))).toMatchObject({
      ok: true,
    })
  })
})

describe('a line that holds several measures', () => {
  const parties = [
    { libelle: 'Le nombre de rencontres', nature: 'NOMBRE' as const, unite: 'rencontres' },
    { libelle: 'La diversité des structures', nature: 'QUALITATIF' as const, unite: '' },
  ]
  it('is split without being lost, measured by its parts, and made whole again', async () => {
    const ligne = await find('indicateur-2-1-1')
    await record(coordination, [cellule(ligne.id, '6', { periode: '2023' })])
    const visee = { convention, indicateur: ligne.id, version: ligne.version }
    expect(
      await as(coordination, () => createPartiesIndicateur({ ...visee, parties, valeursVers: null })),
    ).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'valeursVers' }] })
    expect(await as(coordination, () => createPartiesIndicateur({ ...visee, parties, valeursVers: 1 }))).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
    })
    const faite = await as(coordination, () => createPartiesIndicateur({ ...visee, parties, valeursVers: 0 }))
    if (!faite.ok) throw new Error(JSON.stringify(faite))
    const [rencontres = 0, diversite = 0] = faite.data.parties
    expect(await listMesures(rencontres)).toMatchObject([{ valeur: '6', periode: '2023' }])
    expect(await record(coordination, [cellule(ligne.id, '6')])).toMatchObject({ ok: false, tag: 'INVALIDE' })
    const avant = await as(coordination, () => getGrilleIndicateurs({ convention, fiche: 'fiche-2-1', annee: 2024 }))
    expect(avant).toMatchObject({
      ok: true,
      data: {
        groupes: [
          {
            rangees: expect.arrayContaining([
              expect.objectContaining({ indicateur: ligne.id, saisissable: false }),
              expect.objectContaining({ indicateur: diversite, genre: 'PARTIE' }),
            ]),
          },
        ],
      },
    })
    await record(coordination, [cellule(rencontres, '8'), cellule(diversite, 'Quatre centres sociaux')])
    const apres = await as(coordination, () => getGrilleIndicateurs({ convention, annee: 2024 }))
    const total = await owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM indicateur i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.origine_id IS NULL',
      [convention],
    )
    if (!avant.ok || !apres.ok) throw new Error('grid')
    expect(apres.data.comptes.lignes).toBe(total.rows[0]?.n)
    expect(apres.data.comptes.renseignees - avant.data.comptes.renseignees).toBe(1)
    expect(
      await as(coordination, () => removePartiesIndicateur({ ...visee, version: ligne.version + 1 })),
    ).toMatchObject({ ok: false, tag: 'REGLE' })
    await owner.query('DELETE FROM mesure WHERE indicateur_id = ANY($1)', [[rencontres, diversite]])
    expect(
      await as(coordination, () => removePartiesIndicateur({ ...visee, version: ligne.version + 1 })),
    ).toMatchObject({ ok: true })
    expect(await record(coordination, [cellule(ligne.id, '6')])).toMatchObject({ ok: true })
  })
})

describe('what screens read', () => {
  it('the grid and the page of an indicator, in three statements each, breakdown and totals included', async () => {
    const id = await create({ ventilationGenre: 'TYPE', ventiles: ['EAJE', 'MAM'] })
    await record(coordination, [cellule(id, '3', { ventilation: 'EAJE' }), cellule(id, '4,5', { ventilation: 'MAM' })])
    expect(await record(coordination, [cellule(id, '3', { ventilation: 'Crèche' })])).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
    })
    let avant = countInstructions()
    const grille = await as(elue, () => getGrilleIndicateurs({ convention }))
    expect(countInstructions() - avant).toBe(3)
    if (!grille.ok) throw new Error('grid')
    const groupe = grille.data.groupes.find(({ rangees }) => rangees.some(({ indicateur }) => indicateur === id))
    expect(groupe?.modifiable).toBe(false)
    expect(groupe?.rangees.filter(({ indicateur }) => indicateur === id)).toMatchObject([
      { genre: 'LIGNE', totaux: { 2024: '7,5' } },
      { genre: 'PART', libelle: 'EAJE' },
      { genre: 'PART', libelle: 'MAM' },
    ])
    avant = countInstructions()
    const vue = await as(elue, () => getIndicateur({ convention, ref: 'indicateur-1-1-1' }))
    expect(countInstructions() - avant).toBe(3)
    expect(vue).toMatchObject({
      ok: true,
      data: { modifiable: false, definissable: false, organismes: expect.any(Array) },
    })
  })

  it.each(['attendus', 'renseignes', 'proposes'] as const)('only the lines %s', async (etat) => {
    const grille = await as(coordination, () =>
      getGrilleIndicateurs({ convention, etat, annee: 2024, pas: 'trimestre', axe: undefined }),
    )
    if (!grille.ok) throw new Error('grid')
    const { comptes, colonnes } = grille.data
    expect(comptes.filtrees).toBe(
      etat === 'attendus'
        ? comptes.lignes - comptes.renseignees
        : etat === 'renseignes'
          ? comptes.renseignees
          : comptes.proposees,
    )
    expect(colonnes.map(({ cle }) => cle)).toEqual(['2024-T1', '2024-T2', '2024-T3', '2024-T4'])
  })
})
