import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPlan, updateNumerotation, updatePlan } from '@/lib/plan-action/arbre/actions/plan'
import { createAxe, moveAxe, removeAxe, updateAxe } from '@/lib/plan-action/arbre/actions/axes'
import { createFiche, moveFiche, removeFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { closeVersion } from '@/lib/plan-action/versions/actions'
import { getArbrePlan } from '@/lib/plan-action/arbre/queries'
import { getVersionsPlan } from '@/lib/plan-action/versions/queries'
import { listEnfants, listFiches } from '@/lib/plan-action/arbre/rules/arbre'
import type { ArbrePlan } from '@/lib/plan-action/arbre/types'
import { closeClient, countInstructions } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

const TODAY = '2026-06-15'
const SANS_PLAN = 'golfe-et-etangs'
const PLAN = 'provence-alpes-agglomeration'
const AUTRE = 'val-aigo'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne
let collegue: Personne
let pilote: Personne
let elue: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [
    { type: 'CHARGE_COOPERATION', convention: PLAN },
    { type: 'CHARGE_COOPERATION', convention: SANS_PLAN },
  ])
  collegue = await createPersonne(database.ownerUrl, [{ type: 'CONSEILLER_CAF', convention: PLAN }])
  pilote = await createPersonne(database.ownerUrl, [{ type: 'PILOTE', convention: PLAN, fiche: 'fiche-2-1' }])
  elue = await createPersonne(database.ownerUrl, [{ type: 'ELU', convention: PLAN }])
})

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

const as = <T>(personne: Personne, travail: () => Promise<T>): Promise<T> =>
  runAs(personne.session, travail, { today: TODAY })

async function readArbre(convention = PLAN): Promise<ArbrePlan> {
  const vue = await as(coordination, () => getArbrePlan({ convention }))
  if (!vue.ok || !vue.data.arbre) throw new Error('no tree')
  return vue.data.arbre
}

const reglages = {
  titre: '',
  niveaux: ['Orientation', 'Objectif', 'Chantier'],
  nomFiche: 'Action',
  nomEtape: 'Modalité',
  texte: '',
  raisonSansFiche: '',
}
const axe = (titre: string, champs: object = {}) => ({
  titre,
  numero: '',
  description: '',
  objectifs: [],
  theme: null,
  absence: '',
  ...champs,
})
const axeDe = (arbre: ArbrePlan, titre: string) => arbre.axes.find((lu) => lu.titre === titre)?.id ?? 0
const titres = (elements: { titre: string }[]) => elements.map(({ titre }) => titre)

async function readJournal(objet: string): Promise<{ n: number }> {
  const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM journal WHERE objet = $1', [objet])
  return rows[0] ?? { n: 0 }
}

