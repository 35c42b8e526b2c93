/** The shape of the words that each room gives of its tables: what the journal, and the history of a fiche, say to people. */

export interface MotsColonne {
  /** alone: « raison de l’avancement » */
  mots: string
  /** beside the name of what it is a part of, where it differs: « raison » */
  partie?: string
  /** words of a closed list, by code */
  valeurs?: Readonly<Record<string, string>>
}

export interface MotsTable {
  /** what one of its rows is called */
  nom: string
  masculin?: true
  /** the same within a fiche, where it differs */
  nomCourt?: string
  /** by column; words alone, or with more */
  colonnes: Readonly<Record<string, string | MotsColonne>>
}

export type MotsTables = Readonly<Record<string, MotsTable>>

/** What is known of a column; null when nobody wrote it down. */
export function findColonne(tables: MotsTables, table: string, colonne: string): MotsColonne | null {
  const colonnes = Object.hasOwn(tables, table) ? tables[table]?.colonnes : undefined
  const trouvee = colonnes && Object.hasOwn(colonnes, colonne) ? colonnes[colonne] : undefined
  if (trouvee === undefined) return null
  return typeof trouvee === 'string' ? { mots: trouvee } : trouvee
}

/** A code of a closed list in words; anything else is somebody’s own words. */
export const readValeur = ({ valeurs }: MotsColonne, valeur: string): string =>
  valeurs && Object.hasOwn(valeurs, valeur) ? (valeurs[valeur] ?? valeur) : valeur

/** A name nobody wrote down, as well as can be read; that it is a key of another row is of no use to a person. */
export const readNom = (nom: string): string => nom.replace(/_id$/, '').replaceAll('_', ' ')

/** Words at the head of a sentence, a cell or a choice: with a capital. */
export const capitalise = (mots: string): string => mots.charAt(0).toUpperCase() + mots.slice(1)

/** The same of each word of a closed list. */
export const capitaliseMots = <C extends string>(mots: Readonly<Record<C, string>>): Record<C, string> =>
  Object.fromEntries(Object.entries<string>(mots).map(([code, mot]) => [code, capitalise(mot)])) as Record<C, string>
