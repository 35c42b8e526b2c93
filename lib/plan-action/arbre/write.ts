import 'server-only'
import type { Acteur, ConventionOuverte } from '@/lib/platform/identite/acces'
import type { Tx } from '@/lib/platform/db'
import { recordEvenement } from '@/lib/platform/journal'
import { echecs, succeed, type Echec, type Resultat } from '@/lib/platform/resultat'
import { sqlArbre } from './sql'
import { sortArbre, type Arbre } from './rules/arbre'
import type { ArbreEcrit, ArbrePlan, AxeArbre, FicheArbre } from './types'

/** What the writes on the tree share: opening it under a lock, at the version one has seen, and writing places. */

export interface ContexteArbre {
  tx: Tx
  acteur: Acteur
  convention: ConventionOuverte
}

/** Reads the tree as it is: one statement. */
async function readArbre({ tx, convention }: Pick<ContexteArbre, 'tx' | 'convention'>): Promise<ArbrePlan | null> {
  const [lu] = await tx.$queryRaw<{ arbre: ArbrePlan | null }[]>`SELECT ${sqlArbre(convention.id)} AS arbre`
  return lu?.arbre ? { ...lu.arbre, ...sortArbre(lu.arbre) } : null
}

/**
 * What every write on the tree answers: the tree as it is now, and what was done in words.
 * @throws when the tree that was just written is not there
 */
export async function answerArbre(contexte: ContexteArbre, message: string): Promise<Resultat<ArbreEcrit>> {
  const arbre = await readArbre(contexte)
  if (arbre === null) throw new Error('a tree was written and not read back')
  return succeed({ arbre, message })
}

/** Makes those who change one tree take turns, then reads it: two statements. Null when there is no plan. */
export async function lockArbre(contexte: Pick<ContexteArbre, 'tx' | 'convention'>): Promise<ArbrePlan | null> {
  const { tx, convention } = contexte
  await tx.$queryRaw`SELECT id FROM plan_action WHERE id = (SELECT p.id FROM app.plan_en_vigueur(${convention.id}) p) FOR NO KEY UPDATE`
  return readArbre(contexte)
}

/**
 * Opens the tree to change it; one that somebody changed since is answered whole, so that nothing is done blindly.
 * @param vises ids that must be in it
 */
export async function openArbre(
  contexte: ContexteArbre,
  version: number,
  vises: { axes?: (number | null)[]; fiches?: number[] } = {},
): Promise<{ ok: true; arbre: ArbrePlan } | Echec<{ arbre: ArbrePlan }>> {
  const arbre = await lockArbre(contexte)
  if (arbre === null) return echecs.introuvable()
  const present = vises.axes?.every((vise) => vise === null || arbre.axes.some(({ id }) => id === vise)) ?? true
  if (!present || vises.fiches?.some((vise) => !arbre.fiches.some(({ id }) => id === vise))) return echecs.introuvable()
  return arbre.version === version ? { ok: true, arbre } : echecs.conflit({ arbre })
}

const readPlaceAxe = ({ id, parent, ordre }: AxeArbre) => ({ id, parent, ordre })
const readPlaceFiche = ({ id, axe, ordre }: FicheArbre) => ({ id, axe, ordre })

/** The rows whose place is not what the tables say. */
function listChanges<T extends { id: number }>(avant: readonly T[], apres: readonly T[], lire: (element: T) => object) {
  const anciens = new Map(avant.map((element) => [element.id, JSON.stringify(lire(element))]))
  return apres.filter((element) => anciens.get(element.id) !== JSON.stringify(lire(element))).map(lire)
}

/**
 * Writes the places that changed, and the new version of the tree.
 * @param avant what the tables say
 */
export async function writePlaces(
  { tx, convention }: ContexteArbre,
  avant: ArbrePlan,
  apres: Arbre<AxeArbre, FicheArbre>,
): Promise<void> {
  const axes = listChanges(avant.axes, apres.axes, readPlaceAxe as (axe: AxeArbre) => object)
  const fiches = listChanges(avant.fiches, apres.fiches, readPlaceFiche as (fiche: FicheArbre) => object)
  if (axes.length > 0)
    await tx.$executeRaw`
      UPDATE axe a SET parent_id = v.parent, ordre = v.ordre
      FROM jsonb_to_recordset(${JSON.stringify(axes)}::jsonb) AS v(id int, parent int, ordre int)
      WHERE a.convention_id = ${convention.id} AND a.plan_id = ${avant.id} AND a.id = v.id`
  if (fiches.length > 0)
    await tx.$executeRaw`
      UPDATE fiche_action f SET axe_id = v.axe, ordre = v.ordre, version = f.version + (f.axe_id <> v.axe)::int
      FROM jsonb_to_recordset(${JSON.stringify(fiches)}::jsonb) AS v(id int, axe int, ordre int)
      WHERE f.convention_id = ${convention.id} AND f.plan_id = ${avant.id} AND f.id = v.id`
  await bumpArbre({ tx, convention }, avant.id)
}

/** Says that the tree has changed: those who look at an older one are told. */
export async function bumpArbre(
  { tx, convention }: Pick<ContexteArbre, 'tx' | 'convention'>,
  plan: number,
): Promise<void> {
  await tx.$executeRaw`UPDATE plan_action SET version = version + 1 WHERE convention_id = ${convention.id} AND id = ${plan}`
}

/** One line in the journal for a change of rank, which is written on many rows and told on none. */
export function recordPlace({ tx, acteur, convention }: ContexteArbre, libelle: string): Promise<void> {
  return recordEvenement(tx, { acteurId: acteur.id, conventionId: convention.id, operation: 'plan.ecrire', libelle })
}

/** Keys of the convention already in use for axes or fiches, those of its closed versions included: a key is never given twice. */
export async function listRefs({ tx, convention }: ContexteArbre, genre: 'axes' | 'fiches'): Promise<string[]> {
  const [lues] = await tx.$queryRaw<{ refs: string[] }[]>`
    SELECT coalesce(array_agg(r.ref), '{}') AS refs FROM (
      SELECT ref FROM axe WHERE convention_id = ${convention.id} AND ${genre} = 'axes'
      UNION SELECT ref FROM fiche_action WHERE convention_id = ${convention.id} AND ${genre} = 'fiches'
      UNION SELECT e ->> 'ref' FROM version_plan v CROSS JOIN LATERAL jsonb_array_elements(v.contenu -> ${genre}::text) e WHERE v.convention_id = ${convention.id}) r`
  return lues?.refs ?? []
}