describe('a plan from nothing', () => {
  it('is created once, with the convention’s own names, whoever else creates it at once', async () => {
    const creer = () =>
      as(coordination, () => createPlan({ convention: SANS_PLAN, ...reglages, numerotation: 'PAR_AXE', prefixe: 'FA' }))
    const resultats = await Promise.all([creer(), creer(), creer()])
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      resultats.filter((resultat) => !resultat.ok && resultat.tag === 'REGLE' && resultat.code === 'PLAN_EXISTE'),
    ).toHaveLength(2)
    expect(await readArbre(SANS_PLAN)).toMatchObject({
      version: 0,
      numeroVersion: 1,
      reglages: { niveaux: ['Orientation', 'Objectif', 'Chantier'], nomFiche: 'Action', prefixe: 'FA' },
      axes: [],
    })
  })

  it('takes three levels, a fourth is refused, and a level in use keeps its name', async () => {
    let parent: number | null = null
    for (const titre of ['Accueillir', 'Petite enfance', 'Modes d’accueil']) {
      const { version } = await readArbre(SANS_PLAN)
      const resultat = await as(coordination, () =>
        createAxe({ convention: SANS_PLAN, version, parent, ...axe(titre) }),
      )
      if (!resultat.ok) throw new Error(resultat.message)
      parent = axeDe(resultat.data.arbre, titre)
    }
    const { version } = await readArbre(SANS_PLAN)
    expect(
      await as(coordination, () => createAxe({ convention: SANS_PLAN, version, parent, ...axe('Trop bas') })),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'TROP_PROFOND' })
    expect(
      await as(coordination, () =>
        updatePlan({ convention: SANS_PLAN, version, ...reglages, niveaux: ['Axe', 'Volet'] }),
      ),
    ).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'niveaux' }] })
    expect(
      await as(coordination, () => createAxe({ convention: SANS_PLAN, version, parent: null, ...axe(' ') })),
    ).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'titre', message: 'Donnez un titre.' }] })
  })

  it('numbers what is added, announces what is to write, and gives each its own key', async () => {
    const depart = await readArbre(SANS_PLAN)
    const dans = axeDe(depart, 'Modes d’accueil')
    const avenant = await owner.query<{ id: number }>(
      `INSERT INTO avenant (convention_id, ref, objet, ordre) SELECT id, 'av-essai', 'Avenant n° 1', 0 FROM convention WHERE slug = $1 RETURNING id`,
      [SANS_PLAN],
    )
    const redaction = { motif: 'Attendue par avenant', echeance: '2027-03-31', avenant: avenant.rows[0]?.id ?? 0 }
    const annoncee = await as(coordination, () =>
      createFiche({
        convention: SANS_PLAN,
        version: depart.version,
        axe: dans,
        titre: 'Créer une crèche',
        numero: '',
        redaction,
      }),
    )
    if (!annoncee.ok) throw new Error(annoncee.message)
    const seconde = await as(coordination, () =>
      createFiche({
        convention: SANS_PLAN,
        version: annoncee.data.arbre.version,
        axe: dans,
        titre: 'Créer une crèche',
        numero: '',
        redaction: null,
      }),
    )
    if (!seconde.ok) throw new Error(seconde.message)
    expect(seconde.data.arbre.fiches).toMatchObject([
      { ref: 'creer-une-creche', numero: 'FA 1.1.1.1', aRediger: true, echeance: '2027-03-31' },
      { ref: 'creer-une-creche-2', numero: 'FA 1.1.1.2', aRediger: false, echeance: null },
    ])
    const ailleurs = await owner.query<{ id: number }>(
      `SELECT min(a.id) AS id FROM avenant a JOIN convention c ON c.id = a.convention_id WHERE c.slug = $1`,
      [PLAN],
    )
    const etranger = { ...redaction, avenant: ailleurs.rows[0]?.id ?? 0 }
    expect(
      await as(coordination, () =>
        createFiche({
          convention: SANS_PLAN,
          version: seconde.data.arbre.version,
          axe: dans,
          titre: 'X',
          numero: '',
          redaction: etranger,
        }),
      ),
    ).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'redaction.avenant' }] })
  })
})

