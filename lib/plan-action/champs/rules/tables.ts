import { findColonne, readNom, type MotsColonne, type MotsTable, type MotsTables } from '@/lib/platform/mots'
import type { ColonneChamp, EntreeRangees } from '../types'
import { RANGEES } from '../words/rangees'
import { TABLES_DU_PLAN } from '../words/tables'
import { ENTREES, findTrace } from './catalogue'

/** What the tables of the plan are called: those of the fiche follow from its catalogue. */

const toColonnes = (colonnes: readonly ColonneChamp[]): MotsTable['colonnes'] =>
  Object.fromEntries(colonnes.map(({ colonne, mots, partie, valeurs }) => [colonne, { mots, partie, valeurs }]))

/** The columns of the fiche itself: those of its fields, and where it stands. */
const FICHE: MotsTable = {
  nom: 'Fiche-action',
  nomCourt: 'Fiche',
  colonnes: {
    ...toColonnes(ENTREES.filter(({ genre }) => genre !== 'LISTE').flatMap(({ cle }) => findTrace(cle).colonnes)),
    axe_id: 'axe',
    ordre: 'place',
  },
}

const LISTES = [...ENTREES, ...(RANGEES as readonly EntreeRangees[])].flatMap((entree): [string, MotsTable][] => {
  if (entree.genre === 'TEXTE' || entree.genre === 'COLONNES') return []
  const { table, nom, masculin, nomCourt, colonnes } = entree
  return [[table, { nom, masculin, nomCourt, colonnes: toColonnes(colonnes) }]]
})

/** Every journaled table of the plan. */
export const MOTS_TABLES: MotsTables = { fiche_action: FICHE, ...Object.fromEntries(LISTES), ...TABLES_DU_PLAN }

/** What is known of a column of the plan; its name, as well as can be read, when nobody wrote it down. */
export const readColonne = (table: string, colonne: string): MotsColonne =>
  findColonne(MOTS_TABLES, table, colonne) ?? { mots: readNom(colonne) }

/** What a row is called within its fiche, and whether the word is masculine. */
export function readRangee(table: string): { nom: string; masculin: boolean } {
  const mots = MOTS_TABLES[table]
  if (!mots) return { nom: readNom(table), masculin: true }
  return { nom: mots.nomCourt ?? mots.nom, masculin: mots.masculin === true }
}
