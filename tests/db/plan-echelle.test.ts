import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPlanAction } from '@/lib/plan-action/queries'
import type { FiltresPlan } from '@/lib/plan-action/schema-filtres'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/session'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { createPersonne, type Personne } from '../support/personnes'

const GRAND = 'vallee-des-baux-alpilles'
const PETIT = 'golfe-et-etangs'

let database: TestDatabase
let owner: pg.Client
let coordination: Personne

/** A plan of so many fiches: ten answer « parentalité », each with étapes, who leads, five lines of indicators and four values of each. */
async function createPlan(slug: string, nombre: number): Promise<void> {
  const id = `(SELECT id FROM convention WHERE slug = '${slug}')`
  await owner.query(`INSERT INTO plan_action (convention_id, numero_version, niveaux, nom_fiche, nom_etape) VALUES (${id}, 1, ARRAY['Axe'], 'Fiche', 'Étape')`)
  await owner.query(`INSERT INTO axe (convention_id, plan_id, ref, titre, ordre, objectifs) SELECT p.convention_id, p.id, 'axe-' || n, 'Axe ' || n, n, '{}' FROM plan_action p, generate_series(1, 15) n WHERE p.convention_id = ${id}`)
  await owner.query(
    `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, numero, titre, description, statut, periode_fin, maj_le, ordre)
     SELECT a.convention_id, a.plan_id, a.id, 'fiche-' || n, n::text, CASE WHEN n <= 10 THEN 'Parentalité, secteur ' ELSE 'Guichet, secteur ' END || n, repeat('Un texte. ', 60),
       (ARRAY['EN_COURS', 'REALISEE', 'A_ENGAGER'])[1 + n % 3]::statut_fiche, date '2024-01-01' + n % 900, now(), n
     FROM generate_series(1, ${nombre}) n JOIN axe a ON a.convention_id = ${id} AND a.ref = 'axe-' || 1 + n % 15`)
  await owner.query(`INSERT INTO pilotage (convention_id, fiche_action_id, role, texte, ordre) SELECT f.convention_id, f.id, r::role_pilotage, 'Service ' || f.ordre % 40, 1 FROM fiche_action f, unnest(ARRAY['PILOTE', 'PARTENAIRE']) r WHERE f.convention_id = ${id}`)
  await owner.query(`INSERT INTO etape (convention_id, fiche_action_id, ref, titre, statut, ordre) SELECT f.convention_id, f.id, f.ref || '-e' || n, 'Étape ' || n, f.statut, n FROM fiche_action f, generate_series(1, 2) n WHERE f.convention_id = ${id}`)
  await owner.query(`INSERT INTO indicateur (convention_id, fiche_action_id, ref, libelle, nature, ordre) SELECT f.convention_id, f.id, f.ref || '-i' || n, 'Mesure ' || n, 'NOMBRE', n FROM fiche_action f, generate_series(1, 5) n WHERE f.convention_id = ${id}`)
  await owner.query(`INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur) SELECT i.convention_id, i.id, a::text, make_date(a, 1, 1), make_date(a, 12, 31), 3 FROM indicateur i, generate_series(2021, 2024) a WHERE i.convention_id = ${id}`)
}

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  coordination = await createPersonne(database.ownerUrl, [PETIT, GRAND].map((convention) => ({ type: 'CHARGE_COOPERATION', convention })))
  // No journal of sixty thousand rows: folding is done once, at the end.
  await owner.query('SET session_replication_role = replica')
  await createPlan(PETIT, 30)
  await createPlan(GRAND, 3000)
  await owner.query('UPDATE fiche_action f SET recherche = app.mots_fiche(f.id, f.numero, f.titre, f.titre_court)')
  await owner.query('VACUUM ANALYZE fiche_action, pilotage, etape, indicateur, mesure')
}, 180_000)

afterAll(async () => {
  await closeClient()
  await owner.end()
  await database.drop()
})

async function measure(convention: string, filtres: FiltresPlan): Promise<number> {
  const debut = performance.now()
  const resultat = await runAs(coordination.session, () => getPlanAction({ convention, ...filtres }), { today: '2024-06-15' })
  const duree = performance.now() - debut
  if (!resultat.ok || resultat.data.fiches.length === 0) throw new Error('nothing read')
  return duree
}

const computeMediane = (durees: number[]): number => [...durees].sort((a, b) => a - b)[Math.floor(durees.length / 2)] ?? 0

describe('a plan of 3 000 fiches beside one of 30', () => {
  const cas: [string, FiltresPlan][] = [
    ['words', { q: 'parentalité' }], ['words with a wrong letter', { q: 'parantalité' }], ['a status', { statut: 'EN_COURS' }], ['who leads', { pilote: 'Service 3' }], ['an axe', { axe: 'axe-3' }],
  ]
  it.each(cas)('is read in a time of the same order, filtered by %s', async (nom, filtres) => {
    // In turns, so that what else the machine does weighs on both.
    const durees: Record<'petit' | 'grand', number[]> = { petit: [], grand: [] }
    for (let tour = 0; tour < 9; tour += 1) {
      durees.petit.push(await measure(PETIT, filtres))
      durees.grand.push(await measure(GRAND, filtres))
    }
    const [petit, grand] = [computeMediane(durees.petit), computeMediane(durees.grand)]
    if (process.env.MESURES) console.info(`${nom}: ${petit.toFixed(1)} ms / ${grand.toFixed(1)} ms = ${(grand / petit).toFixed(2)}`)
    // A reading fiche by fiche would be a hundred times longer.
    expect(grand / petit).toBeLessThan(8)
  })
})
