import { describe, expect, it } from 'vitest'
import { computeAlerte } from '@/lib/pilotage/situation/rules/alerte'
import {
  computeDebutSuivi,
  computeEtatPeriode,
  computePhase,
  computeSuivi,
  formatPhase,
  type EtatSuivi,
  type PeriodeJugee,
} from '@/lib/convention/phase/rules/suivi'

const today = '2026-11-22'
const periode = (
  etat: PeriodeJugee['etat'],
  temps: PeriodeJugee['temps'],
  debut: string,
  fin: string,
): PeriodeJugee => ({
  etat,
  temps,
  debut,
  fin,
  fenetre: { debut, fin },
  ecoulee: false,
  raison: `Raison ${debut.slice(0, 4)}.`,
})

describe('where a convention stands', () => {
  it.each([
    ['2020-01-01', '2024-12-31', 'TERMINEE', 'convention terminée le 31 décembre 2024'],
    [null, '2024-12-31', 'TERMINEE', 'convention terminée le 31 décembre 2024'],
    ['2027-01-01', '2030-12-31', 'A_VENIR', 'convention à partir du 1er janvier 2027'],
    ['2027-01-01', null, 'A_VENIR', 'convention à partir du 1er janvier 2027'],
    ['2026-01-01', '2026-11-22', 'EN_COURS', 'convention en cours jusqu’au 22 novembre 2026'],
    ['2026-11-22', '2030-12-31', 'EN_COURS', 'convention en cours jusqu’au 31 décembre 2030'],
    ['2026-01-01', null, 'INCONNUE', 'convention en cours depuis le 1er janvier 2026, fin non connue'],
    [null, '2030-12-31', 'INCONNUE', 'convention en cours jusqu’au 31 décembre 2030, début non connu'],
    [null, null, 'INCONNUE', 'dates de la convention non connues'],
  ])('%s to %s: %s', (debut, fin, phase, mots) => {
    expect(computePhase({ debut, fin }, today)).toBe(phase)
    expect(formatPhase({ debut, fin }, today)).toBe(mots)
  })
})

describe('given a convention loaded without its life', () => {
  it('begins to be followed at its first meeting, whatever its state', () => {
    expect(computeDebutSuivi([], null)).toBeNull()
    expect(computeDebutSuivi(['2026-03-02', '2025-12-01', '2026-01-01'], null)).toBe('2025-12-01')
  })
  it('does not begin by a meeting held before the convention, under a dérogation', () => {
    expect(computeDebutSuivi(['2025-12-31', '2026-03-02', '2026-01-01'], '2026-01-01')).toBe('2026-01-01')
    expect(computeDebutSuivi(['2025-12-31'], '2026-01-01')).toBeNull()
  })

  it('when a period ended before, then nothing was recorded, and nobody is accused', () => {
    const passee = periode('EN_DEFAUT', 'PASSEE', '2025-01-01', '2025-12-31')
    expect(computeEtatPeriode(passee, null)).toBe('NON_ENREGISTREE')
    expect(computeEtatPeriode(passee, '2026-01-01')).toBe('NON_ENREGISTREE')
    expect(computeEtatPeriode(passee, '2025-12-31')).toBe('EN_DEFAUT')
  })

  it('when a mean looks back on time nobody recorded, then neither', () => {
    const moyenne = {
      ...periode('A_PLANIFIER', 'EN_COURS', '2026-01-01', '2026-12-31'),
      ecoulee: true,
      fenetre: { debut: '2026-01-01', fin: today },
    }
    expect(computeEtatPeriode(moyenne, null)).toBe('NON_ENREGISTREE')
    expect(computeEtatPeriode(moyenne, '2026-06-01')).toBe('A_PLANIFIER')
  })

  it('when it is the last day of a period, then that day is left to meet', () => {
    expect(computeEtatPeriode(periode('A_PLANIFIER', 'EN_COURS', '2026-01-01', today), null)).toBe('A_PLANIFIER')
  })

  it('when a period is still open, then what remains to plan is said', () => {
    expect(computeEtatPeriode(periode('A_PLANIFIER', 'EN_COURS', '2026-01-01', '2026-12-31'), null)).toBe('A_PLANIFIER')
    expect(computeEtatPeriode(periode('RESPECTEE', 'PASSEE', '2025-01-01', '2025-12-31'), null)).toBe('RESPECTEE')
  })
})

describe('the state of an instance now', () => {
  const passee = periode('EN_DEFAUT', 'PASSEE', '2025-01-01', '2025-12-31')
  const courante = periode('A_PLANIFIER', 'EN_COURS', '2026-01-01', '2026-12-31')
  const evaluation = (periodes: PeriodeJugee[], vue: PeriodeJugee | null) => ({
    etat: vue?.etat ?? ('SANS_REGLE' as const),
    periodes,
    courante: vue,
    phrase: 'Phrase de la règle.',
  })

  it('keeps the words of the rule when all was recorded', () => {
    expect(computeSuivi(evaluation([passee, courante], courante), '1 par an', '2025-01-10')).toEqual({
      etat: 'A_PLANIFIER',
      phrase: 'Phrase de la règle.',
    })
  })
  it('says that nothing was recorded before, instead of counting defaults', () => {
    expect(computeSuivi(evaluation([passee, courante], courante), '1 par an', null).phrase).toBe(
      'Raison 2026\u202F; aucune réunion enregistrée auparavant.',
    )
  })
  it('says what the convention foresees when the period in view was not recorded', () => {
    expect(computeSuivi(evaluation([passee], null), 'à minima 1 par an', null)).toEqual({
      etat: 'NON_ENREGISTREE',
      phrase: 'Aucune réunion enregistrée\u202F; la convention prévoit\u00A0: à minima 1 par an.',
    })
  })
  it('has no state without a rule', () => {
    expect(computeSuivi(evaluation([], null), 'non précisée', null)).toEqual({
      etat: 'SANS_REGLE',
      phrase: 'Phrase de la règle.',
    })
  })
})

describe('the alert of the side navigation', () => {
  const dates = { debut: '2026-01-01', fin: '2030-12-31' }
  const instances = (...etats: EtatSuivi[]) => etats.map((etat) => ({ etat }))
  it('counts what was missed, else what is to plan', () => {
    expect(computeAlerte(instances('EN_DEFAUT', 'A_PLANIFIER'), dates, today)).toEqual({
      gravite: 'RETARD',
      texte: '1 retard',
    })
    expect(computeAlerte(instances('EN_DEFAUT', 'EN_DEFAUT'), dates, today)?.texte).toBe('2 retards')
    expect(computeAlerte(instances('A_PLANIFIER', 'A_DECLARER'), dates, today)?.texte).toBe('1 à déclarer')
    expect(computeAlerte(instances('A_PLANIFIER', 'RESPECTEE'), dates, today)).toEqual({
      gravite: 'A_PLANIFIER',
      texte: '1 à tenir',
    })
    expect(computeAlerte(instances('RESPECTEE', 'NON_ENREGISTREE', 'DEPASSEE'), dates, today)).toBeNull()
  })
  it('is silent for a convention that is over, to come, or of unknown dates', () => {
    for (const autres of [
      { debut: '2020-01-01', fin: '2024-12-31' },
      { debut: '2027-01-01', fin: '2030-12-31' },
      { debut: null, fin: null },
    ])
      expect(computeAlerte(instances('EN_DEFAUT'), autres, today)).toBeNull()
  })
})
