import { compareVersions, type Changement, type PlanVersion } from './comparaison'
import type { ArbrePlan } from '@/lib/plan-action/arbre/types'

const dit = (valeur: string | null | readonly string[]): valeur is string | string[] =>
  valeur !== null && valeur.length > 0
const texte = (valeur: string | readonly string[]): string => (typeof valeur === 'string' ? valeur : valeur.join('\n'))
const readChamps = (champs: Record<string, string | null | readonly string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(champs).flatMap(([cle, valeur]) => (dit(valeur) ? [[cle, texte(valeur)]] : [])))

/** A tree as a version that says nothing but its structure. */
function toPlanVersion({ reglages, axes, fiches }: ArbrePlan): PlanVersion {
  const refs = new Map(axes.map(({ id, ref }) => [id, ref]))
  return {
    niveaux: reglages.niveaux,
    nomFiche: reglages.nomFiche,
    nomEtape: reglages.nomEtape,
    champs: readChamps({ ...reglages }),
    axes: axes.map(({ ref, parent, numero, titre, description, objectifs, absence, theme }) => ({
      ref,
      numero,
      titre,
      parent: parent === null ? null : (refs.get(parent) ?? null),
      champs: readChamps({ description, objectifs, absence, theme }),
    })),
    fiches: fiches.map(({ ref, axe, numero, titre, aRediger }) => ({
      ref,
      numero,
      titre,
      axe: refs.get(axe) ?? '',
      aRediger,
      motif: null,
      champs: {},
      etapes: [],
      indicateurs: [],
    })),
  }
}

/** What somebody else changed in the tree that one was looking at. */
export const compareArbres = (avant: ArbrePlan, apres: ArbrePlan): Changement[] =>
  compareVersions(toPlanVersion(avant), toPlanVersion(apres))
