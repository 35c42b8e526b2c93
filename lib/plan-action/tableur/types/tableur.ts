/** What the spreadsheets of a plan are made of: tables, columns, values in one canonical form, verdicts. */

export type TableTableur =
  | 'PLAN'
  | 'AXES'
  | 'FICHES'
  | 'PILOTAGES'
  | 'ETAPES'
  | 'INDICATEURS'
  | 'CIBLES'
  | 'MESURES'
  | 'BUDGET'
  | 'LIENS'

type GenreColonne =
  | 'TEXTE'
  | 'REF'
  | 'NOMBRE'
  | 'ENTIER'
  | 'ANNEE'
  | 'POURCENT'
  | 'DATE'
  | 'OUI_NON'
  | 'OUI_NON_INCONNU'
  | 'LISTE'
  | 'CHOIX'
  | 'THEMES'
  | 'COMMUNES'
  | 'DOCUMENTS'
  | 'ORGANISME'
  | 'AVENANT'
  | 'ACCORDS'
  | 'INSTANT'

/** A value as it is compared and written: exact decimals and days are their text; null is « not known ». */
export type Valeur = string | number | boolean | null | string[]

/** A row of a table, by the keys of its columns. */
export type LignePlate = Record<string, Valeur>

export interface ColonneTableur {
  cle: string
  titre: string
  genre: GenreColonne
  /** other headers it is known by, as people write them */
  synonymes?: readonly string[]
  /** words of a closed list, by code */
  choix?: Readonly<Record<string, string>>
  /** other words for a code */
  tolere?: Readonly<Record<string, string>>
  /** what an empty cell means for a new row; such a column is never emptied */
  defaut?: Valeur
  requis?: boolean
  longueur?: number
  largeur: number
  /** written for the reader, and read only to find what the row hangs on */
  lecture?: boolean
}

export interface DefinitionTable {
  table: TableTableur
  /** name of its sheet */
  feuille: string
  synonymes?: readonly string[]
  colonnes: readonly ColonneTableur[]
}

/** Which sheet says what, column by column. */
export interface CorrespondanceFeuille {
  /** rank of the sheet in the file */
  feuille: number
  table: TableTableur | null
  /** rank of the row of headers */
  entete: number
  /** key of each column of the sheet, null when it is left out */
  colonnes: (string | null)[]
}

export interface Correspondance {
  feuilles: CorrespondanceFeuille[]
  /** `ref` of the axe of the fiches that no column places */
  axe: string | null
  /** axes named by the file and unknown to the plan are created */
  creerAxes: boolean
}

export type Verdict = 'CREEE' | 'CHANGEE' | 'INCHANGEE' | 'REFUSEE'

export interface ErreurCellule {
  /** « B12 » */
  adresse: string
  colonne: string
  message: string
}

export interface ChangementCellule {
  colonne: string
  de: string
  a: string
}

export interface VerdictLigne {
  feuille: string
  table: TableTableur
  /** as a spreadsheet numbers it */
  ligne: number
  libelle: string
  verdict: Verdict
  changements: ChangementCellule[]
  erreurs: ErreurCellule[]
}

export type ComptesImport = Record<Verdict, number>

export interface BilanImport {
  /** of what would be written: the same bilan, the same plan */
  empreinte: string
  comptes: ComptesImport
  lignes: VerdictLigne[]
}
