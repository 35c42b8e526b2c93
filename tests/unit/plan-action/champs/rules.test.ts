import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeAvancement, formatPeriode } from '@/lib/plan-action/champs/rules/avancement'
import { computeEcheance, isEnRetard } from '@/lib/plan-action/champs/rules/echeance'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { jour } from '@/tests/unit/arbitraires'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const STATUTS: StatutFiche[] = ['A_ENGAGER', 'EN_COURS', 'REALISEE', 'REPORTEE', 'ABANDONNEE', 'A_PRECISER']
const today = '2026-11-15'

describe('lateness', () => {
  it.each<[StatutFiche, boolean]>([
    ['A_ENGAGER', true],
    ['EN_COURS', true],
    ['A_PRECISER', false],
    ['REALISEE', false],
    ['REPORTEE', false],
    ['ABANDONNEE', false],
  ])('%s past its date: %s', (statut, retard) => {
    expect(isEnRetard({ statut, fin: '2026-11-14' }, today)).toBe(retard)
  })
  it('accuses nobody where nobody gave a status: its period is over, and that is all', () => {
    expect(STATUTS.map((statut) => computeEcheance({ statut, fin: '2026-11-14' }, today))).toEqual([
      'RETARD',
      'RETARD',
      null,
      null,
      null,
      'PASSEE',
    ])
    expect(computeEcheance({ statut: 'A_PRECISER', fin: today }, today)).toBeNull()
  })
  it('exists only once a date exists and is past', () => {
    expect(isEnRetard({ statut: 'EN_COURS', fin: null }, today)).toBe(false)
    expect(isEnRetard({ statut: 'EN_COURS', fin: today }, today)).toBe(false)
    expect(isEnRetard({ statut: 'EN_COURS', fin: '2026-11-16' }, today)).toBe(false)
  })
})

describe('progress', () => {
  const fiches = (...statuts: StatutFiche[]) => statuts.map((statut) => ({ statut, fin: null }))
  it('counts by status and lateness, and says it', () => {
    expect(
      computeAvancement(
        [
          ...fiches('REALISEE', 'REALISEE', 'EN_COURS', 'A_PRECISER'),
          { statut: 'A_ENGAGER', fin: '2026-01-31' },
          { statut: 'EN_COURS', fin: '2027-01-31' },
        ],
        today,
      ),
    ).toEqual({
      total: 6,
      parStatut: { A_ENGAGER: 1, EN_COURS: 2, REALISEE: 2, REPORTEE: 0, ABANDONNEE: 0, A_PRECISER: 1 },
      enRetard: 1,
      phrase: '2 fiches réalisées sur 6, 2 en cours, 1 en retard, 1 à préciser',
    })
  })
  it.each<[StatutFiche[], string]>([
    [[], 'Aucune fiche'],
    [['A_PRECISER'], '1 fiche, statut à préciser'],
    [['A_PRECISER', 'A_PRECISER'], '2 fiches, statuts à préciser'],
    [['A_ENGAGER', 'REPORTEE'], 'Aucune fiche réalisée sur 2'],
    [['REALISEE', 'ABANDONNEE'], '1 fiche réalisée sur 2'],
    [['EN_COURS'], 'Aucune fiche réalisée sur 1, 1 en cours'],
    [['A_PRECISER', 'EN_COURS'], 'Aucune fiche réalisée sur 2, 1 en cours, 1 à préciser'],
  ])('%j', (statuts, phrase) => {
    expect(computeAvancement(fiches(...statuts), today).phrase).toBe(phrase)
  })
  it('each fiche counts once, in any order; lateness grows with time alone', PATIENT, () => {
    const fiche = fc.record({ statut: fc.constantFrom(...STATUTS), fin: fc.option(jour()) })
    fc.assert(
      fc.property(fc.array(fiche), jour(), jour(), (liste, a, b) => {
        const { total, parStatut, enRetard, phrase } = computeAvancement(liste, a)
        expect(Object.values(parStatut).reduce((somme, n) => somme + n, 0)).toBe(total)
        expect(computeAvancement(liste.toReversed(), a)).toEqual({ total, parStatut, enRetard, phrase })
        if (a <= b) expect(computeAvancement(liste, b).enRetard).toBeGreaterThanOrEqual(enRetard)
      }),
      RUNS,
    )
  })
})

describe('a period', () => {
  it.each([
    [{ texte: ' Printemps 2024 ', debut: '2024-03-20', fin: '2024-06-20' }, 'Printemps 2024'],
    [{ texte: null, debut: '2024-03-20', fin: '2024-06-20' }, 'de mars 2024 à juin 2024'],
    [{ texte: '  ', debut: '2024-04-01', fin: '2024-10-31' }, 'd’avril 2024 à octobre 2024'],
    [{ texte: null, debut: '2024-08-01', fin: '2024-08-31' }, 'en août 2024'],
    [{ texte: null, debut: '2024-10-01', fin: null }, 'à partir d’octobre 2024'],
    [{ texte: null, debut: '2023-01-01', fin: null }, 'à partir de janvier 2023'],
    [{ texte: null, debut: null, fin: '2024-06-30' }, 'jusqu’à juin 2024'],
    [{ texte: null, debut: null, fin: null }, 'non précisée'],
  ])('%#', (periode, mots) => {
    expect(formatPeriode(periode)).toBe(mots)
  })
})
