import { formatCompte } from '@/lib/platform/typographie'

/** The shape of a plan: axes on one to three levels, fiches in them. Pure: the browser and the server move with the same rules. */

export interface NoeudAxe {
  id: number
  parent: number | null
  ordre: number
}

export interface NoeudFiche {
  id: number
  axe: number
  ordre: number
}

export interface Arbre<A extends NoeudAxe = NoeudAxe, F extends NoeudFiche = NoeudFiche> {
  axes: A[]
  fiches: F[]
}

export type Deplacement<A extends NoeudAxe, F extends NoeudFiche> =
  | { ok: true; arbre: Arbre<A, F> }
  | { ok: false; code: string; message: string }

const parRang = (a: { ordre: number; id: number }, b: { ordre: number; id: number }): number =>
  a.ordre - b.ordre || a.id - b.id

function groupBy<T, K>(elements: readonly T[], cle: (element: T) => K): Map<K, T[]> {
  const groupes = new Map<K, T[]>()
  for (const element of elements) {
    const groupe = groupes.get(cle(element))
    if (groupe) groupe.push(element)
    else groupes.set(cle(element), [element])
  }
  return groupes
}

/** The axes right under this one (null: at the top), in their order. */
export function listEnfants<A extends NoeudAxe>(axes: readonly A[], parent: number | null): A[] {
  return axes.filter((axe) => axe.parent === parent).sort(parRang)
}

/** The fiches of an axe, in their order. */
export function listFiches<F extends NoeudFiche>(fiches: readonly F[], axe: number): F[] {
  return fiches.filter((fiche) => fiche.axe === axe).sort(parRang)
}

/** How deep an axe is: 0 at the top. */
export function computeProfondeur(axes: readonly NoeudAxe[], axe: number): number {
  const parents = new Map(axes.map(({ id, parent }) => [id, parent]))
  let profondeur = 0
  // Bounded by the number of axes: a loop in what was read must not become one here.
  for (
    let courant = parents.get(axe) ?? null;
    courant !== null && profondeur < axes.length;
    courant = parents.get(courant) ?? null
  )
    profondeur += 1
  return profondeur
}

/** An axe and all those below it. */
export function listDescendance(axes: readonly NoeudAxe[], axe: number): Set<number> {
  const vus = new Set([axe])
  for (const id of vus) for (const enfant of axes) if (enfant.parent === id) vus.add(enfant.id)
  return vus
}

/** Levels that an axe and what hangs from it take: 1 when nothing does. */
export function computeHauteur(axes: readonly NoeudAxe[], axe: number): number {
  const racine = computeProfondeur(axes, axe)
  return Math.max(...[...listDescendance(axes, axe)].map((id) => computeProfondeur(axes, id) - racine)) + 1
}

/**
 * The tree in the order of the document, ranks counted again from 0: an axe, its fiches, then the axes under it.
 * Ranks go through the whole plan, so that whoever lists axes or fiches by rank reads the document.
 */
export function sortArbre<A extends NoeudAxe, F extends NoeudFiche>({ axes, fiches }: Arbre<A, F>): Arbre<A, F> {
  const enfants = groupBy([...axes].sort(parRang), ({ parent }) => parent)
  const parAxe = groupBy([...fiches].sort(parRang), ({ axe }) => axe)
  const suite: A[] = []
  const visit = (parent: number | null): void => {
    for (const axe of enfants.get(parent) ?? []) {
      suite.push(axe)
      visit(axe.id)
    }
  }
  visit(null)
  return {
    axes: suite.map((axe, ordre) => (axe.ordre === ordre ? axe : { ...axe, ordre })),
    fiches: suite
      .flatMap(({ id }) => parAxe.get(id) ?? [])
      .map((fiche, ordre) => (fiche.ordre === ordre ? fiche : { ...fiche, ordre })),
  }
}

