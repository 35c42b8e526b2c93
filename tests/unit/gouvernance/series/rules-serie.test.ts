import { describe, expect, it } from 'vitest'
import { listFeries } from '@/lib/platform/feries'
import {
  computeJourDuMois,
  computeJourSemaine,
  listAvertissementsJour,
  listParticularites,
} from '@/lib/gouvernance/jours/rules/jours'
import { computeSerie, type DemandeSerie } from '@/lib/gouvernance/series/rules/dates'
import { formatRythme } from '@/lib/gouvernance/series/rules/phrases'
import { computeZone, formatInconnu, listVacances } from '@/lib/gouvernance/jours/rules/vacances'
import { ZONE_PAR_DEPARTEMENT } from '@/lib/gouvernance/jours/rules/vacances-connues'
import type { CalendrierJours, ChoixSerie, Rythme } from '@/lib/gouvernance/calendrier/types'
import { formatDate } from '@/lib/platform/dates'

const ANNEE = { debut: '2027-01-01', fin: '2027-12-31' }
const calendrier: CalendrierJours = {
  feries: listFeries({ premiere: 2026, derniere: 2028 }, ['13']),
  vacances: listVacances('B', ANNEE),
}
const CHOIX: ChoixSerie = { siFerme: 'SUIVANT', siVacances: 'GARDER', sansAout: false }

const serie = (rythme: Rythme, choix: Partial<ChoixSerie> = {}, reste: Partial<DemandeSerie> = {}) =>
  computeSerie({ rythme, ...ANNEE, calendrier, evenements: [], ...reste, choix: { ...CHOIX, ...choix } })
const dates = (...demande: Parameters<typeof serie>) => serie(...demande).dates.map(({ date }) => date)

describe('days', () => {
  it('knows the day of the week, before and after 1970', () => {
    for (const [date, mots] of [
      ['2027-03-02', 'mardi'],
      ['1999-12-31', 'vendredi'],
      ['1969-07-20', 'dimanche'],
      ['2000-02-29', 'mardi'],
    ] as const) {
      expect(formatDate(date).split(' ')[0]).toBe(mots)
      expect(
        ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'][computeJourSemaine(date) - 1],
      ).toBe(mots)
    }
  })
  it('finds the nth and the last weekday of a month', () => {
    expect(computeJourDuMois('2027-06-15', 1, 2)).toBe('2027-06-01')
    expect(computeJourDuMois('2027-06-15', 4, 2)).toBe('2027-06-22')
    expect(computeJourDuMois('2027-06-15', 'DERNIER', 2)).toBe('2027-06-29')
    expect(computeJourDuMois('2028-02-01', 'DERNIER', 2)).toBe('2028-02-29')
  })
})

describe('public holidays', () => {
  it('are those of 2024, moving feasts included, whatever the clocks do that night', () => {
    expect(listFeries({ premiere: 2024, derniere: 2024 }, ['13'])).toEqual({
      '2024-01-01': 'Jour de l’an',
      '2024-04-01': 'lundi de Pâques',
      '2024-05-01': 'Fête du travail',
      '2024-05-08': 'Victoire de 1945',
      '2024-05-09': 'Ascension',
      '2024-05-20': 'lundi de Pentecôte',
      '2024-07-14': 'Fête nationale',
      '2024-08-15': 'Assomption',
      '2024-11-01': 'Toussaint',
      '2024-11-11': 'Armistice de 1918',
      '2024-12-25': 'Noël',
    })
  })
  it('are two more in Alsace and Moselle', () => {
    const feries = listFeries({ premiere: 2027, derniere: 2027 }, ['67'])
    expect(feries).toMatchObject({ '2027-03-26': 'Vendredi saint', '2027-12-26': 'Saint-Étienne' })
    expect(Object.keys(feries)).toHaveLength(13)
  })
  it('names both feasts of one day', () => {
    // Ascension fell on 1 May in 2008.
    expect(listFeries({ premiere: 2008, derniere: 2008 }, [])['2008-05-01']).toBe('Fête du travail, Ascension')
  })
})

