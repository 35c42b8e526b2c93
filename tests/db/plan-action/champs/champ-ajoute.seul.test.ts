import pg from 'pg'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { formatChamp } from '@/components/plan-action/champs/valeur-champ'
import { LireVersion } from '@/components/plan-action/versions/lire-version'
import { importDossier } from '@/lib/dossier/import/actions'
import { getDossier } from '@/lib/dossier/export/queries'
import { getJournal } from '@/lib/journal/queries'
import { COLONNES_CHERCHEES, isTexte, MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampFiche } from '@/lib/plan-action/champs/words/catalogue'
import type { ChangementsFiche } from '@/lib/plan-action/champs/schema'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { cancelChangement } from '@/lib/plan-action/suivi/actions/retablir'
import type { CleChangement } from '@/lib/plan-action/suivi/words/fil'
import { checkTableur, importTableur, recordTableur } from '@/lib/plan-action/tableur/actions'
import { exportPlanTableur, getImportTableur } from '@/lib/plan-action/tableur/queries'
import { closeVersion } from '@/lib/plan-action/versions/actions'
import { getVersionsPlan } from '@/lib/plan-action/versions/queries'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import type { Resultat } from '@/lib/platform/resultat'
import { readTableur } from '@/lib/tableurs/read'
import { generateClient } from '@/tests/support/champ-ajoute'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/**
 * Somebody adds a text to the fiche: an entry in the catalogue, a column in PostgreSQL and in the schema of Prisma. The
 * product is then asked everywhere it should be; nothing else was told of it.
 */
const AJOUT = vi.hoisted(() => ({
  genre: 'TEXTE' as const,
  cle: 'resultatsAttendus',
  label: 'Résultats attendus',
  colonne: 'resultats_attendus',
  forme: 'PARAGRAPHES' as const,
  longueur: 300,
  section: 'CONTENU' as const,
  versions: 'CONTENU' as const,
  cherche: true as const,
  feuille: { synonymes: ['effets visés'] },
}))

vi.mock('@/lib/plan-action/champs/words/textes', async (original) => {
  const { TEXTES } = await original<typeof import('@/lib/plan-action/champs/words/textes')>()
  return { TEXTES: [...TEXTES, AJOUT] }
})

const genere = vi.hoisted(() => ({ remove: () => {} }))
vi.mock('@/lib/generated/prisma/client', async () => {
  const { generateClient: generate } = await vi.importActual<{ generateClient: typeof generateClient }>(
    '@/tests/support/champ-ajoute',
  )
  const { module, remove } = generate(AJOUT.cle, AJOUT.colonne)
  genere.remove = remove
  return import(module)
})

const CHAMP = AJOUT.cle as ChampFiche
const CLE = `fiche_action.${AJOUT.cle}` as CleChangement
const convention = 'demonstration'
const TODAY = { today: '2026-11-22' }

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let conseillere: Personne
let administratrice: Personne
let fiche: { id: number; ref: string }

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  // The migration of whoever adds the field.
  await owner.query(`ALTER TABLE fiche_action ADD COLUMN ${AJOUT.colonne} TEXT`)
  await owner.query('SELECT app.chercher_colonnes($1)', [COLONNES_CHERCHEES])
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention }])
  conseillere = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention }])
  administratrice = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  const { rows } = await owner.query<{ id: number; ref: string }>(
    'SELECT f.id, f.ref FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 ORDER BY f.ordre, f.id LIMIT 1',
    [convention],
  )
  if (!rows[0]) throw new Error('no fiche')
  fiche = rows[0]
}, 120_000)

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
  genere.remove()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> => runAs(personne.session, travail, TODAY)

function unwrap<T, A>(resultat: Resultat<T, A>): T {
  if (!resultat.ok)
    throw new Error(
      `${resultat.tag} ${resultat.message} ${JSON.stringify('champs' in resultat ? resultat.champs : '')}`,
    )
  return resultat.data
}

const write = (personne: Personne, avant: string | null, apres: string | null) =>
  as(personne, () =>
    updateFiche({ convention, fiche: fiche.id, champs: { [CHAMP]: { avant, apres } } as ChangementsFiche }),
  )

const readFiche = async () => unwrap(await as(coordination, () => getFiche({ convention, ref: fiche.ref })))
const readValeur = async () => (await readFiche()).valeurs[CHAMP]

