import { formatPlace } from './contexte'
import { groupBy } from './valeurs'

/** Members, series, points and decisions have no `ref`: a dossier names them by where they are. */

interface Ligne {
  id: number
}

export interface LignesSituees {
  instances: readonly (Ligne & { ref: string })[]
  membres: readonly (Ligne & { instanceId: number })[]
  series: readonly (Ligne & { instanceId: number })[]
  reunions: readonly (Ligne & { ref: string })[]
  points: readonly (Ligne & { reunionId: number })[]
  decisions: readonly (Ligne & { pointId: number })[]
}

type Place = (id: number | null) => string | null

export interface Places {
  membre: Place
  serie: Place
  point: Place
  decision: Place
}

/** Places of rows inside their parents, which have theirs. @param lignes in the order in which they are exported */
function indexPlaces<L extends Ligne>(
  parents: ReadonlyMap<number, string>,
  lignes: readonly L[],
  parent: (ligne: L) => number,
): Map<number, string> {
  const siens = groupBy(lignes, parent)
  return new Map(
    [...parents].flatMap(([id, lieu]) =>
      siens(id).map((ligne, i): [number, string] => [ligne.id, formatPlace(lieu, i)]),
    ),
  )
}

const answer =
  (places: ReadonlyMap<number, string>): Place =>
  (id) =>
    id === null ? null : (places.get(id) ?? null)

export function formatPlaces(lignes: LignesSituees): Places {
  const refs = (liste: readonly (Ligne & { ref: string })[]) => new Map(liste.map(({ id, ref }) => [id, ref]))
  const instances = refs(lignes.instances)
  const points = indexPlaces(refs(lignes.reunions), lignes.points, ({ reunionId }) => reunionId)
  return {
    membre: answer(indexPlaces(instances, lignes.membres, ({ instanceId }) => instanceId)),
    serie: answer(indexPlaces(instances, lignes.series, ({ instanceId }) => instanceId)),
    point: answer(points),
    decision: answer(indexPlaces(points, lignes.decisions, ({ pointId }) => pointId)),
  }
}

/** Kinds of keys that put a point on an agenda once, and what each is followed by. */
const GENRES = {
  fiche: 'fiche',
  indicateur: 'indicateur',
  schema: 'schema',
  decision: 'decision',
  proposition: 'decision',
  point: 'point',
  reprise: 'point',
} as const
export type ObjetCle = (typeof GENRES)[keyof typeof GENRES]

/** A key that names a whole kind and no object means the same everywhere: « fiches-en-retard ». */
export const isCleSimple = (cle: string): boolean => /^[a-z]+(?:-[a-z]+)*$/.test(cle)

/** « fiche:fiche-2-1 » → its kind and what it names; null for a key that cannot be taken elsewhere. */
export function parseCle(cle: string): { genre: string; objet: ObjetCle; nom: string } | null {
  const [genre = '', nom = '', ...reste] = cle.split(':')
  const objet = Object.entries(GENRES).find(([connu]) => connu === genre)?.[1]
  return objet === undefined || nom === '' || reste.length > 0 ? null : { genre, objet, nom }
}

/**
 * A key holds an id of this database, which means nothing in another: the dossier names the object instead.
 * @param nomme id → `ref` or place, by kind
 */
export function fromCle(cle: string | null, nomme: Record<ObjetCle, Place>): string | null {
  if (cle === null || isCleSimple(cle)) return cle
  const lue = parseCle(cle)
  const nom = lue === null || !/^\d{1,9}$/.test(lue.nom) ? null : nomme[lue.objet](Number(lue.nom))
  return lue === null || nom === null ? null : `${lue.genre}:${nom}`
}

/** The way back. @param index `ref` or place → id, by kind; it was checked that it is there */
export function toCle(cle: string | null, index: Record<ObjetCle, (nom: string) => number | null>): string | null {
  if (cle === null || isCleSimple(cle)) return cle
  const lue = parseCle(cle)
  return lue === null ? null : `${lue.genre}:${index[lue.objet](lue.nom)}`
}
