import type { EntreeChamp } from '../types'
import { REPERES } from './reperes'
import { SUIVI } from './suivi'
import { TETE } from './tete'
import { TEXTES } from './textes'

/**
 * The fields of a fiche, in the order of the paper one: the one place that says what each is called and where it is kept.
 * A text follows from its entry everywhere: form, checks, column, dossier, sheet, versions, history, journal, search.
 */
export const CATALOGUE = [...TETE, ...TEXTES, ...REPERES, ...SUIVI] as const satisfies readonly EntreeChamp[]

type EntreeDuCatalogue = (typeof CATALOGUE)[number]

/** A field of a fiche that is edited, saved, undone and disagreed on by itself. */
export type ChampFiche = EntreeDuCatalogue['cle']

/** One text. */
export type ChampTexte = Extract<EntreeDuCatalogue, { genre: 'TEXTE' }>['cle']

/** A text that a fiche cannot be without. */
export type ChampRequis = Extract<EntreeDuCatalogue, { requis: string }>['cle']

/** A text of several paragraphs. */
export type ChampParagraphes = Extract<EntreeDuCatalogue, { forme: 'PARAGRAPHES' }>['cle']

/** A list of rows. */
export type ChampListe = Extract<EntreeDuCatalogue, { genre: 'LISTE' }>['cle']

/** Columns and lists whose value has a form of its own. */
export type ChampAutre = Exclude<ChampFiche, ChampTexte>

type Cle<E> = E extends { table: infer T extends string; cle: infer C extends string } ? `${T}.${C}` : never

/** A field as a line of the journal names it: by the table it is kept in. */
export type CleFiche = `fiche_action.${Exclude<ChampFiche, ChampListe>}` | Cle<EntreeDuCatalogue>