/** Puts one among the others at this rank; beyond the end it is last. @returns ranks among them by id */
function insert<T extends { id: number; ordre: number }>(
  freres: readonly T[],
  element: T,
  rang: number,
): Map<number, number> {
  const suite = freres.filter(({ id }) => id !== element.id)
  suite.splice(Math.min(rang, suite.length), 0, element)
  return new Map(suite.map(({ id }, ordre) => [id, ordre]))
}

/**
 * Moves an axe, with all it carries, under a parent (null: at the top) at a rank.
 * @param niveaux how many levels of axes the plan names
 */
export function placeAxe<A extends NoeudAxe, F extends NoeudFiche>(
  arbre: Arbre<A, F>,
  { axe, parent, rang }: { axe: number; parent: number | null; rang: number },
  niveaux: number,
): Deplacement<A, F> {
  const lui = arbre.axes.find(({ id }) => id === axe)
  if (!lui || (parent !== null && !arbre.axes.some(({ id }) => id === parent)))
    return {
      ok: false,
      code: 'ABSENT',
      message: 'L’un des deux n’est plus dans le plan : relisez-le avant de déplacer.',
    }
  if (parent !== null && listDescendance(arbre.axes, axe).has(parent))
    return {
      ok: false,
      code: 'CYCLE',
      message: 'Il ne peut pas aller dans lui-même, ni dans ce qu’il contient : choisissez une autre place.',
    }
  const profondeur = parent === null ? 0 : computeProfondeur(arbre.axes, parent) + 1
  const hauteur = computeHauteur(arbre.axes, axe)
  if (profondeur + hauteur > niveaux)
    return {
      ok: false,
      code: 'TROP_PROFOND',
      message: `Le plan a ${formatCompte(niveaux, 'niveau', 'niveaux')} et il en faudrait ${profondeur + hauteur} : choisissez une place plus haute${niveaux < 3 ? ', ou nommez un niveau de plus dans les réglages du plan' : ''}.`,
    }
  const rangs = insert(listEnfants(arbre.axes, parent), lui, rang)
  const axes = arbre.axes.map((autre) =>
    autre.id === axe
      ? { ...autre, parent, ordre: rangs.get(axe) ?? 0 }
      : rangs.has(autre.id)
        ? { ...autre, ordre: rangs.get(autre.id) ?? 0 }
        : autre,
  )
  return { ok: true, arbre: sortArbre({ axes, fiches: arbre.fiches }) }
}

/** Moves a fiche into an axe at a rank. */
export function placeFiche<A extends NoeudAxe, F extends NoeudFiche>(
  arbre: Arbre<A, F>,
  { fiche, axe, rang }: { fiche: number; axe: number; rang: number },
): Deplacement<A, F> {
  const elle = arbre.fiches.find(({ id }) => id === fiche)
  if (!elle || !arbre.axes.some(({ id }) => id === axe))
    return {
      ok: false,
      code: 'ABSENT',
      message: 'L’un des deux n’est plus dans le plan : relisez-le avant de déplacer.',
    }
  const rangs = insert(listFiches(arbre.fiches, axe), elle, rang)
  const fiches = arbre.fiches.map((autre) =>
    autre.id === fiche
      ? { ...autre, axe, ordre: rangs.get(fiche) ?? 0 }
      : rangs.has(autre.id)
        ? { ...autre, ordre: rangs.get(autre.id) ?? 0 }
        : autre,
  )
  return { ok: true, arbre: sortArbre({ axes: arbre.axes, fiches }) }
}

/** Name of the level an axe is on: « Axe », « Volet »… */
export function readNiveau(niveaux: readonly string[], profondeur: number): string {
  return niveaux[Math.min(profondeur, niveaux.length - 1)] ?? 'Axe'
}

/** 'rang 2 sur 5, dans « Accueillir »'. */
export function formatPlace(rang: number, total: number, parent: string | null): string {
  return `rang ${rang + 1} sur ${total}, ${parent === null ? 'en haut du plan' : `dans « ${parent} »`}`
}