describe('moving', () => {
  it('keeps the numbers as written, and is told once in the journal', async () => {
    const arbre = await readArbre()
    const [premier, dernier] = [arbre.axes[0]?.id ?? 0, arbre.axes.at(-1)?.id ?? 0]
    const avant = {
      axe: await readJournal('axe'),
      fiche: await readJournal('fiche_action'),
      convention: await readJournal('convention'),
    }
    const resultat = await as(coordination, () =>
      moveAxe({ convention: PLAN, version: arbre.version, axe: premier, parent: null, rang: 99 }),
    )
    expect(resultat).toMatchObject({
      ok: true,
      data: {
        message: expect.stringContaining('rang 6 sur 6, en haut du plan'),
        arbre: { version: arbre.version + 1 },
      },
    })
    if (!resultat.ok) return
    expect(resultat.data.arbre.axes.map(({ numero }) => numero)).toEqual(['2', '3', '4', '5', '6', '1'])
    expect(resultat.data.arbre.fiches.map(({ numero }) => numero)).toEqual([
      '2.1',
      '2.2',
      '3.1',
      '3.2',
      '3.3',
      '4.1',
      '6.1',
      '1.1',
    ])
    expect({ axe: await readJournal('axe'), fiche: await readJournal('fiche_action') }).toEqual({
      axe: avant.axe,
      fiche: avant.fiche,
    })
    expect((await readJournal('convention')).n).toBe(avant.convention.n + 1)
    const [fiche] = listFiches(resultat.data.arbre.fiches, premier)
    const ailleurs = await as(coordination, () =>
      moveFiche({ convention: PLAN, version: arbre.version + 1, fiche: fiche?.id ?? 0, axe: dernier, rang: 0 }),
    )
    expect(ailleurs).toMatchObject({ ok: true })
    if (!ailleurs.ok) return
    expect(titres(listFiches(ailleurs.data.arbre.fiches, dernier))[0]).toBe(fiche?.titre)
    const { rows } = await owner.query(
      `SELECT apres ->> 'axe_id' AS axe FROM journal WHERE objet = 'fiche_action' ORDER BY id DESC LIMIT 1`,
    )
    expect(rows).toEqual([{ axe: String(dernier) }])
  })

  it('at once by two people: nothing is lost, the second is shown the tree of the first', async () => {
    const arbre = await readArbre()
    const [a, b] = [arbre.fiches[0], arbre.fiches[3]]
    const vers = arbre.axes.at(-1)?.id ?? 0
    const bouger = (personne: Personne, fiche: number, version: number) =>
      as(personne, () => moveFiche({ convention: PLAN, version, fiche, axe: vers, rang: 0 }))
    const resultats = await Promise.all([
      bouger(coordination, a?.id ?? 0, arbre.version),
      bouger(collegue, b?.id ?? 0, arbre.version),
    ])
    const refus = resultats.find((resultat) => !resultat.ok)
    expect(resultats.filter(({ ok }) => ok)).toHaveLength(1)
    if (!refus || refus.ok || refus.tag !== 'CONFLIT') throw new Error('no conflict')
    const { arbre: actuel } = refus.actuel as { arbre: ArbrePlan }
    expect(actuel.version).toBe(arbre.version + 1)
    // Asked again over what is shown, both moves are there.
    const manquante = listFiches(actuel.fiches, vers).some(({ id }) => id === a?.id) ? b : a
    expect(await bouger(collegue, manquante?.id ?? 0, actuel.version)).toMatchObject({ ok: true })
    const final = await readArbre()
    expect(listFiches(final.fiches, vers).map(({ id }) => id)).toEqual(expect.arrayContaining([a?.id, b?.id]))
    expect(final.fiches).toHaveLength(arbre.fiches.length)
    expect(final.fiches.map(({ ordre }) => ordre)).toEqual(final.fiches.map((_, rang) => rang))
  })

  it('ten moves at once, each asked again until it is done, leave a tree without hole nor double', async () => {
    const depart = await readArbre()
    await Promise.all(
      Array.from({ length: 10 }, async (_, i) => {
        const personne = i % 2 ? coordination : collegue
        const fiche = depart.fiches[i % depart.fiches.length]?.id ?? 0
        const vers = depart.axes[(i * 3) % depart.axes.length]?.id ?? 0
        for (let essai = 0; essai < 40; essai += 1) {
          const { version } = await readArbre()
          const resultat = await as(personne, () => moveFiche({ convention: PLAN, version, fiche, axe: vers, rang: i }))
          if (resultat.ok) return
          expect(resultat.tag).toBe('CONFLIT')
        }
        throw new Error('never moved')
      }),
    )
    const final = await readArbre()
    expect(final.version).toBe(depart.version + 10)
    expect(final.fiches.map(({ id }) => id).sort()).toEqual(depart.fiches.map(({ id }) => id).sort())
    expect(final.fiches.map(({ ordre }) => ordre)).toEqual(final.fiches.map((_, rang) => rang))
  })

  it('never deeper than the plan’s levels, never into itself', async () => {
    const arbre = await readArbre()
    const [a, b] = arbre.axes
    expect(
      await as(coordination, () =>
        moveAxe({ convention: PLAN, version: arbre.version, axe: a?.id ?? 0, parent: b?.id ?? 0, rang: 0 }),
      ),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'TROP_PROFOND' })
    const trois = await readArbre(SANS_PLAN)
    const [haut, milieu] = [axeDe(trois, 'Accueillir'), axeDe(trois, 'Petite enfance')]
    expect(
      await as(coordination, () =>
        moveAxe({ convention: SANS_PLAN, version: trois.version, axe: haut, parent: milieu, rang: 0 }),
      ),
    ).toMatchObject({ ok: false, tag: 'REGLE', code: 'CYCLE' })
  })
})

