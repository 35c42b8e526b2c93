import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptInvitation, checkIdentifiants, readInvitation } from '@/lib/platform/identite/connexion'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import {
  closePersonne,
  createPersonne as ajouter,
  reopenPersonne,
  updatePersonne,
} from '@/lib/utilisateurs/actions/personnes'
import { closeSessions, createInvitation } from '@/lib/utilisateurs/actions/acces'
import { searchCibles } from '@/lib/utilisateurs/actions/recherche'
import { createRole, removeRole } from '@/lib/utilisateurs/actions/roles'
import { getPersonne, getPersonnes } from '@/lib/utilisateurs/queries'
import type { ChoixRole, ObjetRole } from '@/lib/utilisateurs/rules'
import { getAccueil } from '@/lib/pilotage/navigation/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

let db: TestDatabase
let owner: pg.Client
let admin: Personne
let autre: Personne
let rang = 0

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'secret-de-test-secret-de-test-secret-de-test'
  db = await createTestDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await db.drop()
})
beforeEach(async () => {
  admin = await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  autre = await createPersonne(db.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: 'demonstration' }])
})

const asAdmin = <T>(travail: () => Promise<T>) => runAs(admin.session, travail)
const adresse = () => `nouvelle-${++rang}@test.example`

async function readVue(personne: number) {
  const vue = await asAdmin(() => getPersonne({ personne }))
  if (!vue.ok) throw new Error(vue.message)
  return vue.data
}

async function readCible(objet: ObjetRole, q: string): Promise<number> {
  const vue = await asAdmin(() => searchCibles({ objet, q }))
  const id = vue.ok ? vue.data.cibles[0]?.id : undefined
  if (id === undefined) throw new Error(`${objet} ${q}`)
  return id
}

async function listJournal(objet: string, filtre: string) {
  const { rows } = await owner.query<{
    utilisateur_id: number
    operation: string
    avant: Record<string, unknown> | null
    apres: Record<string, unknown> | null
    tout: string
  }>(
    `SELECT utilisateur_id, operation, avant, apres, j::text AS tout FROM journal j WHERE objet = $1 AND ${filtre} ORDER BY id`,
    [objet],
  )
  return rows
}

