import { describe, expect, it } from 'vitest'
import { computeSerie, type MesureDatee } from '@/lib/plan-action/indicateurs/rules/evolution'
import { isTrou, listRangees } from '@/lib/plan-action/indicateurs/rules/exploration'
import { toJour, yearBounds } from '@/lib/platform/dates'

const mesure = (annee: number, valeur: string): MesureDatee => ({
  periode: String(annee),
  ...yearBounds(annee),
  valeur,
  prevue: null,
  texte: null,
  ventilation: null,
  etat: 'CONFIRMEE',
})
const serie = (...valeurs: [number, string][]) =>
  computeSerie({ nature: 'NOMBRE', ventiles: [], mesures: valeurs.map(([annee, valeur]) => mesure(annee, valeur)) })

describe('an indicator explored over the years', () => {
  it('stands beside its forerunner and its targets, period by period, oldest first', () => {
    const rangees = listRangees({
      serie: serie([2026, '30'], [2024, '12']),
      devancier: serie([2023, '9'], [2024, '11']),
      cibles: [
        { periode: '2026', ...yearBounds(2026), valeur: '25' },
        { periode: '2028', ...yearBounds(2028), valeur: '40' },
      ],
    })
    expect(
      rangees.map(({ periode, valeur, devancier, cible }) => [periode, valeur?.valeur, devancier?.valeur, cible]),
    ).toEqual([
      ['2023', undefined, '9', null],
      ['2024', '12', '11', null],
      ['2026', '30', undefined, '25'],
      ['2028', undefined, undefined, '40'],
    ])
    expect(rangees[1]?.jour).toBe(toJour('2024-07-01'))
  })

  it('says where whole years are missing, in each series by itself', () => {
    const rangees = listRangees({
      serie: serie([2021, '1'], [2024, '2']),
      devancier: serie([2022, '5'], [2023, '6']),
      cibles: [],
    })
    expect(rangees.map(({ valeur, devancier }) => [valeur?.trou, devancier?.trou])).toEqual([
      [false, undefined],
      [undefined, false],
      [undefined, false],
      [true, undefined],
    ])
    expect(isTrou(yearBounds(2024), yearBounds(2025))).toBe(false)
  })

  it('leaves out a target in words, or without a day', () => {
    const cibles = [
      { periode: '2026', ...yearBounds(2026), valeur: null },
      { periode: 'à terme', debut: null, fin: null, valeur: '3' },
    ]
    expect(listRangees({ serie: serie(), devancier: null, cibles })).toEqual([])
  })
})
