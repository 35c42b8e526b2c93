import type { ColonneTableur } from '@/lib/plan-action/tableur/types/tableur'
import { SECTIONS, type EntreeChamp, type EntreeRangees, type EntreeTexte } from '../types'
import { texte } from '../words/feuille'
import { RANGEES } from '../words/rangees'
import { ENTREES } from './catalogue'

/** The columns of the sheets of a plan that follow from the catalogue. */

/** Several paragraphs are limited by what a dossier carries, a line by its field. */
function toColonne({ cle, label, forme, longueur, requis, feuille }: EntreeTexte): ColonneTableur {
  const { synonymes, largeur = forme === 'LIGNE' ? 24 : 50 } = feuille
  return texte(cle, label, largeur, {
    ...(requis === undefined ? {} : { requis: true }),
    ...(forme === 'LIGNE' ? { longueur } : {}),
    synonymes,
  })
}

function listColonnes(entree: EntreeChamp | EntreeRangees): readonly ColonneTableur[] {
  if (entree.genre === 'TEXTE') return [toColonne(entree)]
  return entree.genre === 'COLONNES' ? entree.colonnes.map(({ feuille }) => feuille) : entree.feuille
}

const TOUTES: readonly (EntreeChamp | EntreeRangees)[] = [...ENTREES, ...RANGEES]

/** What a fiche says in its sheet, section by section. */
export const COLONNES_FICHES: readonly ColonneTableur[] = SECTIONS.flatMap((section) =>
  TOUTES.filter((entree) => entree.section === section).flatMap(listColonnes),
)

/** The columns of a sheet of its own. @throws when the entry has none */
export function getFeuillePropre(cle: 'pilotages' | 'budget' | 'liens'): readonly ColonneTableur[] {
  const entree = TOUTES.find((candidate) => candidate.cle === cle)
  if (!entree || !('feuillePropre' in entree) || !entree.feuillePropre) throw new Error(`no sheet for ${cle}`)
  return entree.feuillePropre
}
