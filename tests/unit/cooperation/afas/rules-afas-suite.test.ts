import { describe, expect, it } from 'vitest'
import { AUCUNE_PART, computeTotauxAfas } from '@/lib/cooperation/afas/rules/parts'
import { findAnnee } from '@/lib/cooperation/afas/rules/annees'
import { compareMarge, countJours, findSchemaAnnee } from '@/lib/cooperation/afas/rules/comparaison'
import { buildTableau, formatColler, formatCsvAfas } from '@/lib/cooperation/afas/rules/export'
import { formatCellule } from '@/lib/platform/csv'

const schema = (libelle: string, debut: string | null, fin: string | null) => ({
  libelle,
  debut,
  fin,
  etat: 'VALIDE' as const,
})
const temps = { centiemesJours: 80 * 365, jours: 365 }
const parts = { ...AUCUNE_PART, PETITE_ENFANCE: 5000, PARENTALITE: 2500, GLOBAL: 2500 }
const noms = {
  PETITE_ENFANCE: 'Petite enfance',
  ENFANCE_JEUNESSE: 'Jeunesse',
  PARENTALITE: 'Parentalité',
  DROITS_VIE_SOCIALE: 'Droits; logement',
  GLOBAL: 'Global',
}

describe('given the schémas of a convention and a year', () => {
  it('then the one that covers most of its days is compared, and the others are named', () => {
    const [ancien, suivant] = [schema('ancien', '2022-01-01', '2026-08-31'), schema('suivant', '2026-09-01', null)]
    expect(findSchemaAnnee([ancien, suivant], 2026)).toEqual({ schema: ancien, autres: [suivant] })
    expect(findSchemaAnnee([ancien, suivant], 2030)).toEqual({ schema: suivant, autres: [] })
    expect(findSchemaAnnee([schema('sans date', null, null)], 2026)).toEqual({ schema: null, autres: [] })
    expect(countJours(ancien, 2026)).toBe(243)
    expect(countJours(ancien, 2028)).toBe(0)
  })
  it('then each difference is in words, an unknown stays unknown, and a line of no theme is told apart', () => {
    const { ecarts, horsThemes } = compareMarge(computeTotauxAfas([{ temps, parts }]), [
      { theme: 'PETITE_ENFANCE', libelle: 'Petite enfance', quotite: 40 },
      { theme: 'PARENTALITE', libelle: 'Parentalité', quotite: 30 },
      { theme: 'ENFANCE_JEUNESSE', libelle: 'Jeunesse', quotite: null },
      { theme: 'GLOBAL', libelle: 'Global', quotite: 10 },
      { theme: null, libelle: 'Autres actions', quotite: 30 },
    ])
    expect(ecarts.map(({ phrase }) => phrase)).toEqual([
      'comme convenu',
      'le schéma ne donne pas ce chiffre',
      '0,10 ETP de moins que convenu',
      'le schéma ne donne pas ce chiffre',
      '0,10 ETP de plus que convenu',
    ])
    expect(horsThemes).toContain('Autres actions')
    expect(compareMarge(computeTotauxAfas([]), []).horsThemes).toBeNull()
  })
})

describe('given a distribution to be copied', () => {
  const tableau = buildTableau([{ nom: '=SOMME(A1)', temps, parts }], computeTotauxAfas([{ temps, parts }]), noms)
  it('then each person and the total are in ETP, global outside AFAS', () => {
    expect(tableau.lignes).toEqual([['=SOMME(A1)', '0,40', '0', '0,20', '0', '0,60', '0,20', '0,80']])
    expect(tableau.total).toEqual(['Total', '0,40', '0', '0,20', '0', '0,60', '0,20', '0,80'])
    expect(tableau.entetes).toHaveLength(8)
  })
  it.each(['=1+1', '+33', '-1', '@SUM(A1)', '\t=1', ' =1'])(
    'when a cell is %j, then a spreadsheet reads text',
    (cellule) => {
      expect(formatCellule(cellule)).toBe(`'${cellule}`)
    },
  )
  it('then the file opens as French spreadsheets expect', () => {
    const csv = formatCsvAfas(tableau)
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv).toContain(`\r\n'=SOMME(A1);0,40;0;0,20`)
    expect(csv).toContain('"4. Droits; logement"')
    expect(formatCsvAfas({ entetes: ['un "mot"'], lignes: [], total: [] })).toContain('"un ""mot"""')
    expect(formatColler(tableau).split('\n')[1]).toBe(`'=SOMME(A1)\t0,40\t0\t0,20\t0\t0,60\t0,20\t0,80`)
  })
})

describe('given a year in the address', () => {
  const contexte = { today: '2026-11-22', remplies: [2024] }
  it('then the years of the convention are offered, with those that hold something', () => {
    expect(findAnnee(undefined, { debut: '2026-01-01', fin: '2030-12-31' }, contexte)).toEqual({
      annee: 2026,
      annees: [2024, 2026, 2027, 2028, 2029, 2030],
    })
    expect(findAnnee('2031', { debut: '2026-01-01', fin: '2027-12-31' }, contexte)).toEqual({
      annee: 2031,
      annees: [2024, 2026, 2027, 2031],
    })
    expect(findAnnee('hier', { debut: '2020-01-01', fin: '2024-12-31' }, contexte).annee).toBe(2024)
    expect(findAnnee('9999', { debut: null, fin: null }, contexte)).toEqual({ annee: 2026, annees: [2024, 2025, 2026] })
    expect(
      findAnnee(undefined, { debut: '1990-01-01', fin: '2090-12-31' }, contexte).annees.length,
    ).toBeLessThanOrEqual(17)
  })
})
