import { createBrouillons } from '@/components/formulaire/brouillons'
import { buildCle } from '@/lib/plan-action/mesures/rules/grille'
import { parseMesure } from '@/lib/plan-action/mesures/rules/mesure'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'
import type { RangeeGrille } from '@/lib/plan-action/mesures/types/grille'

/** What is typed in the grid and not saved yet, cell by cell. */

/** A cell as typed, with what it was typed over and what it needs to be sent. */
export interface CelluleTapee {
  indicateur: number
  ventilation: string | null
  periode: string
  fiche: number | null
  texte: string
  base: { id: number; version: number } | null
  nature: NatureIndicateur
  unite: string | null
  /** what it is about, for the list of errors */
  sujet: string
  /** name of its field */
  nom: string
  /** another side confirms it */
  proposee: boolean
  /** the source to write, when a saving is taken back */
  source?: string
}

export type Brouillon = Record<string, CelluleTapee>

export const nameCellule = (rangee: RangeeGrille, periode: string): string => `m-${rangee.cle}-${periode}`
export const cleCellule = (
  { indicateur, ventilation }: Pick<RangeeGrille, 'indicateur' | 'ventilation'>,
  periode: string,
): string => buildCle(indicateur, ventilation, periode)

const gardes = createBrouillons('grille')

const isTapee = (valeur: unknown): valeur is CelluleTapee =>
  typeof valeur === 'object' &&
  valeur !== null &&
  'texte' in valeur &&
  typeof valeur.texte === 'string' &&
  'indicateur' in valeur &&
  typeof valeur.indicateur === 'number' &&
  'nom' in valeur

/** The draft kept on the device for this person and convention. */
export function readGarde(cle: string): Brouillon {
  const valeur = gardes.read(cle)?.valeur
  return typeof valeur === 'object' && valeur !== null
    ? Object.fromEntries(
        Object.entries(valeur).filter((entree): entree is [string, CelluleTapee] => isTapee(entree[1])),
      )
    : {}
}

export function keepGarde(cle: string, brouillon: Brouillon): void {
  if (Object.keys(brouillon).length === 0) gardes.forget(cle)
  else gardes.keep(cle, { valeur: brouillon, depuis: null })
}

/** What is wrong in a cell as typed; undefined when it can be sent. */
export function checkTapee({ nature, unite, texte }: CelluleTapee): string | undefined {
  if (texte.trim() === '') return undefined
  const lue = parseMesure(nature, texte, unite)
  return lue.ok ? undefined : lue.message
}