describe('school holidays', () => {
  it('gives each département of the mainland one zone, and none to the others', () => {
    expect(ZONE_PAR_DEPARTEMENT.size).toBe(94)
    expect([...ZONE_PAR_DEPARTEMENT.values()].filter((zone) => zone === 'A')).toHaveLength(32)
    expect(computeZone(['13'])).toMatchObject({ zone: 'B', phrase: 'zone B' })
    expect(computeZone(['26', '07'])).toMatchObject({ zone: 'A' })
    expect(computeZone(['26', '84']).phrase).toContain('plusieurs zones')
    expect(computeZone(['2A']).phrase).toContain('La Corse et les outre-mer')
    expect(computeZone([]).phrase).toContain('n’est pas connu')
  })
  it('says where the published calendar stops', () => {
    const zone = computeZone(['13'])
    expect(formatInconnu(zone, ANNEE)).toContain('pas encore publié après le 31 août 2027')
    expect(formatInconnu(zone, { debut: '2026-09-01', fin: '2027-06-30' })).toBeNull()
    expect(formatInconnu(zone, { debut: '2024-09-01', fin: '2027-06-30' })).toContain('d’avant le 1er septembre 2025')
  })
})

it('says what is worth knowing of a day, and nothing of an ordinary one', () => {
  const larges = { ...calendrier, vacances: listVacances('B', { debut: '2026-09-01', fin: '2027-12-31' }) }
  expect(listParticularites('2026-12-25', larges)).toEqual(['jour férié (Noël)', 'vacances de Noël'])
  expect(listAvertissementsJour('2026-12-25', larges)).toEqual([
    'Ce jour est férié\u00A0: Noël.',
    'Ce jour est pendant les vacances de Noël.',
  ])
  expect(listAvertissementsJour('2027-03-13', larges)).toEqual(['Ce jour tombe un week-end.'])
  expect(listAvertissementsJour('2027-03-16', larges)).toEqual([])
})