describe('adding a person', () => {
  it.each<[ChoixRole, ObjetRole | null, string, string]>([
    ['ADMINISTRATEUR', null, '', 'ADMINISTRATEUR'],
    ['CONSEILLER_CAF', 'CAF', 'vienne', 'CONSEILLER_CAF'],
    ['CHARGE_COOPERATION', 'CONVENTION', 'chatellerault', 'CHARGE_COOPERATION'],
    ['LECTEUR', 'CONVENTION', 'val aigo', 'LECTEUR'],
    ['LECTEUR_COLLECTIVITE', 'COLLECTIVITE', 'remy', 'LECTEUR'],
    ['ELU', 'COLLECTIVITE', 'remy', 'ELU'],
    ['PILOTE', 'FICHE', 'demonstration', 'PILOTE'],
  ])('gives %s on what it is held on, and writes both in the journal', async (role, objet, q, type) => {
    const cible = objet === null ? null : await readCible(objet, q)
    const email = adresse()
    const resultat = await asAdmin(() =>
      ajouter({
        email: ` ${email.toUpperCase()} `,
        nom: 'Camille Essai',
        fonction: '',
        role,
        cible,
        debut: '2026-01-01',
        fin: '',
      }),
    )
    if (!resultat.ok) throw new Error(JSON.stringify(resultat))
    const { personne } = resultat.data
    const vue = await readVue(personne)
    expect(vue).toMatchObject({
      soi: false,
      personne: {
        email,
        nom: 'Camille Essai',
        fonction: null,
        actif: true,
        version: 0,
        roles: [{ type, debut: '2026-01-01', fin: null, etat: 'EN_COURS' }],
      },
    })
    const roles = await listJournal('role', `(apres ->> 'utilisateur_id')::int = ${personne}`)
    expect(roles).toMatchObject([
      { utilisateur_id: admin.id, operation: 'utilisateur.administrer', avant: null, apres: { type } },
    ])
    expect(await listJournal('utilisateur', `objet_id = ${personne}`)).toMatchObject([
      { utilisateur_id: admin.id, apres: { email, actif: true } },
    ])
  })

  it('says that an address is taken, on its field, and writes nothing', async () => {
    const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM utilisateur')
    const resultat = await asAdmin(() =>
      ajouter({
        email: autre.email,
        nom: 'Double',
        fonction: '',
        role: 'ADMINISTRATEUR',
        cible: null,
        debut: '',
        fin: '',
      }),
    )
    expect(resultat).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'email', message: expect.stringMatching(/déjà celle d’une personne/) }],
    })
    expect((await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM utilisateur')).rows).toEqual(rows)
  })

  it('leaves no person without their role, and names each field', async () => {
    const email = adresse()
    const absent = await asAdmin(() =>
      ajouter({
        email,
        nom: 'Sans rôle',
        fonction: '',
        role: 'CHARGE_COOPERATION',
        cible: 2_147_483_647,
        debut: '',
        fin: '',
      }),
    )
    expect(absent).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'cible' }] })
    expect((await owner.query('SELECT 1 FROM utilisateur WHERE email = $1', [email])).rowCount).toBe(0)
    const vide = await asAdmin(() =>
      ajouter({
        email: 'pas une adresse',
        nom: ' ',
        fonction: '',
        role: 'ADMINISTRATEUR',
        cible: null,
        debut: 'hier',
        fin: '',
      }),
    )
    expect(vide.ok ? [] : vide.tag === 'INVALIDE' ? vide.champs.map(({ champ }) => champ).sort() : vide.tag).toEqual([
      'debut',
      'email',
      'nom',
    ])
    const inverse = await asAdmin(() =>
      ajouter({ email, nom: 'X', fonction: '', role: 'PILOTE', cible: null, debut: '2026-02-01', fin: '2026-01-01' }),
    )
    expect(
      inverse.ok ? [] : inverse.tag === 'INVALIDE' ? inverse.champs.map(({ champ }) => champ).sort() : inverse.tag,
    ).toEqual(['cible', 'fin'])
  })

  it('refuses a Caf as a collectivité', async () => {
    const cible = await readCible('CAF', 'vienne')
    expect(
      await asAdmin(() => createRole({ personne: autre.id, version: 0, role: 'ELU', cible, debut: '', fin: '' })),
    ).toMatchObject({ tag: 'INVALIDE', champs: [{ champ: 'cible' }] })
  })
})

