import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/dates'
import { isJourOuvre } from '@/lib/pilotage/veille/read/jours-ouvres'
import {
  computeDus,
  computeJourSemaine,
  computeProchain,
  formatFrequence,
  isDu,
  LIGNES,
  LIGNES_PAR_CONVENTION,
  selectNouvelles,
  type Reglage,
} from '@/lib/pilotage/veille/rules/envoi'
import type { Gravite, Signal } from '@/lib/pilotage/veille/rules/signaux'

const du = (reglage: Reglage, today: string) => isDu(reglage, today, isJourOuvre)
const HEBDO: Reglage = { frequence: 'HEBDOMADAIRE', jour: 1 }

describe('open days', () => {
  it('are neither week-ends nor the public holidays of the whole country', () => {
    for (const ferie of [
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-11-11',
      '2026-12-25',
      '2027-03-29',
      '2026-08-16',
      '2026-08-15',
    ]) {
      expect(isJourOuvre(ferie), ferie).toBe(false)
    }
    for (const ouvre of [
      '2026-01-02',
      '2026-04-03',
      '2026-04-07',
      '2026-05-15',
      '2026-12-24',
      '2026-12-28',
      '2028-12-26',
    ])
      expect(isJourOuvre(ouvre), ouvre).toBe(true)
  })

  it('count the days of the week as everybody', () => {
    expect(['2026-12-07', '2026-12-13', '2024-02-29', '1999-12-31'].map(computeJourSemaine)).toEqual([1, 7, 4, 5])
  })
})

describe('when a message is due', () => {
  it('leaves on the chosen day, or on the next open one', () => {
    expect(du(HEBDO, '2026-12-07')).toBe(true)
    expect(du(HEBDO, '2026-12-08')).toBe(false)
    expect(du(HEBDO, '2027-03-29')).toBe(false) // Easter Monday
    expect(du(HEBDO, '2027-03-30')).toBe(true)
    expect(du({ frequence: 'HEBDOMADAIRE', jour: 5 }, '2026-05-04')).toBe(true) // Friday 1 May
    expect(du({ frequence: 'MENSUELLE', jour: 1 }, '2026-08-03')).toBe(true) // 1 August is a Saturday
    expect(du({ frequence: 'MENSUELLE', jour: 1 }, '2026-08-04')).toBe(false)
    expect(du({ frequence: 'QUOTIDIENNE', jour: 1 }, '2026-12-25')).toBe(false)
    expect(du({ frequence: 'JAMAIS', jour: 1 }, '2026-12-07')).toBe(false)
  })

  it('comes exactly once a week, and once a month, over ten years; never on a closed day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 520 }), fc.integer({ min: 1, max: 5 }), (semaine, jour) => {
        const choisi = addDays('2025-01-06', semaine * 7 + jour - 1)
        const suivants = Array.from({ length: 10 }, (_, i) => addDays(choisi, i))
        const ouvert = suivants.find(isJourOuvre)
        expect(ouvert && du({ frequence: 'HEBDOMADAIRE', jour }, ouvert)).toBe(true)
        for (const date of suivants)
          if (!isJourOuvre(date))
            expect(computeDus(date, isJourOuvre)).toEqual({ quotidienne: false, jours: [], mensuelle: false })
      }),
    )
    for (let mois = 0; mois < 120; mois += 1) {
      const debut = `${2025 + Math.floor(mois / 12)}-${String((mois % 12) + 1).padStart(2, '0')}-01`
      const jours = Array.from({ length: 28 }, (_, i) => addDays(debut, i)).filter((date) =>
        du({ frequence: 'MENSUELLE', jour: 1 }, date),
      )
      expect(jours).toHaveLength(1)
    }
  })

  it('says the next one', () => {
    expect(computeProchain(HEBDO, '2026-12-07', isJourOuvre)).toBe('2026-12-14')
    expect(computeProchain({ frequence: 'QUOTIDIENNE', jour: 1 }, '2026-12-24', isJourOuvre)).toBe('2026-12-28')
    expect(computeProchain({ frequence: 'MENSUELLE', jour: 1 }, '2026-12-01', isJourOuvre)).toBe('2027-01-04')
    expect(computeProchain({ frequence: 'JAMAIS', jour: 1 }, '2026-12-07', isJourOuvre)).toBeNull()
    expect(
      [HEBDO, { frequence: 'QUOTIDIENNE', jour: 1 } as const, { frequence: 'JAMAIS', jour: 1 } as const].map(
        formatFrequence,
      ),
    ).toEqual(['chaque lundi', 'chaque jour ouvré', 'jamais'])
  })
})

describe('what a message holds', () => {
  const signal = (cle: string, gravite: Gravite): Signal => ({
    cle,
    gravite,
    sujet: 'S',
    objet: cle,
    phrase: 'p',
    echeance: null,
    href: '/',
    lecteurs: ['COORDINATION'],
    fiche: null,
  })
  const nouvelle = (id: number, nombre: number, gravite: Gravite = 'A_FAIRE') => ({
    convention: { id, slug: `c${id}`, nom: `C${id}` },
    signaux: Array.from({ length: nombre }, (_, i) => signal(`${gravite}${i}`, gravite)),
  })

  it('is the gravest first, a few lines for each convention, and says how many are left', () => {
    const [seule] = selectNouvelles([nouvelle(1, LIGNES_PAR_CONVENTION + 3)])
    expect([seule?.signaux.length, seule?.reste]).toEqual([LIGNES_PAR_CONVENTION, 3])
    const toutes = selectNouvelles([
      ...Array.from({ length: 8 }, (_, i) => nouvelle(i + 1, 10)),
      nouvelle(99, 2, 'RETARD'),
      nouvelle(100, 0),
    ])
    expect(toutes.reduce((somme, { signaux }) => somme + signaux.length, 0)).toBe(LIGNES)
    expect(toutes.find(({ convention }) => convention.id === 99)?.signaux).toHaveLength(2)
    expect(toutes.some(({ convention }) => convention.id === 100)).toBe(false)
  })
})
