import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import { getDecisions } from '@/lib/gouvernance/decisions/queries'
import { checkFiltre } from '@/lib/gouvernance/frequence/rules/resume'
import { FILTRES_ETAT } from '@/lib/gouvernance/frequence/words'
import { getGouvernance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { getReunion } from '@/lib/gouvernance/seance/queries'
import { getAFaire } from '@/lib/pilotage/a-faire/queries'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { getNavigation } from '@/lib/pilotage/navigation/queries'
import { getComparaison } from '@/lib/pilotage/portefeuille/queries/comparaison'
import { getPortefeuille } from '@/lib/pilotage/portefeuille/queries/portefeuille'
import { getSituation } from '@/lib/pilotage/situation/queries'
import { listRaisons } from '@/lib/pilotage/situation/rules/raisons'
import { countGravites } from '@/lib/pilotage/veille/rules/signaux'
import { getVeille } from '@/lib/pilotage/veille/queries'
import { getPlanAction } from '@/lib/plan-action/liste/queries/plan'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import type { Resultat } from '@/lib/platform/resultat'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { createPersonne, type Personne } from '@/tests/support/personnes'

/** The same question has the same answer everywhere, and a figure counts the rows it opens (docs/situation.md). */

const CONVENTIONS = [
  'demonstration',
  'vallee-des-baux-alpilles',
  'golfe-et-etangs',
  'grand-chatellerault',
  'provence-alpes-agglomeration',
  'val-aigo',
]
const JOURS = [
  '2019-12-31',
  '2022-03-31',
  '2024-12-31',
  '2025-01-01',
  '2025-12-31',
  '2026-01-01',
  '2026-03-15',
  '2026-11-30',
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
  '2031-05-01',
]

let database: TestDatabase
let coordination: Personne

beforeAll(async () => {
  database = await createTestDatabase()
  coordination = await createPersonne(
    database.ownerUrl,
    CONVENTIONS.map((convention) => ({ type: 'CHARGE_COOPERATION' as const, convention })),
  )
})
afterAll(async () => {
  await closeClient()
  await database.drop()
})

async function read<T>(today: string, travail: () => Promise<Resultat<T>>): Promise<T> {
  const resultat = await runAs(coordination.session, travail, { today })
  if (!resultat.ok) throw new Error(resultat.message)
  return resultat.data
}

const readNombre = (valeur: string): number => (valeur === '–' ? 0 : Number(valeur.split(' ')[0]))

describe.each(JOURS)('on %s', (today) => {
  it.each(CONVENTIONS)(
    'every place says the same of %s, and each figure counts the rows it opens',
    async (convention) => {
      const tableau = await read(today, () => getTableauDeBord({ convention }))
      const { chiffres, frequences, plan, annee, decisions, etp } = tableau

      // Governance: the present apart from the past, each count opening its rows.
      for (const etat of FILTRES_ETAT) {
        const vue = await read(today, () => getGouvernance({ convention, etat }))
        const siennes = tableau.instances.filter((instance) => checkFiltre(instance, etat))
        expect(vue.instances.map(({ ref }) => ref).sort(), etat).toEqual(siennes.map(({ ref }) => ref).sort())
        if (etat === 'manquees') expect(frequences.manquees).toBe(vue.instances.length)
        if (etat === 'respectees' && chiffres.instances.valeur !== '–')
          expect(readNombre(chiffres.instances.valeur)).toBe(vue.instances.length)
      }
      // No good news above a missed period.
      expect(chiffres.instances.passe !== undefined).toBe(frequences.manquees > 0 && frequences.suivies > 0)
      if (frequences.manquees > 0) expect(tableau.phrases.souci).toMatch(/par le passé/i)

      // Plan: its figures, its late ones, its indicators.
      const realisees = await read(today, () => getPlanAction({ convention, statut: 'REALISEE' }))
      expect(readNombre(chiffres.actions.valeur)).toBe(realisees.comptes.filtrees)
      expect(plan?.progression.realisees ?? 0).toBe(realisees.comptes.filtrees)
      const retard = await read(today, () => getPlanAction({ convention, retard: true }))
      expect(plan?.progression.enRetard ?? 0).toBe(retard.comptes.filtrees)
      const renseignes = await read(today, () => getPlanAction({ convention, indicateurs: 'renseignes', annee }))
      expect(readNombre(chiffres.indicateurs.valeur)).toBe(renseignes.comptes.lignes)

      // Decisions: all those of the next COPIL, and each opens a meeting that holds it.
      const { prochain, inscrites } = decisions
      if (prochain) {
        const { reunion } = await read(today, () => getReunion({ convention, reunion: prochain.ref }))
        expect(reunion.date).toBe(prochain.date)
      }
      const attendues = await read(today, () => getDecisions({ convention, etat: 'attendues' }))
      expect(inscrites.length).toBeLessThanOrEqual(attendues.comptes.attendues)

      // ETP.
      const schemas = await read(today, () => getEtp({ convention, schema: etp?.ref }))
      expect([schemas.choisi?.ref ?? null, schemas.choisi?.total ?? null]).toEqual([
        etp?.ref ?? null,
        etp?.total ?? null,
      ])

      // What waits: watch, « À faire », portfolio, comparison, API; and the frame.
      const veille = await read(today, () => getVeille({ convention }))
      const cles = veille.groupes.flatMap(({ signaux }) => signaux.map(({ cle }) => cle)).sort()
      const aFaire = await read(today, () => getAFaire({ convention }))
      expect(aFaire.total).toBe(cles.length)
      if (aFaire.pages === 1)
        expect(aFaire.lignes.map(({ cle }) => cle.slice(convention.length + 1)).sort()).toEqual(cles)
      const api = await read(today, () => getSituation({ convention }))
      expect(api.signaux.map(({ cle }) => cle).sort()).toEqual(cles)
      expect(api.chiffres).toEqual(chiffres)
      const portefeuille = await read(today, () => getPortefeuille({ tri: 'nom' }))
      const ligne = portefeuille.conventions.find(({ slug }) => slug === convention)
      expect([ligne?.comptes, ligne?.raisons]).toEqual([countGravites(api.signaux), listRaisons(api.signaux)])
      expect([ligne?.phase, ligne?.etp, ligne?.progression, ligne?.instances]).toEqual([
        tableau.convention.phase,
        etp?.total ?? null,
        plan?.progression ?? ligne?.progression,
        chiffres.instances,
      ])
      expect((await read(today, () => getComparaison({ conventions: [convention] }))).conventions).toEqual([ligne])
      const cadre = await read(today, () => getNavigation({ convention }))
      expect([cadre.fiches, cadre.etp, cadre.aConfirmer]).toEqual([
        plan?.progression.total ?? 0,
        etp?.total ?? null,
        tableau.manques.reserves,
      ])
    },
  )

  it('the menu counts what « À faire » lists, over all conventions', async () => {
    const { total } = await read(today, () => getAFaire({}))
    expect((await read(today, () => getNavigation({ convention: 'demonstration' }))).aFaire).toBe(total)
  })
})

describe('another day than today', () => {
  it('is what that day would say of the rows of now, and the answer says so', async () => {
    for (const convention of CONVENTIONS) {
      const le = '2027-06-30'
      const demandee = await read('2026-11-30', () => getSituation({ convention, le }))
      const { avertissement, ...situation } = demandee
      const { avertissement: rien, ...jour } = await read(le, () => getSituation({ convention }))
      expect(situation).toEqual(jour)
      expect([avertissement === null, rien]).toEqual([false, null])
    }
  })
})
