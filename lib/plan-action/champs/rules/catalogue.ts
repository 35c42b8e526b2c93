import type { ColonneChamp, EntreeChamp, EntreeRangees, EntreeTexte } from '../types'
import { CATALOGUE, type ChampFiche, type ChampRequis, type ChampTexte } from '../words/catalogue'
import { RANGEES } from '../words/rangees'

/** What follows from the catalogue: lists of fields, and their names. */

export type Texte = EntreeTexte & { cle: ChampTexte }

/** The entries, each under the form of its kind. */
export const ENTREES: readonly (EntreeChamp & { cle: ChampFiche })[] = CATALOGUE

export const CHAMPS_FICHE: readonly ChampFiche[] = ENTREES.map(({ cle }) => cle)

/** The fields that are one text, in their order. */
export const TEXTES_FICHE: readonly Texte[] = ENTREES.filter((entree): entree is Texte => entree.genre === 'TEXTE')

const PAR_CLE: ReadonlyMap<string, EntreeChamp> = new Map(ENTREES.map((entree) => [entree.cle, entree]))

/** The entry of a field. @throws when the catalogue has none: the key did not come from it */
function getEntree(champ: ChampFiche): EntreeChamp {
  const entree = PAR_CLE.get(champ)
  if (!entree) throw new Error(`no field ${champ} in the catalogue`)
  return entree
}

const TEXTES_PAR_CLE: ReadonlyMap<string, Texte> = new Map(TEXTES_FICHE.map((texte) => [texte.cle, texte]))

/** The entry of a text. @throws when the catalogue has none */
export function getTexte(champ: ChampTexte): Texte {
  const texte = TEXTES_PAR_CLE.get(champ)
  if (!texte) throw new Error(`no text ${champ} in the catalogue`)
  return texte
}

/** Whether a name is that of a field, whatever it comes from. */
export const isChamp = (nom: unknown): nom is ChampFiche => typeof nom === 'string' && PAR_CLE.has(nom)

/** True for a field that is one text: it saves at a pause, and may be merged by hand. */
export const isTexte = (champ: ChampFiche): champ is ChampTexte => TEXTES_PAR_CLE.has(champ)

type TexteRequis = Texte & { requis: string }
const isRequis = (texte: Texte): texte is TexteRequis => texte.requis !== undefined

/** One value for each text, of two kinds: for those that may be unknown, and for those that a fiche cannot be without. */
export function mapTextesSelon<L, R>(
  libre: (texte: Texte) => L,
  requis: (texte: TexteRequis) => R,
): Record<Exclude<ChampTexte, ChampRequis>, L> & Record<ChampRequis, R> {
  const valeurs = TEXTES_FICHE.map((texte) => [texte.cle, isRequis(texte) ? requis(texte) : libre(texte)] as const)
  return Object.fromEntries(valeurs) as Record<Exclude<ChampTexte, ChampRequis>, L> & Record<ChampRequis, R>
}

/** One value for each text. */
export const mapTextes = <V>(valeur: (texte: Texte) => V): Record<ChampTexte, V> => mapTextesSelon(valeur, valeur)

/** What each field is called, as a heading, in the order of the paper fiche. */
export const MOTS_CHAMP = Object.fromEntries(ENTREES.map(({ cle, label }) => [cle, label])) as Record<
  ChampFiche,
  string
>

/** What a field is called inside a sentence: « Modifié : public visé ». */
const formatPhrase = ({ label, phrase }: { label: string; phrase?: string }): string => phrase ?? label.toLowerCase()

/** Fields that only those who coordinate change: a pilote proposes them. */
export const CHAMPS_COORDINATION: ReadonlySet<ChampFiche> = new Set(
  ENTREES.filter(({ coordination }) => coordination).map(({ cle }) => cle),
)

/** Lists where order says nothing. */
export const ENSEMBLES: ReadonlySet<string> = new Set(
  [...ENTREES, ...RANGEES].filter((entree) => 'ensemble' in entree && entree.ensemble).map(({ cle }) => cle),
)

/** A field that two versions are compared by: its key in a dossier, and what it is called in a sentence. */
export interface ChampCompare {
  cle: string
  mots: string
}

/** The fields and the rows that say what the plan says of a fiche. */
export const CONTENU_COMPARE: readonly ChampCompare[] = [...ENTREES, ...(RANGEES as readonly EntreeRangees[])]
  .filter(({ versions }) => versions === 'CONTENU')
  .map((entree) => ({
    cle: entree.genre === 'COLONNES' ? (entree.dossier ?? entree.cle) : entree.cle,
    mots: formatPhrase(entree),
  }))

/** The columns of the fiche whose words find it. */
export const COLONNES_CHERCHEES: readonly string[] = TEXTES_FICHE.filter(({ cherche }) => cherche).map(
  ({ colonne }) => colonne,
)

/** Where a field is kept: columns of the fiche, or a table of its own. */
export function findTrace(champ: ChampFiche): { objet: string; colonnes: readonly ColonneChamp[] } {
  const entree = getEntree(champ)
  if (entree.genre === 'LISTE') return { objet: entree.table, colonnes: entree.colonnes }
  const colonnes =
    entree.genre === 'TEXTE' ? [{ colonne: entree.colonne, mots: formatPhrase(entree) }] : entree.colonnes
  return { objet: 'fiche_action', colonnes }
}