describe('changing a person', () => {
  it('saves, keeps from what to what, and tells who comes second what is there', async () => {
    const lue = await readVue(autre.id)
    const premier = await asAdmin(() =>
      updatePersonne({
        personne: autre.id,
        version: lue.personne.version,
        email: autre.email,
        nom: 'Nouveau nom',
        fonction: 'Coordinatrice',
      }),
    )
    expect(premier).toEqual({ ok: true, data: { version: 1 } })
    const second = await asAdmin(() =>
      updatePersonne({ personne: autre.id, version: 0, email: autre.email, nom: 'Encore un', fonction: '' }),
    )
    expect(second).toMatchObject({
      ok: false,
      tag: 'CONFLIT',
      actuel: { nom: 'Nouveau nom', fonction: 'Coordinatrice', version: 1 },
    })
    const lignes = await listJournal('utilisateur', `objet_id = ${autre.id} AND avant IS NOT NULL`)
    expect(lignes).toMatchObject([
      { utilisateur_id: admin.id, avant: { nom: lue.personne.nom }, apres: { nom: 'Nouveau nom' } },
    ])
  })

  it('refuses the address of somebody else, on its field', async () => {
    const resultat = await asAdmin(() =>
      updatePersonne({ personne: autre.id, version: 0, email: admin.email, nom: 'Nom', fonction: '' }),
    )
    expect(resultat).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'email' }] })
    expect((await readVue(autre.id)).personne.version).toBe(0)
  })

  it('gives and takes roles, once each, in the journal', async () => {
    const cible = await readCible('CONVENTION', 'val aigo')
    const voulu = { personne: autre.id, role: 'LECTEUR' as const, cible, debut: '', fin: '2026-06-30' }
    expect(await asAdmin(() => createRole({ ...voulu, version: 0 }))).toEqual({ ok: true, data: { version: 1 } })
    expect(await asAdmin(() => createRole({ ...voulu, version: 0 }))).toMatchObject({ tag: 'CONFLIT' })
    expect(await asAdmin(() => createRole({ ...voulu, version: 1 }))).toMatchObject({
      tag: 'INVALIDE',
      champs: [{ champ: 'role' }],
    })
    // The same role later, once the first is over, is another one.
    expect(await asAdmin(() => createRole({ ...voulu, version: 1, debut: '2026-07-01', fin: '' }))).toMatchObject({
      ok: true,
    })
    const role = (await readVue(autre.id)).personne.roles.find(({ fin }) => fin === '2026-06-30')
    expect(await asAdmin(() => removeRole({ personne: autre.id, version: 2, role: role?.id ?? 0 }))).toEqual({
      ok: true,
      data: { version: 3 },
    })
    expect(await asAdmin(() => removeRole({ personne: autre.id, version: 3, role: role?.id ?? 0 }))).toMatchObject({
      tag: 'INTROUVABLE',
    })
    const lignes = await listJournal('role', `objet_id = ${role?.id}`)
    expect(lignes).toMatchObject([
      { avant: null, apres: { type: 'LECTEUR' } },
      { utilisateur_id: admin.id, operation: 'utilisateur.administrer', avant: { type: 'LECTEUR' }, apres: null },
    ])
  })

  it('opens at once what a new role opens, and closes it as soon as it is taken back', async () => {
    const { roles } = (await readVue(autre.id)).personne
    const compter = async () => {
      const vue = await runAs(autre.session, () => getAccueil({}))
      return vue.ok ? vue.data.conventions : vue.tag
    }
    expect(await compter()).toBe(1)
    await asAdmin(() => removeRole({ personne: autre.id, version: 0, role: roles[0]?.id ?? 0 }))
    expect(await compter()).toBe(0)
    const cible = await readCible('CAF', 'vienne')
    await asAdmin(() =>
      createRole({ personne: autre.id, version: 1, role: 'CONSEILLER_CAF', cible, debut: '', fin: '' }),
    )
    expect(await compter()).toBe(1)
  })
})

describe('oneself', () => {
  it('cannot deactivate one’s own account', async () => {
    expect(await asAdmin(() => closePersonne({ personne: admin.id, version: 0 }))).toMatchObject({
      tag: 'REGLE',
      code: 'SOI_MEME',
      message: expect.stringMatching(/propre compte/),
    })
  })

  it('cannot take back one’s own last administrator role, but one of two', async () => {
    const [role] = (await readVue(admin.id)).personne.roles
    expect(await asAdmin(() => removeRole({ personne: admin.id, version: 0, role: role?.id ?? 0 }))).toMatchObject({
      tag: 'REGLE',
      code: 'DERNIER_ROLE',
    })
    await owner.query(`INSERT INTO role (utilisateur_id, type) VALUES ($1, 'ADMINISTRATEUR')`, [admin.id])
    expect(await asAdmin(() => removeRole({ personne: admin.id, version: 0, role: role?.id ?? 0 }))).toMatchObject({
      ok: true,
    })
  })

  it('two administrators who remove each other at the same moment: one stays', async () => {
    for (let essai = 0; essai < 5; essai++) {
      const [a, b] = [
        await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }]),
        await createPersonne(db.ownerUrl, [{ type: 'ADMINISTRATEUR' }]),
      ]
      const [roleA] = (await readVue(a.id)).personne.roles
      const fins = await Promise.all([
        runAs(a.session, () => closePersonne({ personne: b.id, version: 0 })),
        runAs(b.session, () => removeRole({ personne: a.id, version: 0, role: roleA?.id ?? 0 })),
      ])
      expect(fins.filter(({ ok }) => ok)).toHaveLength(1)
      expect(fins.map((fin) => (fin.ok ? 'OK' : fin.tag)).filter((tag) => tag !== 'OK')[0]).toMatch(
        /INTERDIT|NON_CONNECTE/,
      )
    }
  })
})

