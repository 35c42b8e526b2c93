import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeClient } from '@/lib/platform/db'
import { REFUS_NUL } from '@/lib/platform/nettoyage'
import { POLITIQUE } from '@/lib/platform/identite/politique'
import { declarations } from '@/lib/platform/query'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { cleanTexte } from '@/lib/platform/texte'
import { loadDeclares } from '@/tests/support/modules'
import { addVoisine } from '@/tests/support/voisine'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { exemples, readCibles } from '@/tests/support/exemples'
import { createPersonne } from '@/tests/support/personnes'

/** Every query and action of the product is given texts as people paste them: none reaches the database as it came. */

const SIENNE = 'demonstration'
let db: TestDatabase
let owner: pg.Client
type Appel = (input: unknown) => Promise<Resultat<unknown>>
const appels = new Map<string, Appel>()
let administrateur: string
let conseiller: string

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  for (const { nom, appel } of await loadDeclares()) appels.set(nom, appel as Appel)
  administrateur = (await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }])).session
  conseiller = (await createPersonne(db.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: SIENNE }])).session
  await addVoisine(owner, administrateur, 'voisine')
}, 120_000)
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

type Chemin = readonly (string | number)[]

const isOuvrable = (valeur: unknown): valeur is object =>
  typeof valeur === 'object' && valeur !== null && !(valeur instanceof File)

/** Where an input holds a text. */
function listTextes(valeur: unknown, chemin: Chemin = []): Chemin[] {
  if (typeof valeur === 'string') return [chemin]
  if (!isOuvrable(valeur)) return []
  return Object.entries(valeur).flatMap(([cle, membre]) =>
    listTextes(membre, [...chemin, Array.isArray(valeur) ? Number(cle) : cle]),
  )
}

/** The same input with other texts; the slug, which names a convention in an address, stays. */
function changeTextes(
  valeur: unknown,
  change: (texte: string, chemin: Chemin) => string,
  chemin: Chemin = [],
): unknown {
  if (typeof valeur === 'string') return chemin.join() === 'convention' ? valeur : change(valeur, chemin)
  if (!isOuvrable(valeur)) return valeur
  if (Array.isArray(valeur)) return valeur.map((membre, rang) => changeTextes(membre, change, [...chemin, rang]))
  return Object.fromEntries(
    Object.entries(valeur).map(([cle, membre]) => [cle, changeTextes(membre, change, [...chemin, cle])]),
  )
}

/** The same words as a copy brings them: decomposed, cut by soft hyphens and zero-width signs. */
const soil = (texte: string): string => `\uFEFF${[...texte.normalize('NFD')].join('\u00AD\u200B')}\u2060`

/** Whoever may do it: an administrator, but for what two co-leads do between themselves. */
const readSession = (nom: string): string =>
  POLITIQUE[declarations.get(nom)?.operation ?? 'portefeuille.lire'].ADMINISTRATEUR === 'OUI'
    ? administrateur
    : conseiller

async function call(nom: string, input: unknown): Promise<Resultat<unknown>> {
  const appel = appels.get(nom)
  if (!appel) throw new Error(`${nom} is not exported`)
  return runAs(readSession(nom), () => appel(input))
}

async function buildExemple(nom: string): Promise<unknown> {
  const cibles = await readCibles(owner, SIENNE)
  return exemples[nom]?.(SIENNE, cibles, cibles)
}

/** Columns of the whole database in which some text is not as the cleaning leaves it. */
async function listSales(): Promise<string[]> {
  const { rows } = await owner.query<{ tableau: string; colonne: string }>(
    `SELECT table_name AS tableau, column_name AS colonne FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type IN ('text', 'jsonb', 'ARRAY', 'character varying')`,
  )
  const sales = await Promise.all(
    rows.map(async ({ tableau, colonne }) => {
      const lues = await owner.query<{ texte: string }>(
        `SELECT DISTINCT "${colonne}"::text AS texte FROM "${tableau}" WHERE "${colonne}"::text ~ '[^\\n -~]'`,
      )
      return lues.rows
        .filter(({ texte }) => cleanTexte(texte) !== texte)
        .map(({ texte }) => `${tableau}.${colonne}: ${JSON.stringify(texte.slice(0, 80))}`)
    }),
  )
  return sales.flat()
}

describe('given every query and action of the product', () => {
  it('when any of its texts holds a null character, then that field is named, and nothing else happens', async () => {
    let textes = 0
    for (const nom of declarations.keys()) {
      const input = await buildExemple(nom)
      for (const chemin of listTextes(input)) {
        const nul = changeTextes({ racine: input }, (texte, ici) =>
          ici.slice(1).join('.') === chemin.join('.') ? `${texte}\u0000` : texte,
        )
        const resultat = await call(nom, (nul as { racine: unknown }).racine)
        expect(resultat, `${nom} ${chemin.join('.')}`).toMatchObject({
          ok: false,
          tag: 'INVALIDE',
          champs: [{ champ: chemin.join('.'), message: REFUS_NUL }],
        })
        textes += 1
      }
    }
    expect(textes).toBeGreaterThan(300)
  }, 120_000)

  it('when its texts come as a copy brings them, then it answers as to clean ones, and everything kept is clean', async () => {
    expect(await listSales(), 'before').toEqual([])
    let reussis = 0
    for (const nom of declarations.keys()) {
      const input = await buildExemple(nom)
      const sale = changeTextes(input, soil)
      const resultat = await call(nom, sale)
      // A choice, a date, an amount among them: were one not cleaned, it would be refused.
      const attendus = ['OK', 'CONFLIT', 'REGLE', 'INTROUVABLE', 'INVALIDE']
      const obtenu = resultat.ok ? 'OK' : resultat.tag
      expect(attendus, `${nom}: ${obtenu}`).toContain(obtenu)
      if (obtenu === 'INVALIDE' || obtenu === 'INTROUVABLE') {
        const propre = await call(nom, input)
        expect(propre.ok ? 'OK' : propre.tag, nom).toBe(obtenu)
      }
      if (resultat.ok) reussis += 1
    }
    expect(await listSales(), 'after').toEqual([])
    expect(reussis).toBeGreaterThan(80)
  }, 120_000)
})