describe('rewording and removing', () => {
  it('rewords an axe over its own version, and shows what somebody else wrote', async () => {
    const arbre = await readArbre()
    const lui = arbre.axes[0]
    const ecrire = (version: number, titre: string) =>
      as(coordination, () =>
        updateAxe({
          convention: PLAN,
          axe: lui?.id ?? 0,
          version,
          ...axe(titre, { numero: lui?.numero ?? '', objectifs: ['Un', 'Deux'], absence: 'À venir' }),
        }),
      )
    expect(await ecrire(lui?.version ?? 0, 'Titre neuf')).toMatchObject({ ok: true })
    const stale = await ecrire(lui?.version ?? 0, 'Autre titre')
    if (stale.ok || stale.tag !== 'CONFLIT') throw new Error('no conflict')
    expect((stale.actuel as { arbre: ArbrePlan }).arbre.axes.find(({ id }) => id === lui?.id)).toMatchObject({
      titre: 'Titre neuf',
      objectifs: ['Un', 'Deux'],
      absence: 'À venir',
    })
    expect(
      await as(coordination, () =>
        updateAxe({ convention: PLAN, axe: lui?.id ?? 0, version: 1, ...axe('T', { theme: 'INCONNU' }) }),
      ),
    ).toMatchObject({ ok: false, tag: 'INVALIDE', champs: [{ champ: 'theme' }] })
  })

  it('removes an axe only when nothing hangs from it, and settles what was to confirm about it', async () => {
    const arbre = await readArbre()
    const occupe = arbre.axes.find(({ id }) => listFiches(arbre.fiches, id).length > 0)
    expect(
      await as(coordination, () => removeAxe({ convention: PLAN, version: arbre.version, axe: occupe?.id ?? 0 })),
    ).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'AXE_OCCUPE',
      message: expect.stringMatching(/fiches? en dépend/),
    })
    const cree = await as(coordination, () =>
      createAxe({ convention: PLAN, version: arbre.version, parent: null, ...axe('Provisoire') }),
    )
    if (!cree.ok) throw new Error(cree.message)
    await owner.query(
      `INSERT INTO reserve (convention_id, cible_type, cible_ref, raison, ordre) SELECT id, 'AXE', 'provisoire', 'Essai', 99 FROM convention WHERE slug = $1`,
      [PLAN],
    )
    const retire = await as(coordination, () =>
      removeAxe({ convention: PLAN, version: cree.data.arbre.version, axe: axeDe(cree.data.arbre, 'Provisoire') }),
    )
    expect(retire).toMatchObject({ ok: true, data: { message: expect.stringContaining('retiré du plan') } })
    const { rows } = await owner.query(
      `SELECT cible_ref, levee_le IS NOT NULL AS levee FROM reserve WHERE raison = 'Essai'`,
    )
    expect(rows).toEqual([{ cible_ref: null, levee: true }])
  })

  it('keeps a fiche that has lived, even what one may not read, and removes one made by mistake', async () => {
    const depart = await readArbre()
    const cree = await as(coordination, () =>
      createFiche({
        convention: PLAN,
        version: depart.version,
        axe: depart.axes[0]?.id ?? 0,
        titre: 'Par erreur',
        numero: '9.9',
        redaction: null,
      }),
    )
    if (!cree.ok) throw new Error(cree.message)
    const elle = cree.data.arbre.fiches.find(({ titre }) => titre === 'Par erreur')?.id ?? 0
    const retirer = async () =>
      as(coordination, async () => removeFiche({ convention: PLAN, version: (await readArbre()).version, fiche: elle }))
    const {
      rows: [commentaire],
    } = await owner.query<{ id: number }>(
      `INSERT INTO commentaire (convention_id, fiche_action_id, auteur_id, visibilite, texte) SELECT convention_id, id, $2, 'CAF', 'Entre nous' FROM fiche_action WHERE id = $1 RETURNING id`,
      [elle, collegue.id],
    )
    expect(await retirer()).toMatchObject({
      ok: false,
      tag: 'REGLE',
      code: 'FICHE_VECUE',
      message: expect.stringMatching(/des commentaires.*abandonnée/),
    })
    await owner.query('DELETE FROM commentaire WHERE id = $1', [commentaire?.id])
    await owner.query(
      `INSERT INTO ligne_budget (convention_id, fiche_action_id, financeur, ordre) SELECT convention_id, id, 'Caf', 0 FROM fiche_action WHERE id = $1`,
      [elle],
    )
    expect(await retirer()).toMatchObject({
      ok: false,
      tag: 'REGLE',
      message: expect.stringContaining('1 ligne de budget'),
    })
    await owner.query('DELETE FROM ligne_budget WHERE fiche_action_id = $1', [elle])
    expect(await retirer()).toMatchObject({ ok: true })
    expect((await readArbre()).fiches.some(({ id }) => id === elle)).toBe(false)
    const pilotee = (await readArbre()).fiches.find(({ ref }) => ref === 'fiche-2-1')?.id ?? 0
    expect(
      await as(coordination, async () =>
        removeFiche({ convention: PLAN, version: (await readArbre()).version, fiche: pilotee }),
      ),
    ).toMatchObject({ ok: false, message: expect.stringContaining('1 pilote en titre') })
  })
})