describe('a text added to the catalogue', () => {
  it('has a name, saves at a pause, and reads in words', () => {
    expect(MOTS_CHAMP[CHAMP]).toBe('Résultats attendus')
    expect(isTexte(CHAMP)).toBe(true)
    expect(formatChamp(CHAMP, 'Dix familles logées.' as never)).toBe('Dix familles logées.')
    expect(formatChamp(CHAMP, null as never)).toBe('non précisé')
  })

  it('is checked, written in its column, and read back', async () => {
    expect(await write(coordination, null, 'x'.repeat(301))).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: `champs.${CHAMP}.apres`, message: expect.stringContaining('300 caractères') }],
    })
    expect(await write(coordination, null, '  Dix familles logées.  ')).toMatchObject({
      ok: true,
      data: { champs: [CHAMP] },
    })
    expect(
      (await owner.query(`SELECT ${AJOUT.colonne} AS lu FROM fiche_action WHERE id = $1`, [fiche.id])).rows,
    ).toEqual([{ lu: 'Dix familles logées.' }])
    expect(await readValeur()).toBe('Dix familles logées.')
  })

  it('is disagreed on by itself, with who changed it', async () => {
    expect(await write(conseillere, 'Dix familles logées.', 'Douze familles logées.')).toMatchObject({ ok: true })
    expect(await write(coordination, 'Dix familles logées.', 'Neuf.')).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: {
        conflits: [
          {
            champ: CHAMP,
            actuel: 'Douze familles logées.',
            voulu: 'Neuf.',
            auteur: expect.stringContaining('Personne'),
          },
        ],
      },
    })
  })

  it('is told by the history under its name, and put back', async () => {
    const { evenements } = (await readFiche()).vie.fil
    const changements = evenements.flatMap((evenement) =>
      evenement.genre === 'CHANGEMENT' ? evenement.changements : [],
    )
    const dernier = changements.find(({ retablir }) => retablir?.champ === CLE)
    expect(dernier).toMatchObject({
      champ: 'Résultats attendus',
      parties: [{ de: 'Dix familles logées.', vers: 'Douze familles logées.' }],
    })
    expect(
      await as(coordination, () =>
        cancelChangement({ convention, fiche: fiche.id, ligne: dernier?.retablir?.ligne ?? 0, champ: CLE, vu: null }),
      ),
    ).toMatchObject({ ok: true })
    expect(await readValeur()).toBe('Dix familles logées.')
  })

  it('is told by the journal under the same name', async () => {
    const { gestes } = unwrap(await as(coordination, () => getJournal({ convention, objet: 'fiche_action' })))
    expect(gestes[0]?.faits[0]?.details).toEqual([
      { champ: 'résultats attendus', de: 'Douze familles logées.', vers: 'Dix familles logées.' },
    ])
  })

  it('is found by its words', async () => {
    const { fiches } = unwrap(await as(coordination, () => getPlanAction({ convention, q: 'FAMILLES logees' })))
    expect(fiches.map(({ ref }) => ref)).toEqual([fiche.ref])
  })

  it('is compared from version to version, and read in a closed one', async () => {
    const { plan } = unwrap(await as(coordination, () => getVersionsPlan({ convention })))
    const { numero } = unwrap(
      await as(coordination, () =>
        closeVersion({
          convention,
          version: plan?.version ?? 0,
          libelle: 'Avant',
          date: '2026-11-22',
          avenant: null,
          motif: '',
        }),
      ),
    )
    expect(await write(coordination, 'Dix familles logées.', 'Vingt familles logées.')).toMatchObject({ ok: true })
    const { comparaison, lue } = unwrap(
      await as(coordination, () => getVersionsPlan({ convention, lire: numero, avant: numero })),
    )
    expect(comparaison?.changements).toMatchObject([
      { objet: 'FICHE', ref: fiche.ref, details: ['Modifié\u00A0: résultats attendus'] },
    ])
    const page = lue && renderToStaticMarkup(createElement(LireVersion, lue))
    expect(page).toContain('>Résultats attendus</p>')
    expect(page).toContain('Dix familles logées.')
  })

  it('goes out in a dossier, and comes in again', async () => {
    const dossier = unwrap(await as(administratrice, () => getDossier({ convention })))
    expect(dossier.plan?.fiches.find(({ ref }) => ref === fiche.ref)).toMatchObject({
      [CHAMP]: 'Vingt familles logées.',
    })
    expect(dossier.plan?.versions.at(-1)?.contenu.fiches.find(({ ref }) => ref === fiche.ref)).toMatchObject({
      [CHAMP]: 'Dix familles logées.',
    })
    const jumelle = { ...dossier, convention: { ...dossier.convention, slug: 'jumelle' } }
    expect(await as(administratrice, () => importDossier({ dossier: jumelle }))).toMatchObject({ ok: true })
    expect(unwrap(await as(administratrice, () => getDossier({ convention: 'jumelle' }))).plan).toEqual(dossier.plan)
  })

  it('has its column in a spreadsheet, and is read back under another word', async () => {
    const { octets } = unwrap(await as(coordination, () => exportPlanTableur({ convention, format: 'xlsx' })))
    const lu = await readTableur(octets)
    const feuille = lu.ok ? lu.feuilles.find(({ nom }) => nom === 'Fiches') : undefined
    const entetes = feuille?.lignes[0] ?? []
    const rang = entetes.indexOf('Résultats attendus')
    expect(entetes[rang - 1]).toBe('Moyens')
    const ligne = feuille?.lignes.find((cellules) => cellules.includes(fiche.ref))
    expect(ligne?.[rang]).toBe('Vingt familles logées.')

    // Somebody’s own file: their word for the field, and the name of the fiche.
    const csv = `Référence;Titre;Effets visés\n${fiche.ref};${ligne?.[entetes.indexOf('Titre')]};Trente familles logées.\n`
    const fichier = new File([csv], 'plan.csv')
    const { import: id } = unwrap(await as(coordination, () => recordTableur({ convention, fichier })))
    const { courant } = unwrap(await as(coordination, () => getImportTableur({ convention, import: id })))
    expect(courant?.correspondance.feuilles[0]?.colonnes).toEqual(['ref', 'titre', CHAMP])
    if (!courant) throw new Error('no import')
    const { version, comptes } = unwrap(
      await as(coordination, () =>
        checkTableur({ convention, import: id, version: courant.version, correspondance: courant.correspondance }),
      ),
    )
    expect(comptes).toEqual({ CREEE: 0, CHANGEE: 1, INCHANGEE: 0, REFUSEE: 0 })
    const { courant: juge } = unwrap(await as(coordination, () => getImportTableur({ convention, import: id })))
    expect(juge?.verdicts[0]?.changements).toEqual([
      { colonne: 'Résultats attendus', de: 'Vingt familles logées.', a: 'Trente familles logées.' },
    ])
    unwrap(await as(coordination, () => importTableur({ convention, import: id, version, sansRefusees: false })))
    expect(await readValeur()).toBe('Trente familles logées.')
  })
})
