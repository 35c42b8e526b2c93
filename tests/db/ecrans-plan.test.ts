import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getDossier } from '@/lib/dossier/export/queries'
import { getReunion } from '@/lib/gouvernance/seance/queries'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { getEvolution } from '@/lib/pilotage/evolution/queries'
import { getNavigation } from '@/lib/pilotage/navigation/queries'
import { getAFaire } from '@/lib/pilotage/a-faire/queries'
import { getPortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { searchTout } from '@/lib/pilotage/recherche/queries'
import { getVeille } from '@/lib/pilotage/veille/queries'
import { getArbrePlan } from '@/lib/plan-action/arbre/queries'
import { computeEcheance, isClose } from '@/lib/plan-action/champs/rules/echeance'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { getGrilleIndicateurs } from '@/lib/plan-action/mesures/queries'
import { getTournee } from '@/lib/plan-action/tournee/queries'
import { getVersionsPlan } from '@/lib/plan-action/versions/queries'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import type { Resultat } from '@/lib/platform/resultat'
import { searchCibles } from '@/lib/utilisateurs/actions/recherche'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { createFiches, readConvention, type FicheGeneree } from '../support/ecrans'
import { createPersonne, type Personne } from '../support/personnes'

/** The screens agree: what several of them say of one convention on one day is the same, and is what the rule says. */

const TODAY = '2026-11-30'
const PLAN = 'demonstration'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: PLAN }])
})
afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function read<T>(qui: Personne, travail: () => Promise<Resultat<T>>): Promise<T> {
  const resultat = await runAs(qui.session, travail, { today: TODAY })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

/** What the portfolio has of one convention. */
const readLignePortefeuille = async (qui: Personne, slug: string) => {
  const vue = await read(qui, () =>
    getPortefeuille({ q: '', departement: null, caf: null, etat: null, tri: 'nom', page: 1 }),
  )
  return vue.conventions.find((ligne) => ligne.slug === slug)
}

describe('the plan in force, late fiches and étapes', () => {
  const convention = PLAN
  let fiches: FicheGeneree[]
  /** every fiche of the plan in force, as PostgreSQL keeps it */
  let toutes: { ref: string; statut: FicheGeneree['statut']; fin: string | null }[]
  const refs = (echeance: 'RETARD' | 'PASSEE', parmi: readonly FicheGeneree[] = fiches) =>
    parmi
      .filter((fiche) => computeEcheance(fiche, TODAY) === echeance)
      .map(({ ref }) => ref)
      .sort()

  beforeAll(async () => {
    const id = await readConvention(owner, convention)
    fiches = await createFiches(owner, id, ['2026-11-29', TODAY, '2026-12-01', null])
    const { rows } = await owner.query<(typeof toutes)[number]>(
      `SELECT f.ref, f.statut::text, f.periode_fin::text AS fin FROM fiche_action f JOIN plan_action p ON p.id = f.plan_id
       WHERE f.convention_id = $1 AND p.numero_version = (SELECT max(numero_version) FROM plan_action WHERE convention_id = $1)`,
      [id],
    )
    toutes = rows
  })

  it('count the same fiches: dashboard, portfolio, navigation, list, tree, versions, dossier, round, indicators', async () => {
    const nombre = toutes.length
    expect((await read(coordination, () => getTableauDeBord({ convention }))).plan?.progression.total).toBe(nombre)
    expect((await readLignePortefeuille(coordination, convention))?.fiches).toBe(nombre)
    expect((await read(coordination, () => getNavigation({ convention }))).fiches).toBe(nombre)
    expect((await read(coordination, () => getPlanAction({ convention, page: 1 }))).comptes.total).toBe(nombre)
    expect((await read(coordination, () => getArbrePlan({ convention }))).arbre?.fiches).toHaveLength(nombre)
    expect((await read(coordination, () => getVersionsPlan({ convention }))).plan?.fiches).toBe(nombre)
    const dossier = await read(coordination, () => getDossier({ convention }))
    expect(dossier.plan?.fiches.map(({ ref }) => ref).sort()).toEqual(toutes.map(({ ref }) => ref).sort())
    expect((await read(coordination, () => getTournee({ convention, page: 1 }))).comptes.suivies).toBe(nombre)
    const lignes = (await read(coordination, () => getPlanAction({ convention, page: 1 }))).comptes.indicateurs
    expect((await read(coordination, () => getGrilleIndicateurs({ convention, page: 1 }))).comptes.lignes).toBe(lignes)
    const tableau = await read(coordination, () => getTableauDeBord({ convention }))
    expect(tableau.chiffres.indicateurs.suffixe ?? tableau.chiffres.indicateurs.valeur).toContain(String(lignes))
  })

  it('find fiches of the plan in force alone: the search, and who is given a role on a fiche', async () => {
    const chercher = async (q: string) =>
      (await read(coordination, () => searchTout({ q }))).flatMap(({ resultats }) =>
        resultats.map(({ titre }) => titre),
      )
    expect(await chercher('essai-0')).toContain('essai-0')
    expect(await chercher('Ancienne')).not.toContain('Ancienne')
    const administration = await createPersonne(database.ownerUrl, [{ type: 'ADMINISTRATEUR' }])
    const cibler = async (q: string) =>
      (await read(administration, () => searchCibles({ objet: 'FICHE', q }))).cibles.map(({ nom }) => nom)
    expect(await cibler('essai-0')).toContain('essai-0')
    expect(await cibler('Ancienne')).not.toContain('Ancienne')
  })

  it('say late of the same fiches: list, its filter, its groups, dashboard, portfolio, digest, comparison', async () => {
    const enRetard = toutes.filter((fiche) => computeEcheance(fiche, TODAY) === 'RETARD')
    const liste = await read(coordination, () => getPlanAction({ convention, page: 1, vue: 'tableau' }))
    expect(liste.comptes.enRetard).toBe(enRetard.length)
    for (const fiche of fiches) {
      expect(liste.fiches.find(({ ref }) => ref === fiche.ref)?.echeance, fiche.ref).toBe(computeEcheance(fiche, TODAY))
    }
    const filtree = await read(coordination, () => getPlanAction({ convention, page: 1, retard: true, vue: 'tableau' }))
    expect(filtree.fiches.map(({ ref }) => ref).sort()).toEqual(enRetard.map(({ ref }) => ref).sort())
    const groupee = await read(coordination, () =>
      getPlanAction({ convention, page: 1, groupe: 'echeance', vue: 'tableau' }),
    )
    for (const cle of ['RETARD', 'PASSEE'] as const) {
      const siennes = toutes.filter((fiche) => computeEcheance(fiche, TODAY) === cle)
      expect(groupee.groupes.find((groupe) => groupe.cle === cle)?.nombre).toBe(siennes.length)
    }
    const { plan } = await read(coordination, () => getTableauDeBord({ convention }))
    expect(plan?.progression.enRetard).toBe(enRetard.length)
    expect(plan?.phrase).toContain(`${enRetard.length} en retard`)
    const ligne = await readLignePortefeuille(coordination, convention)
    expect((ligne?.raisons ?? []).map(({ texte }) => texte)).toContain(`${enRetard.length} actions en retard`)
    expect(ligne?.progression.enRetard).toBe(enRetard.length)
    const { lignes: aFaire } = await read(coordination, () => getAFaire({ convention }))
    expect(aFaire.filter(({ cle }) => /fiche:\d+:EN_RETARD:/.test(cle))).toHaveLength(enRetard.length)
    const veille = await read(coordination, () => getVeille({ convention }))
    const dites = veille.groupes
      .flatMap(({ signaux }) => signaux)
      .filter(({ cle }) => /^fiche:\d+:EN_RETARD:/.test(cle))
    const siens = fiches.filter(({ id }) => dites.some(({ cle }) => cle.startsWith(`fiche:${id}:`)))
    expect(siens.map(({ ref }) => ref).sort()).toEqual(refs('RETARD'))
    expect(dites).toHaveLength(enRetard.length)
    const evolution = await read(coordination, () => getEvolution({ convention, depuis: '2020-01-01' }))
    const comparees = evolution.sections.find(({ cle }) => cle === 'RETARDS')?.lignes.map(({ chemin }) => chemin)
    expect(comparees?.sort()).toEqual(enRetard.map(({ ref }) => `/plan-action/${ref}`).sort())
  })

  it('say the same of each fiche and étape: its page and the weekly round', async () => {
    for (const { ref } of fiches) {
      const fiche = fiches.find((une) => une.ref === ref)
      const vue = await read(coordination, () => getFiche({ convention, ref, fil: 1 }))
      expect(vue.echeance, ref).toBe(fiche && computeEcheance(fiche, TODAY))
      expect(
        vue.etapes.map(({ echeance }) => echeance),
        ref,
      ).toEqual([fiche && computeEcheance(fiche.etape, TODAY)])
    }
    const premiere = await read(coordination, () => getTournee({ convention, page: 1 }))
    const pages = [premiere]
    for (let page = 2; page <= premiere.pages; page++) {
      pages.push(await read(coordination, () => getTournee({ convention, page })))
    }
    const raisons = pages.flatMap((page) =>
      page.fiches.flatMap((fiche) => fiche.raisons.map((raison) => ({ ...raison, ref: fiche.ref }))),
    )
    const dites = (motif: string) =>
      raisons.filter((raison) => raison.motif === motif && raison.ref.startsWith('essai-'))
    expect(
      dites('RETARD')
        .map(({ ref }) => ref)
        .sort(),
    ).toEqual(refs('RETARD'))
    expect(
      dites('PASSEE')
        .map(({ ref }) => ref)
        .sort(),
    ).toEqual(refs('PASSEE'))
    // Nothing is asked of the étapes of a fiche that is done, put off or abandoned.
    const ouvertes = fiches.filter(({ statut }) => !isClose(statut)).map(({ etape }) => etape)
    for (const [motif, echeance] of [
      ['ETAPE_ECHUE', 'RETARD'],
      ['ETAPE_PASSEE', 'PASSEE'],
    ] as const) {
      const attendues = ouvertes.filter((etape) => computeEcheance(etape, TODAY) === echeance).map(({ id }) => id)
      expect(
        dites(motif)
          .map(({ etape }) => etape)
          .sort(),
      ).toEqual(attendues.sort())
    }
  })

  it('propose the same for an agenda', async () => {
    await owner.query(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) SELECT i.convention_id, i.id, 'essai-ordre-du-jour', '2026-12-15', 'PREVUE'
       FROM instance i JOIN convention c ON c.id = i.convention_id WHERE c.slug = $1 AND i.type = 'COTECH'`,
      [convention],
    )
    const vue = await read(coordination, () => getReunion({ convention, reunion: 'essai-ordre-du-jour' }))
    const proposees = (genre: string) =>
      vue.propositions
        .flatMap((groupe) => groupe.propositions)
        .filter((une) => une.genre === genre)
        .flatMap(({ fiche }) => fiche ?? [])
    const siennes = (genre: string) =>
      fiches
        .filter(({ id }) => proposees(genre).includes(id))
        .map(({ ref }) => ref)
        .sort()
    expect(siennes('FICHE_EN_RETARD')).toEqual(refs('RETARD'))
    expect(siennes('FICHE_PASSEE')).toEqual(refs('PASSEE'))
    expect(vue.choix?.fiches).toHaveLength(toutes.length)
  })
})