describe('access', () => {
  it('an invitation gives a link that works once; its secret is stored nowhere', async () => {
    const premier = await asAdmin(() => createInvitation({ personne: autre.id }))
    const second = await asAdmin(() => createInvitation({ personne: autre.id }))
    if (!premier.ok || !second.ok) throw new Error('no invitation')
    const [ancien = '', secret = ''] = [premier, second].map(({ data }) => data.chemin.replace('/invitation/', ''))
    expect(await readInvitation(ancien)).toBeNull()
    expect(await readInvitation(secret)).toMatchObject({ email: autre.email })
    const { rows } = await owner.query<{ jours: number }>(
      `SELECT round(extract(epoch FROM expire_le - now()) / 86400)::int AS jours FROM invitation WHERE utilisateur_id = $1`,
      [autre.id],
    )
    expect(rows).toEqual([{ jours: 7 }])
    expect(await acceptInvitation(secret, 'une phrase assez longue')).toBe(true)
    expect(await acceptInvitation(secret, 'une autre phrase longue')).toBe(false)
    expect(
      await checkIdentifiants({ email: autre.email, motDePasse: 'une phrase assez longue', reseau: 'essai' }),
    ).toBe(autre.id)
    const { rows: mot } = await owner.query<{ mot_de_passe: string }>(
      'SELECT mot_de_passe FROM utilisateur WHERE id = $1',
      [autre.id],
    )
    const { rows: journal } = await owner.query<{ tout: string }>('SELECT j::text AS tout FROM journal j')
    const ecrit = journal.map(({ tout }) => tout).join('\n')
    for (const cache of [ancien, secret, mot[0]?.mot_de_passe ?? 'argon2', 'mot_de_passe', '$argon2'])
      expect(ecrit).not.toContain(cache)
    expect(await listJournal('invitation', `objet_id = ${autre.id}`)).toMatchObject([
      { utilisateur_id: admin.id },
      { utilisateur_id: admin.id },
    ])
  })

  it('closing sessions ends them at once, one’s own included', async () => {
    expect(await runAs(autre.session, () => getAccueil({}))).toMatchObject({ ok: true })
    expect(await asAdmin(() => closeSessions({ personne: autre.id }))).toEqual({ ok: true, data: { fermees: 1 } })
    expect(await runAs(autre.session, () => getAccueil({}))).toMatchObject({ tag: 'NON_CONNECTE' })
    expect(await asAdmin(() => closeSessions({ personne: admin.id }))).toEqual({ ok: true, data: { fermees: 1 } })
    expect(await asAdmin(() => getPersonnes({ page: 1 }))).toMatchObject({ tag: 'NON_CONNECTE' })
    expect(await listJournal('session', `objet_id = ${admin.id}`)).toHaveLength(1)
  })

  it('a deactivated person opens nothing; coming back opens no old session', async () => {
    expect(await asAdmin(() => closePersonne({ personne: autre.id, version: 0 }))).toEqual({
      ok: true,
      data: { version: 1 },
    })
    expect(await runAs(autre.session, () => getAccueil({}))).toMatchObject({ tag: 'NON_CONNECTE' })
    expect(await asAdmin(() => createInvitation({ personne: autre.id }))).toMatchObject({
      tag: 'REGLE',
      code: 'INACTIF',
    })
    expect(await asAdmin(() => reopenPersonne({ personne: autre.id, version: 0 }))).toMatchObject({ tag: 'CONFLIT' })
    expect(await asAdmin(() => reopenPersonne({ personne: autre.id, version: 1 }))).toEqual({
      ok: true,
      data: { version: 2 },
    })
    expect(await runAs(autre.session, () => getAccueil({}))).toMatchObject({ tag: 'NON_CONNECTE' })
    expect(
      await listJournal('utilisateur', `objet_id = ${autre.id} AND apres ? 'actif' AND avant IS NOT NULL`),
    ).toMatchObject([{ apres: { actif: false } }, { apres: { actif: true } }])
  })

  it('the account of the application itself is nobody’s', async () => {
    const { rows } = await owner.query<{ id: number }>('SELECT id FROM utilisateur WHERE systeme')
    for (const { id } of rows) {
      expect(await asAdmin(() => getPersonne({ personne: id }))).toMatchObject({ tag: 'INTROUVABLE' })
      expect(await asAdmin(() => createInvitation({ personne: id }))).toMatchObject({ tag: 'INTROUVABLE' })
    }
  })

  it.each(['CONSEILLER_CAF', 'CHARGE_COOPERATION', 'ELU'] as const)('%s administers nobody', async (type) => {
    const { session } = await createPersonne(db.ownerUrl, [{ type, convention: 'demonstration' }])
    const cible = { personne: autre.id, version: 0 }
    const fins = await runAs(session, async () => [
      await getPersonnes({ page: 1 }),
      await getPersonne({ personne: autre.id }),
      await searchCibles({ objet: 'CAF', q: '' }),
      await closePersonne(cible),
      await createInvitation({ personne: autre.id }),
      await closeSessions({ personne: autre.id }),
      await createRole({ ...cible, role: 'ADMINISTRATEUR', cible: null, debut: '', fin: '' }),
    ])
    for (const fin of fins) expect(['INTERDIT', 'INTROUVABLE']).toContain(fin.ok ? 'OK' : fin.tag)
    expect(await runAs(autre.session, () => getAccueil({}))).toMatchObject({ ok: true })
  })
})

