import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeClient } from '@/lib/platform/db'
import { POLITIQUE, TYPES_ROLE, type TypeRole } from '@/lib/platform/identite/politique'
import { declarations, type Declaration } from '@/lib/platform/query'
import type { Resultat } from '@/lib/platform/resultat'
import { runAs } from '@/lib/platform/identite/session'
import { addVoisine } from '@/tests/support/voisine'
import { exemples, readCibles, type Cibles } from '@/tests/support/exemples'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { loadDeclares } from '@/tests/support/modules'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/**
 * The whole matrix: role × operation × own, other convention, other convention’s object. Every query
 * and action of lib is found by reading the folders: one without an example here fails the test.
 */

const SIENNE = 'demonstration'
/** The same convention, of a neighbour: another Caf, other communes, objects of every kind. */
const ETRANGERE = 'voisine'
type Appel = (input: unknown) => Promise<Resultat<unknown>>

let db: TestDatabase
let owner: pg.Client
let sienne: Cibles
let etrangere: Cibles
const appels = new Map<string, Appel>()
const personnes = new Map<TypeRole, Personne>()

beforeAll(async () => {
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
  for (const { nom, appel } of await loadDeclares()) appels.set(nom, appel as Appel)
  for (const type of TYPES_ROLE) {
    const fiche = type === 'PILOTE' ? { fiche: (await readCibles(owner, SIENNE)).ficheRef } : {}
    personnes.set(
      type,
      await createPersonne(db.ownerUrl, [
        type === 'ADMINISTRATEUR' ? { type } : { type, convention: SIENNE, ...fiche },
      ]),
    )
  }
  await addVoisine(owner, readPersonne('ADMINISTRATEUR').session, ETRANGERE)
  sienne = await readCibles(owner, SIENNE)
  etrangere = await readCibles(owner, ETRANGERE)
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})

function readPersonne(role: TypeRole): Personne {
  const personne = personnes.get(role)
  if (!personne) throw new Error(role)
  return personne
}

async function call(nom: string, input: unknown, session: string): Promise<string> {
  const appel = appels.get(nom)
  if (!appel) throw new Error(`${nom} is declared but exported under another name`)
  const resultat = await runAs(session, () => appel(input))
  return resultat.ok ? 'OK' : resultat.tag
}

const REFUS = ['NON_CONNECTE', 'INTROUVABLE', 'INTERDIT']

function readAttendu({ operation }: Declaration, role: TypeRole): 'admis' | 'INTERDIT' | 'INTROUVABLE' {
  if (POLITIQUE[operation][role] !== 'NON') return 'admis'
  return operation.endsWith('.lire') || operation === 'dossier.exporter' ? 'INTROUVABLE' : 'INTERDIT'
}

describe('given every query and action of the product', () => {
  it('then each is declared, exported under its name, and has an example', () => {
    expect([...declarations.keys()].sort()).toEqual(Object.keys(exemples).sort())
    expect([...appels.keys()].sort()).toEqual(Object.keys(exemples).sort())
  })

  it.each(TYPES_ROLE)('when %s asks for their own convention, then the policy decides', async (role) => {
    for (const declaration of declarations.values()) {
      const input = exemples[declaration.nom]?.(SIENNE, await readCibles(owner, SIENNE), sienne)
      const obtenu = await call(declaration.nom, input, readPersonne(role).session)
      const attendu = readAttendu(declaration, role)
      if (attendu === 'admis') expect(REFUS, `${role} ${declaration.nom}: ${obtenu}`).not.toContain(obtenu)
      else expect(obtenu, `${role} ${declaration.nom}`).toBe(attendu)
    }
  })

  it.each(TYPES_ROLE.filter((role) => role !== 'ADMINISTRATEUR'))(
    'when %s asks for another convention, then it does not exist',
    async (role) => {
      for (const declaration of declarations.values()) {
        if (declaration.portee !== 'CONVENTION') continue
        const input = exemples[declaration.nom]?.(ETRANGERE, etrangere, etrangere)
        expect(await call(declaration.nom, input, readPersonne(role).session), `${role} ${declaration.nom}`).toBe(
          'INTROUVABLE',
        )
      }
    },
  )

  it('when a coordinator names their own convention and another’s object, then it does not exist', async () => {
    for (const declaration of declarations.values()) {
      const exemple = exemples[declaration.nom]
      if (!exemple || declaration.portee !== 'CONVENTION') continue
      const propre = JSON.stringify(exemple(SIENNE, sienne, sienne))
      const croise = exemple(SIENNE, etrangere, etrangere)
      if (JSON.stringify(croise) === propre || !('vise' in exemple && exemple.vise)) continue
      expect(await call(declaration.nom, croise, readPersonne('CHARGE_COOPERATION').session), declaration.nom).toBe(
        'INTROUVABLE',
      )
    }
  })

  it('when a pilote writes a fiche they do not lead, then it is refused', async () => {
    for (const declaration of declarations.values()) {
      if (declaration.operation !== 'fiche.ecrire') continue
      const input = exemples[declaration.nom]?.(SIENNE, { ...sienne, fiche: sienne.autreFiche }, sienne)
      expect(await call(declaration.nom, input, readPersonne('PILOTE').session), declaration.nom).toBe('INTERDIT')
    }
  })

  it('when nobody is signed in, or a session was ended, then nothing answers', async () => {
    const partie = await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    await owner.query('UPDATE session SET fermee_le = now() WHERE utilisateur_id = $1', [partie.id])
    for (const declaration of declarations.values()) {
      const input = exemples[declaration.nom]?.(SIENNE, sienne, sienne)
      expect(await call(declaration.nom, input, 'inconnue'), declaration.nom).toBe('NON_CONNECTE')
      expect(await call(declaration.nom, input, partie.session), declaration.nom).toBe('NON_CONNECTE')
    }
  })

  it('when the input holds junk, then it is an expected failure, and an unknown key is refused', async () => {
    const junk: unknown[] = [
      null,
      undefined,
      0,
      '',
      [],
      {},
      { convention: { $ne: null } },
      { convention: SIENNE, __proto__: { admin: true }, surprise: 1 },
      { convention: `${SIENNE}' OR 1=1 --` },
    ]
    for (const declaration of declarations.values())
      for (const input of junk)
        expect(['INTROUVABLE', 'INVALIDE', 'OK'], `${declaration.nom} ${JSON.stringify(input)}`).toContain(
          await call(declaration.nom, input, readPersonne('CHARGE_COOPERATION').session).then((tag) =>
            tag === 'INTERDIT' ? 'INVALIDE' : tag,
          ),
        )
    for (const declaration of declarations.values()) {
      const input = { ...(exemples[declaration.nom]?.(SIENNE, sienne, sienne) as object), surprise: 1 }
      // Whoever may do it: an administrator, but for what two co-leads do between themselves.
      const qui = POLITIQUE[declaration.operation].ADMINISTRATEUR === 'OUI' ? 'ADMINISTRATEUR' : 'CONSEILLER_CAF'
      expect(['INVALIDE', 'INTROUVABLE'], declaration.nom).toContain(
        await call(declaration.nom, input, readPersonne(qui).session),
      )
    }
  })
})
