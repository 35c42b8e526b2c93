/** The table of a year as a file for a spreadsheet: semicolons, decimal comma, and no cell that becomes a formula. */
import { formatCsv } from '@/lib/platform/csv'
import { toDecimal } from './argent'
import { MOTS_NATURE } from '../words'
import type { Estimation, TableauCouts } from '../types'

const COLONNES = [
  'Année',
  'Genre',
  'Schéma ou source',
  'Ligne',
  'Poste',
  'Quotité (ETP)',
  'Pourvu en moyenne (ETP)',
  'Vacant en moyenne (ETP)',
  'Coût estimé (€)',
  'Non dépensé estimé (€)',
  'Financeur',
  'Nature',
  'Valeur',
  'Valable du',
  'Valable au',
  'Prévu (€)',
  'Réalisé (€)',
  'Note',
] as const

type Colonne = (typeof COLONNES)[number]

const formatDecimal = (centiemes: number | null): string =>
  centiemes === null ? 'non précisé' : toDecimal(centiemes).replace('.', ',')
const formatEstimation = (estimation: Estimation): string =>
  formatDecimal('manque' in estimation ? null : estimation.centimes)

/** @returns the whole file, with the mark that tells a spreadsheet it is UTF-8 */
export function formatCsvCouts({ annee, schemas, coutsAnnee, reglages, montants }: TableauCouts): string {
  const lignes: Partial<Record<Colonne, string>>[] = [
    ...schemas.flatMap((schema) =>
      schema.lignes.map((ligne) => ({
        Genre: { POSTE: 'Poste', LIGNE: 'Ligne sans poste décrit', RESTE: 'Reste de la ligne sans poste décrit' }[
          ligne.genre
        ],
        'Schéma ou source': schema.libelle,
        Ligne: ligne.genre === 'POSTE' ? (ligne.ligne ?? '') : ligne.libelle,
        Poste: ligne.genre === 'POSTE' ? ligne.libelle : '',
        'Quotité (ETP)': formatDecimal(ligne.quotite),
        'Pourvu en moyenne (ETP)': formatDecimal(ligne.pourvu),
        'Vacant en moyenne (ETP)': formatDecimal(ligne.vacant),
        'Coût estimé (€)': formatEstimation(ligne.cout),
        'Non dépensé estimé (€)': formatEstimation(ligne.nonDepense),
      })),
    ),
    ...coutsAnnee.map(({ cout, bornes }) => ({
      Genre: cout.indicatif ? 'Coût par ETP, indicatif' : 'Coût par ETP',
      'Schéma ou source': cout.source,
      Valeur: formatDecimal(cout.montant),
      'Valable du': bornes.debut,
      'Valable au': bornes.fin,
    })),
    ...reglages
      .filter(({ attendu }) => !('manque' in attendu && attendu.manque === 'HORS_ANNEE'))
      .map((reglage) => ({
        Genre: 'Cofinancement',
        'Schéma ou source': reglage.source,
        Financeur: reglage.financeur,
        Nature: MOTS_NATURE[reglage.nature],
        Valeur: formatDecimal(reglage.valeur),
        'Valable du': reglage.valableDu ?? '',
        'Valable au': reglage.valableAu ?? '',
        'Prévu (€)': '',
        Note: `Attendu, estimation : ${formatEstimation(reglage.attendu)}`,
      })),
    ...montants.map((montant) => ({
      Genre: 'Montant',
      Poste: montant.poste === null ? 'Sans poste en particulier' : (montant.libellePoste ?? ''),
      Financeur: montant.financeur,
      'Prévu (€)': formatDecimal(montant.prevu),
      'Réalisé (€)': formatDecimal(montant.realise),
      Note: montant.note ?? '',
    })),
  ]
  return formatCsv([
    COLONNES,
    ...lignes.map((ligne) => COLONNES.map((colonne) => (colonne === 'Année' ? String(annee) : (ligne[colonne] ?? '')))),
  ])
}
