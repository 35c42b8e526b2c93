/** The distribution of a year as rows of cells: what is shown to be copied, pasted, and exported. */
import { formatCellule, formatCsv } from '@/lib/platform/csv'
import { formatQuotite } from '@/lib/platform/nombres'
import { addMoyennes, CODES_AFAS, computeEtpPart, type PartsAfas } from './parts'
import { roundMoyenne, type Moyenne } from '@/lib/cooperation/postes/rules/effectif'
import type { CodeTheme } from '@/lib/cooperation/schemas/words'

export interface LigneTableau {
  nom: string
  temps: Moyenne
  parts: PartsAfas
}

export interface TableauAfas {
  entetes: string[]
  lignes: string[][]
  total: string[]
}

const format = (moyenne: Moyenne): string => formatQuotite(roundMoyenne(moyenne), { deux: true })

function buildCellules(nom: string, themes: Record<CodeTheme, Moyenne>): string[] {
  const afas = CODES_AFAS.map((code) => themes[code])
  return [
    nom,
    ...afas.map(format),
    format(addMoyennes(afas)),
    format(themes.GLOBAL),
    format(addMoyennes([...afas, themes.GLOBAL])),
  ]
}

/**
 * One row per person and a total, in ETP rounded to the hundredth half up; each cell is rounded by itself.
 * @param noms names of the themes
 * @param totaux exact totals by theme
 */
export function buildTableau(
  lignes: readonly LigneTableau[],
  totaux: Record<CodeTheme, Moyenne>,
  noms: Record<CodeTheme, string>,
): TableauAfas {
  const entetes = [
    'Chargé de coopération',
    ...CODES_AFAS.map((code, i) => `${i + 1}. ${noms[code]}`),
    'Total AFAS',
    'Hors AFAS : coopération globale',
    'Ensemble',
  ]
  const cellules = lignes.map(({ nom, temps, parts }) => {
    const etp = (code: CodeTheme): Moyenne => computeEtpPart(temps, parts[code])
    return buildCellules(nom, {
      PETITE_ENFANCE: etp('PETITE_ENFANCE'),
      ENFANCE_JEUNESSE: etp('ENFANCE_JEUNESSE'),
      PARENTALITE: etp('PARENTALITE'),
      DROITS_VIE_SOCIALE: etp('DROITS_VIE_SOCIALE'),
      GLOBAL: etp('GLOBAL'),
    })
  })
  return { entetes, lignes: cellules, total: buildCellules('Total', totaux) }
}

/** Rows separated by tabs, to be pasted in a spreadsheet or a form. */
export const formatColler = ({ entetes, lignes, total }: TableauAfas): string =>
  [entetes, ...lignes, total]
    .map((ligne) => ligne.map((cellule) => formatCellule(cellule.replace(/[\t\r\n]+/g, ' '))).join('\t'))
    .join('\n')

/** The same rows as a file for a spreadsheet, decimal commas. */
export const formatCsvAfas = ({ entetes, lignes, total }: TableauAfas): string => formatCsv([entetes, ...lignes, total])