describe('numbers', () => {
  it('change only by the scheme, over the tree that was previewed', async () => {
    const arbre = await readArbre()
    expect(
      await as(coordination, () =>
        updateNumerotation({
          convention: PLAN,
          version: arbre.version - 1,
          numerotation: 'CONTINUE',
          prefixe: '',
          axes: false,
        }),
      ),
    ).toMatchObject({ ok: false, tag: 'CONFLIT' })
    const resultat = await as(coordination, () =>
      updateNumerotation({
        convention: PLAN,
        version: arbre.version,
        numerotation: 'CONTINUE',
        prefixe: 'FA',
        axes: true,
      }),
    )
    if (!resultat.ok) throw new Error(resultat.message)
    expect(resultat.data.arbre.fiches.map(({ numero }) => numero)).toEqual(
      arbre.fiches.map((_, rang) => `FA ${rang + 1}`),
    )
    expect(resultat.data.arbre.axes.map(({ numero }) => numero)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(resultat.data.arbre.reglages).toMatchObject({ numerotation: 'CONTINUE', prefixe: 'FA' })
    const libre = await as(coordination, () =>
      updateNumerotation({
        convention: PLAN,
        version: resultat.data.arbre.version,
        numerotation: 'LIBRE',
        prefixe: '',
        axes: true,
      }),
    )
    if (!libre.ok) throw new Error(libre.message)
    expect(libre.data.arbre.fiches.map(({ numero }) => numero)).toEqual(
      resultat.data.arbre.fiches.map(({ numero }) => numero),
    )
  })
})

describe('versions', () => {
  it('a version just closed and today say the same, on every plan', async () => {
    const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    await owner.query(
      `INSERT INTO fiche_document (convention_id, fiche_action_id, document_id) SELECT f.convention_id, min(f.id), min(d.id) FROM fiche_action f JOIN document d ON d.convention_id = f.convention_id GROUP BY 1 ON CONFLICT DO NOTHING`,
    )
    await owner.query(
      `INSERT INTO fiche_commune (convention_id, fiche_action_id, commune_id) SELECT f.convention_id, min(f.id), t.id FROM fiche_action f JOIN territoire_commune t ON t.convention_id = f.convention_id GROUP BY 1, 3 ON CONFLICT DO NOTHING`,
    )
    await owner.query(
      `INSERT INTO ligne_budget (convention_id, fiche_action_id, annee, financeur, prevu, realise, ordre) SELECT convention_id, id, 2026, 'Caf', 1200.50, 10, 0 FROM fiche_action`,
    )
    await owner.query(
      `INSERT INTO lien_fiche (convention_id, fiche_action_id, libelle, adresse, ordre) SELECT convention_id, id, 'Projet social', 'https://exemple.fr', 0 FROM fiche_action`,
    )
    const { rows } = await owner.query<{ slug: string; version: number; numero: number }>(
      'SELECT c.slug, p.version, p.numero_version AS numero FROM plan_action p JOIN convention c ON c.id = p.convention_id ORDER BY 1',
    )
    expect(rows.length).toBeGreaterThanOrEqual(5)
    for (const { slug, version, numero } of rows) {
      const arretee = await as(administration, () =>
        closeVersion({ convention: slug, version, libelle: 'Plan signé', date: TODAY, avenant: null, motif: '' }),
      )
      expect(arretee, slug).toMatchObject({ ok: true, data: { numero } })
      const vue = await as(administration, () =>
        getVersionsPlan({ convention: slug, avant: numero, apres: 'aujourdhui' }),
      )
      expect(vue, slug).toMatchObject({
        ok: true,
        data: { plan: { numeroVersion: numero + 1 }, comparaison: { changements: [] } },
      })
    }
  })

  it('keeps what the plan said, whatever comes after, and says what changed', async () => {
    const arbre = await readArbre()
    const [premier, second] = listEnfants(arbre.axes, null)
    const numero = arbre.numeroVersion - 1
    const fiche = arbre.fiches.find(({ axe: dans }) => dans !== second?.id)
    await as(coordination, () =>
      moveFiche({ convention: PLAN, version: arbre.version, fiche: fiche?.id ?? 0, axe: second?.id ?? 0, rang: 0 }),
    )
    await as(coordination, () =>
      createAxe({ convention: PLAN, version: arbre.version + 1, parent: null, ...axe('Axe de l’avenant') }),
    )
    const avant = countInstructions()
    const vue = await as(elue, () => getVersionsPlan({ convention: PLAN, lire: numero, avant: numero }))
    // Access, list, the version twice, today, COMMIT.
    expect(countInstructions() - avant).toBe(6)
    if (!vue.ok) throw new Error(vue.message)
    expect(vue.data.peutEcrire).toBe(false)
    expect(titres(vue.data.lue?.plan.axes ?? [])).not.toContain('Axe de l’avenant')
    expect(
      vue.data.comparaison?.changements.map(({ genre, sujet, details }) =>
        `${genre} ${sujet} ${details.join(' ; ')}`.replaceAll('\u00A0', ' '),
      ),
    ).toEqual([
      expect.stringContaining('AJOUT Thématique « Axe de l’avenant »'),
      expect.stringContaining('Déplacement : de'),
    ])
    expect(premier).toBeDefined()
  })

  it('are never changed nor removed, and refuse a date to come, a stale plan and a foreign avenant', async () => {
    await expect(owner.query(`UPDATE version_plan SET libelle = 'Autre'`)).rejects.toThrow('ne se modifie plus')
    await expect(owner.query('DELETE FROM version_plan')).rejects.toThrow('ne se retire plus')
    const { version } = await readArbre()
    const arreter = (champs: object) =>
      as(coordination, () =>
        closeVersion({ convention: PLAN, version, libelle: 'V', date: TODAY, avenant: null, motif: '', ...champs }),
      )
    expect(await arreter({ date: '2026-06-16' })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'date' }],
    })
    expect(await arreter({ version: version - 1 })).toMatchObject({ ok: false, tag: 'CONFLIT', actuel: { version } })
    const { rows } = await owner.query<{ id: number }>(
      `SELECT a.id FROM avenant a JOIN convention c ON c.id = a.convention_id WHERE c.slug <> $1 LIMIT 1`,
      [PLAN],
    )
    expect(await arreter({ avenant: rows[0]?.id })).toMatchObject({
      ok: false,
      tag: 'INVALIDE',
      champs: [{ champ: 'avenant' }],
    })
    expect(await as(coordination, () => getVersionsPlan({ convention: PLAN, lire: 900 }))).toMatchObject({
      ok: false,
      tag: 'INTROUVABLE',
    })
  })
})