describe('a series', () => {
  it('is the first Tuesday of each month', () => {
    expect(dates({ genre: 'MENSUEL_JOUR', rang: 1, jour: 2 })).toEqual([
      '2027-01-05',
      '2027-02-02',
      '2027-03-02',
      '2027-04-06',
      '2027-05-04',
      '2027-06-01',
      '2027-07-06',
      '2027-08-03',
      '2027-09-07',
      '2027-10-05',
      '2027-11-02',
      '2027-12-07',
    ])
  })
  it('is a day of the month, or the last one, moved off week-ends without leaving the month', () => {
    expect(dates({ genre: 'MENSUEL_DATE', quantieme: 31 })).toEqual([
      // 31 January is a Sunday: the next open day would be in February.
      '2027-01-29',
      '2027-02-26',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
      '2027-07-30',
      '2027-08-31',
      '2027-09-30',
      '2027-10-29',
      '2027-11-30',
      '2027-12-31',
    ])
  })
  it('moves off a public holiday to the next or previous open day, leaves it out, or keeps it: as chosen, and says so', () => {
    const mai = { debut: '2027-05-01', fin: '2027-05-31' }
    // The first Thursday of May 2027 is Ascension.
    const rythme: Rythme = { genre: 'MENSUEL_JOUR', rang: 1, jour: 4 }
    expect(serie(rythme, {}, mai).dates).toEqual([
      {
        date: '2027-05-07',
        prevue: '2027-05-06',
        motif: 'déplacée\u00A0: le jeudi 6 mai 2027 tombe un jour férié (Ascension)',
      },
    ])
    expect(dates(rythme, { siFerme: 'PRECEDENT' }, mai)).toEqual(['2027-05-05'])
    expect(serie(rythme, { siFerme: 'OTER' }, mai)).toEqual({
      dates: [],
      ecartees: [{ prevue: '2027-05-06', motif: 'tombe un jour férié (Ascension)' }],
    })
    expect(dates(rythme, { siFerme: 'GARDER' }, mai)).toEqual(['2027-05-06'])
  })
  it('goes round school holidays by whole weeks inside the month, or leaves them out', () => {
    const rythme: Rythme = { genre: 'MENSUEL_JOUR', rang: 4, jour: 2 }
    const fevrier = { debut: '2027-02-01', fin: '2027-02-28' }
    expect(serie(rythme, { siVacances: 'DECALER' }, fevrier).dates).toEqual([
      {
        date: '2027-02-16',
        prevue: '2027-02-23',
        motif: 'déplacée\u00A0: le mardi 23 février 2027 tombe pendant les vacances d’hiver',
      },
    ])
    expect(serie(rythme, { siVacances: 'OTER' }, fevrier).ecartees).toEqual([
      { prevue: '2027-02-23', motif: 'tombe pendant les vacances d’hiver' },
    ])
    expect(serie(rythme, { sansAout: true }).ecartees).toEqual([{ prevue: '2027-08-24', motif: 'tombe en août' }])
  })
  it('is twice a month, or every second week', () => {
    expect(
      dates({ genre: 'DEUX_PAR_MOIS', rangs: [1, 3], jour: 1 }, {}, { debut: '2027-03-01', fin: '2027-04-30' }),
    ).toEqual(['2027-03-01', '2027-03-15', '2027-04-05', '2027-04-19'])
    expect(dates({ genre: 'QUINZAINE', jour: 5 }, {}, { debut: '2027-03-02', fin: '2027-04-10' })).toEqual([
      '2027-03-05',
      '2027-03-19',
      '2027-04-02',
    ])
  })
  it('is every three months, from the first month that still has its day', () => {
    expect(dates({ genre: 'TRIMESTRIEL', rang: 2, jour: 2 }, {}, { debut: '2027-01-20', fin: '2027-12-31' })).toEqual([
      '2027-02-09',
      '2027-05-11',
      '2027-08-10',
      '2027-11-09',
    ])
  })
  it('is three weeks before each COPIL, and never nearer', () => {
    const evenements = ['2027-01-12', '2027-06-15', '2027-12-02']
    const rythme: Rythme = { genre: 'AVANT_INSTANCE', jours: 21 }
    expect(serie(rythme, {}, { evenements })).toEqual({
      dates: [
        { date: '2027-05-25', prevue: '2027-05-25', motif: null },
        // Armistice day: the day before, not the day after.
        {
          date: '2027-11-10',
          prevue: '2027-11-11',
          motif: 'déplacée\u00A0: le jeudi 11 novembre 2027 tombe un jour férié (Armistice de 1918)',
        },
      ],
      ecartees: [{ prevue: '2026-12-22', motif: 'est avant le début de la série' }],
    })
  })
  it('leaves out a second date that falls on the same day', () => {
    const { dates: gardees, ecartees } = serie(
      { genre: 'AVANT_INSTANCE', jours: 7 },
      {},
      { evenements: ['2027-03-08', '2027-03-07'] },
    )
    expect(gardees.map(({ date }) => date)).toEqual(['2027-02-26', '2027-03-01'])
    expect(ecartees).toEqual([])
    expect(
      serie({ genre: 'AVANT_INSTANCE', jours: 7 }, {}, { evenements: ['2027-03-06', '2027-03-07'] }).ecartees,
    ).toEqual([{ prevue: '2027-02-28', motif: 'tombe le même jour qu’une autre date de la série' }])
  })
})

it('says its rhythm in words', () => {
  expect(formatRythme({ genre: 'MENSUEL_JOUR', rang: 1, jour: 2 }, null)).toBe('le premier mardi de chaque mois')
  expect(formatRythme({ genre: 'MENSUEL_DATE', quantieme: 1 }, null)).toBe('le 1er de chaque mois')
  expect(formatRythme({ genre: 'MENSUEL_DATE', quantieme: 31 }, null)).toBe(
    'le 31 de chaque mois (ou son dernier jour)',
  )
  expect(formatRythme({ genre: 'DEUX_PAR_MOIS', rangs: [1, 'DERNIER'], jour: 4 }, null)).toBe(
    'les premier et dernier jeudis de chaque mois',
  )
  expect(formatRythme({ genre: 'QUINZAINE', jour: 1 }, null)).toBe('un lundi sur deux')
  expect(formatRythme({ genre: 'TRIMESTRIEL', rang: 'DERNIER', jour: 5 }, null)).toBe(
    'le dernier vendredi, tous les trois mois',
  )
  expect(formatRythme({ genre: 'AVANT_INSTANCE', jours: 21 }, 'Comité de pilotage')).toBe(
    '3 semaines avant chaque réunion\u00A0: Comité de pilotage',
  )
  expect(formatRythme({ genre: 'AVANT_INSTANCE', jours: 10 }, 'COPIL')).toBe(
    '10 jours avant chaque réunion\u00A0: COPIL',
  )
})
