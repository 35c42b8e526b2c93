import { formatAdresse } from '@/lib/tableurs/grille'
import type { Feuille } from '@/lib/tableurs/types'
import { getTable } from '../words/colonnes'
import { parseValeur, type Repertoire } from './valeurs'
import type { ColonneTableur, Correspondance, ErreurCellule, LignePlate, TableTableur, Valeur } from '../types/tableur'

/** Rows of a file as rows of a table: what each cell says, and what is wrong with it. */

export interface LigneLue {
  table: TableTableur
  feuille: string
  /** rank of the row in its sheet, from 0 */
  rang: number
  /** values of the columns that are mapped; a cell that could not be read has none */
  valeurs: LignePlate
  /** texts of the cells, by key */
  textes: Record<string, string>
  erreurs: ErreurCellule[]
  /** rank of the column of each key */
  colonnes: Record<string, number>
}

/** Adds what is wrong with a cell of a row: its address, its column, the remedy. */
export function addErreur(ligne: LigneLue, cle: string, message: string): void {
  const colonne = ligne.colonnes[cle]
  const titre = getTable(ligne.table).colonnes.find((connue) => connue.cle === cle)?.titre ?? cle
  ligne.erreurs.push({
    adresse: colonne === undefined ? `ligne ${ligne.rang + 1}` : formatAdresse(ligne.rang, colonne),
    colonne: titre,
    message: message,
  })
}

function readCellule(ligne: LigneLue, colonne: ColonneTableur, texte: string, repertoire: Repertoire): void {
  const { cle, defaut, requis } = colonne
  if (texte.trim() === '') {
    if (requis && !colonne.lecture)
      addErreur(
        ligne,
        cle,
        `La colonne « ${colonne.titre} » est nécessaire : remplissez cette cellule, ou retirez la ligne.`,
      )
    // A value that always holds something is not emptied.
    else if (defaut === undefined && !requis)
      ligne.valeurs[cle] =
        colonne.genre === 'LISTE' ||
        colonne.genre === 'THEMES' ||
        colonne.genre === 'COMMUNES' ||
        colonne.genre === 'DOCUMENTS' ||
        colonne.genre === 'ACCORDS'
          ? []
          : null
    return
  }
  const lue = parseValeur(colonne, texte, repertoire)
  if (lue.ok) ligne.valeurs[cle] = lue.valeur
  // What only helps to find something is not held against a row.
  else if (colonne.lecture) ligne.valeurs[cle] = null
  else addErreur(ligne, cle, lue.message)
}

/** Every row of a file that says something, in the order of its sheets. */
export function listLignes(
  feuilles: readonly Feuille[],
  { feuilles: correspondances }: Correspondance,
  repertoire: Repertoire,
): LigneLue[] {
  return correspondances.flatMap(({ feuille: rangFeuille, table, entete, colonnes }) => {
    const feuille = feuilles[rangFeuille]
    if (!feuille || table === null) return []
    const definition = getTable(table)
    const mappees = colonnes.flatMap((cle, rang) => {
      const colonne = cle === null ? undefined : definition.colonnes.find((connue) => connue.cle === cle)
      return colonne ? [{ colonne, rang }] : []
    })
    const places = Object.fromEntries(mappees.map(({ colonne, rang }) => [colonne.cle, rang]))
    return feuille.lignes.flatMap((cellules, rang): LigneLue[] => {
      if (rang <= entete || mappees.every(({ rang: place }) => (cellules[place] ?? '').trim() === '')) return []
      const ligne: LigneLue = {
        table,
        feuille: feuille.nom,
        rang,
        valeurs: {},
        textes: {},
        erreurs: [],
        colonnes: places,
      }
      for (const { colonne, rang: place } of mappees) {
        const texte = cellules[place] ?? ''
        ligne.textes[colonne.cle] = texte
        readCellule(ligne, colonne, texte, repertoire)
      }
      for (const { cle, titre, requis, lecture } of definition.colonnes)
        if (requis && !lecture && !(cle in places))
          addErreur(ligne, cle, `Aucune colonne ne donne « ${titre} » : indiquez laquelle dans la correspondance.`)
      return [ligne]
    })
  })
}

export const readTexte = (valeur: Valeur | undefined): string | null => (typeof valeur === 'string' ? valeur : null)
