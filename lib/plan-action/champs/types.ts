import type { MotsColonne } from '@/lib/platform/mots'
import type { ColonneTableur } from '@/lib/plan-action/tableur/types/tableur'

/** What the catalogue says of a field of a fiche. */

/** Groups of columns of the sheet « Fiches », in their order. */
export const SECTIONS = ['IDENTITE', 'SUIVI', 'QUI', 'QUAND', 'CONTENU', 'OU', 'REDACTION', 'PIECES'] as const
type Section = (typeof SECTIONS)[number]

/**
 * What a comparison of two versions of the plan says of a field: IDENTITE has a line of its own (a number, a title);
 * CONTENU is what the plan says; VIE is followed on the page of the fiche, and is not compared.
 */
type RoleVersion = 'IDENTITE' | 'CONTENU' | 'VIE'

interface Entree {
  /** its one name in the code: form, dossier, sheet, history, address of an error */
  cle: string
  /** its one name on the screens, as a heading */
  label: string
  /** the same inside a sentence, where small letters would not do */
  phrase?: string
  /** what to write there */
  aide?: string
  section: Section
  versions: RoleVersion
  /** changed by those who coordinate alone: a pilote proposes it */
  coordination?: true
}

/** One text, one nullable column: all of the rest follows from this entry. */
export interface EntreeTexte extends Entree {
  genre: 'TEXTE'
  colonne: string
  /** LIGNE: one line; PARAGRAPHES: as many as one likes, formatted */
  forme: 'LIGNE' | 'PARAGRAPHES'
  /** characters, at most */
  longueur: number
  /** what to do about an empty one; without it, an empty text is « not known » */
  requis?: string
  /** its words find the fiche: what `app.colonnes_cherchees` says too */
  cherche?: true
  feuille: { largeur?: number; synonymes?: readonly string[] }
}

/** One column of a field, or of rows that hang on a fiche. */
export interface ColonneChamp extends MotsColonne {
  colonne: string
}

/** A column whose value is a part of the field. */
export interface ColonneValeur extends ColonneChamp {
  /** key of the part, in a field made of several columns */
  part?: string
  type: 'text' | 'int' | 'boolean' | 'date' | 'statut_fiche'
  /** how the sheet « Fiches » carries it */
  feuille: ColonneTableur
  /** the sheet names another row by its `ref`: it is not written as it stands */
  renvoi?: true
}

/** A value made of columns of the fiche. */
export interface EntreeColonnes extends Entree {
  genre: 'COLONNES'
  /** key in a dossier, where it differs */
  dossier?: string
  colonnes: readonly ColonneValeur[]
}

/** Rows of a table of their own. */
interface Lignes {
  table: string
  /** what one row is called, and whether the word is masculine */
  nom: string
  masculin?: true
  /** the same within a fiche, where it differs */
  nomCourt?: string
  colonnes: readonly ColonneChamp[]
}

/** A value that is a list of rows, edited and put back whole. */
interface EntreeListe extends Entree, Lignes {
  genre: 'LISTE'
  /** order says nothing */
  ensemble?: true
  feuille: readonly ColonneTableur[]
  /** columns of a sheet of their own */
  feuillePropre?: readonly ColonneTableur[]
}

/** Rows that are added, changed and taken away one by one. */
export interface EntreeRangees extends Entree, Lignes {
  genre: 'RANGEES'
  ensemble?: true
  feuille: readonly ColonneTableur[]
  feuillePropre?: readonly ColonneTableur[]
}

export type EntreeChamp = EntreeTexte | EntreeColonnes | EntreeListe