describe('who may', () => {
  it('a pilote and an élue read versions, and change nothing of the tree', async () => {
    const { version } = await readArbre()
    for (const personne of [pilote, elue]) {
      expect(await as(personne, () => getArbrePlan({ convention: PLAN }))).toMatchObject({ ok: false, tag: 'INTERDIT' })
      expect(
        await as(personne, () => createAxe({ convention: PLAN, version, parent: null, ...axe('Non') })),
      ).toMatchObject({ ok: false, tag: 'INTERDIT' })
      expect(
        await as(personne, () =>
          closeVersion({ convention: PLAN, version, libelle: 'Non', date: TODAY, avenant: null, motif: '' }),
        ),
      ).toMatchObject({ ok: false, tag: 'INTERDIT' })
      expect(await as(personne, () => getVersionsPlan({ convention: PLAN }))).toMatchObject({ ok: true })
    }
  })

  it('another convention’s axe or fiche is not there', async () => {
    const { version, axes, fiches } = await readArbre()
    const {
      rows: [etranger],
    } = await owner.query<{ axe: number; fiche: number }>(
      `SELECT min(f.axe_id) AS axe, min(f.id) AS fiche FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1`,
      [AUTRE],
    )
    const la = { convention: PLAN, version }
    const [mien, mienne] = [axes[0]?.id ?? 0, fiches[0]?.id ?? 0]
    const introuvable = { ok: false, tag: 'INTROUVABLE' }
    expect(
      await as(coordination, () => moveAxe({ ...la, axe: mien, parent: etranger?.axe ?? 0, rang: 0 })),
    ).toMatchObject(introuvable)
    expect(
      await as(coordination, () => moveAxe({ ...la, axe: etranger?.axe ?? 0, parent: null, rang: 0 })),
    ).toMatchObject(introuvable)
    expect(
      await as(coordination, () => moveFiche({ ...la, fiche: mienne, axe: etranger?.axe ?? 0, rang: 0 })),
    ).toMatchObject(introuvable)
    expect(
      await as(coordination, () => moveFiche({ ...la, fiche: etranger?.fiche ?? 0, axe: mien, rang: 0 })),
    ).toMatchObject(introuvable)
    expect(await as(coordination, () => removeFiche({ ...la, fiche: etranger?.fiche ?? 0 }))).toMatchObject(introuvable)
    expect(
      await as(coordination, () =>
        createFiche({ ...la, axe: etranger?.axe ?? 0, titre: 'X', numero: '', redaction: null }),
      ),
    ).toMatchObject(introuvable)
    expect(
      await as(coordination, () => createAxe({ convention: AUTRE, version, parent: null, ...axe('X') })),
    ).toMatchObject(introuvable)
  })

  it('reads the tree in three statements', async () => {
    const avant = countInstructions()
    await readArbre()
    expect(countInstructions() - avant).toBe(3)
  })
})
