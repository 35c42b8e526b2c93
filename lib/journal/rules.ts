import { NOMS_THEMES } from '@/lib/cooperation/schemas/words'
import { findColonne, readNom, readValeur, type MotsColonne } from '@/lib/platform/mots'
import { EVENEMENTS, OPERATIONS } from './words/evenements'
import { CACHEES, TABLES } from './words/tables'

/** The journal in words: what a table, a column and a value are called by people. */

/** What a row of a table is called. */
export const formatObjet = (objet: string): string =>
  (Object.hasOwn(TABLES, objet) ? TABLES[objet]?.nom : undefined) ?? readNom(objet)

/** What an event that changes no row by itself is called; nothing for a change of a row. */
export const formatOperation = (operation: string): string => OPERATIONS[operation] ?? ''

function readColonne(objet: string, colonne: string): MotsColonne {
  const lue = findColonne(TABLES, objet, colonne) ??
    findColonne(EVENEMENTS, objet, colonne) ?? { mots: readNom(colonne) }
  return colonne === 'theme_code' ? { ...lue, valeurs: NOMS_THEMES } : lue
}

/** A value of a row as people write it: date, figure, state, text, list. */
function formatValeur(colonne: MotsColonne, valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === '') return '–'
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return String(valeur).replace('.', ',')
  if (Array.isArray(valeur)) return valeur.map((membre) => formatValeur(colonne, membre)).join(' · ') || '–'
  if (typeof valeur !== 'string') return JSON.stringify(valeur)
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(valeur)
  return date ? `${date[3]}/${date[2]}/${date[1]}` : readValeur(colonne, valeur)
}

export interface Changement {
  champ: string
  de: string | null
  vers: string | null
}

type Ligne = Record<string, unknown> | null

/** Field by field, from what to what. A creation has no « de », a removal no « vers ». */
export function listChangements(objet: string, avant: Ligne, apres: Ligne): Changement[] {
  const cles = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])].filter(
    (cle) => !CACHEES.has(cle),
  )
  return cles.map((cle) => {
    const colonne = readColonne(objet, cle)
    return {
      champ: colonne.mots,
      de: avant ? formatValeur(colonne, avant[cle]) : null,
      vers: apres ? formatValeur(colonne, apres[cle]) : null,
    }
  })
}

/** What was done to the row. */
export function formatGeste(avant: unknown, apres: unknown): string {
  if (!avant && apres) return 'ajout'
  return apres ? 'modification' : 'retrait'
}