describe('the list', () => {
  it('is one statement, whatever is asked, and finds without accents, by name, address or territory', async () => {
    await owner.query(`UPDATE utilisateur SET nom = 'Élodie Chérèque' WHERE id = $1`, [autre.id])
    const find = async (q: string, page = 1) => {
      const avant = countInstructions()
      const vue = await asAdmin(() => getPersonnes({ q, page }))
      if (!vue.ok) throw new Error(vue.message)
      // opening, list, COMMIT
      expect(countInstructions() - avant).toBe(3)
      return vue.data
    }
    expect((await find('elodie chereque')).personnes).toMatchObject([
      { nom: 'Élodie Chérèque', roles: [{ type: 'CHARGE_COOPERATION', etat: 'EN_COURS' }] },
    ])
    expect((await find(autre.email)).personnes.map(({ id }) => id)).toContain(autre.id)
    expect((await find('demonstration')).personnes.map(({ id }) => id)).toContain(autre.id)
    expect(await find('%_%\\')).toMatchObject({ premiere: 1 })
    expect(await find('personne inconnue de tous')).toMatchObject({ total: 0, pages: 1, personnes: [] })
    const toutes = await find('')
    expect(toutes.personnes.length).toBeLessThanOrEqual(25)
    expect(toutes.total).toBe((await owner.query('SELECT 1 FROM utilisateur WHERE NOT systeme')).rowCount)
    expect(await find('', 900)).toMatchObject({ total: toutes.total, personnes: [] })
  })
})
