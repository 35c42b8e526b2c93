import { describe, expect, it } from 'vitest'
import { computeRegleApplicable, evaluateRegle, evaluateRegles } from '@/lib/gouvernance/frequence/rules/evaluation'
import type {
  DatesConvention,
  PeriodeFrequence,
  RegleFrequence,
  ReunionRegle,
} from '@/lib/gouvernance/frequence/rules/evaluation'
import { BAUX, COPIL, COTECH, GROUPE_PROJET, INCONNUES, annulee, fr, prevue, regle, reunion } from './cas'

const lire = (r: RegleFrequence, reunions: ReunionRegle[], today: string, convention: DatesConvention = BAUX) =>
  evaluateRegle({ regle: r, reunions, convention, today })
const bornes = (r: RegleFrequence, reunions: ReunionRegle[], today: string, convention: DatesConvention) =>
  lire(r, reunions, today, convention).periodes.map(({ debut, fin }) => `${debut} ${fin}`)
const minimum = (nombre: number, periode: PeriodeFrequence, champs: Partial<RegleFrequence> = {}) =>
  regle({ mode: 'MINIMUM', minimum: nombre, periode, ...champs })

describe('first and last periods', () => {
  // Châtellerault: signed on the last day of 2019.
  const CHATELLERAULT = { debut: '2019-12-31', fin: '2024-12-31' }

  it('owe nothing when they are too short, and say so', () => {
    const premiere = lire(minimum(1, 'AN_CIVIL'), [], '2020-02-01', CHATELLERAULT).periodes[0]
    expect(premiere).toMatchObject({
      debut: '2019-12-31',
      fin: '2019-12-31',
      etat: 'RESPECTEE',
      requis: 0,
      incomplete: true,
      raison: fr(
        'Aucune réunion tenue le 31 décembre 2019, aucune n’était exigée ; période incomplète, 1 jour sur 365, minimum ramené de 1 à 0.',
      ),
    })
  })
  it('share what they owe, never above the full figure', () => {
    const convention = { debut: '2026-10-01', fin: '2028-06-30' }
    const { periodes } = lire(minimum(4, 'AN_CIVIL'), [], '2026-11-15', convention)
    expect(periodes.map(({ requis, incomplete }) => [requis, incomplete])).toEqual([
      [1, true],
      [4, false],
      [2, true],
    ])
    expect(periodes[0]?.raison).toBe(
      fr(
        'Aucune réunion tenue du 1er octobre au 31 décembre 2026 sur 1 demandée : 1 réunion à planifier d’ici le 31 décembre 2026 ; période incomplète, 92 jours sur 365, minimum ramené de 4 à 1.',
      ),
    )
    expect(periodes[2]?.raison).toBe(
      fr(
        '2 réunions demandées du 1er janvier au 30 juin 2028, aucune prévue : 2 réunions à planifier d’ici le 30 juin 2028 ; période incomplète, 182 jours sur 366, comptée avec celle du 1er octobre au 31 décembre 2026 : 3 réunions dues en tout, 2 ici.',
      ),
    )
  })
  it('owe one meeting of a promise at least, however short the convention', () => {
    expect(
      lire(minimum(2, 'AN_CIVIL'), [], '2028-07-05', { debut: '2028-07-01', fin: '2028-12-30' }).courante?.requis,
    ).toBe(1)
    expect(
      lire(minimum(2, 'AN_CIVIL'), [], '2028-07-05', { debut: '2028-07-02', fin: '2028-07-30' }).courante?.requis,
    ).toBe(1)
  })
  it('keep their maximum whole: sharing never forbids', () => {
    expect(
      lire(COTECH, [reunion('2026-12-02'), reunion('2026-12-09')], '2026-12-15', {
        debut: '2026-12-01',
        fin: '2027-12-31',
      }),
    ).toMatchObject({
      etat: 'RESPECTEE',
      courante: { requis: 0, maximum: 2, tenues: 2 },
      phrase: fr(
        '2 réunions tenues du 1er au 31 décembre 2026, aucune n’est exigée ; période incomplète, 31 jours sur 365, minimum ramené de 1 à 0.',
      ),
    })
  })
  it('say they are incomplete even when nothing is taken off', () => {
    const presque = lire(minimum(0, 'AN_CIVIL', { maximum: 3 }), [], '2026-02-15', {
      debut: '2026-02-01',
      fin: '2026-12-31',
    })
    expect(presque.phrase).toBe(
      fr(
        'Aucune réunion tenue du 1er février au 31 décembre 2026, aucune n’est exigée ; période incomplète, 334 jours sur 365.',
      ),
    )
  })
  it('count the months of a mean that are whole', () => {
    const { periodes } = lire(GROUPE_PROJET, [], '2030-11-15', { debut: '2026-03-15', fin: '2027-02-27' })
    expect(periodes.map(({ requis, etat }) => [requis, etat])).toEqual([
      [9, 'EN_DEFAUT'],
      [1, 'EN_DEFAUT'],
    ])
  })
})

describe('units of time', () => {
  const convention = { debut: '2025-05-20', fin: '2026-02-10' }
  it.each<[PeriodeFrequence, string[]]>([
    ['TRIMESTRE', ['2025-05-20 2025-06-30', '2025-07-01 2025-09-30', '2025-10-01 2025-12-31', '2026-01-01 2026-02-10']],
    ['SEMESTRE', ['2025-05-20 2025-06-30', '2025-07-01 2025-12-31', '2026-01-01 2026-02-10']],
    [
      'BIMESTRE',
      [
        '2025-05-20 2025-06-30',
        '2025-07-01 2025-08-31',
        '2025-09-01 2025-10-31',
        '2025-11-01 2025-12-31',
        '2026-01-01 2026-02-10',
      ],
    ],
    ['AN_CIVIL', ['2025-05-20 2025-12-31', '2026-01-01 2026-02-10']],
    ['AN_CONVENTION', ['2025-05-20 2026-02-10']],
    ['CONVENTION', ['2025-05-20 2026-02-10']],
  ])('cuts by %s', (periode, attendu) => {
    expect(bornes(minimum(1, periode), [], '2025-09-09', convention)).toEqual(attendu)
  })
  it('cuts by month, a leap February being a full month', () => {
    const { periodes } = lire(minimum(1, 'MOIS'), [], '2024-02-10', { debut: '2024-01-31', fin: '2024-03-31' })
    expect(periodes.map(({ debut, fin, requis, incomplete }) => [debut, fin, requis, incomplete])).toEqual([
      ['2024-01-31', '2024-01-31', 0, true],
      ['2024-02-01', '2024-02-29', 1, false],
      ['2024-03-01', '2024-03-31', 1, false],
    ])
  })
  it('follows the anniversaries of a convention that starts on a leap day', () => {
    expect(bornes(minimum(1, 'AN_CONVENTION'), [], '2025-01-01', { debut: '2024-02-29', fin: '2028-03-15' })).toEqual([
      '2024-02-29 2025-02-27',
      '2025-02-28 2026-02-27',
      '2026-02-28 2027-02-27',
      '2027-02-28 2028-02-28',
      '2028-02-29 2028-03-15',
    ])
  })
  it.each<[PeriodeFrequence, string]>([
    ['MOIS', 'en août 2026'],
    ['BIMESTRE', 'en juillet-août 2026'],
    ['TRIMESTRE', 'au 3e trimestre 2026'],
    ['SEMESTRE', 'au 2e semestre 2026'],
    ['AN_CIVIL', 'en 2026'],
    ['AN_CONVENTION', 'du 1er janvier au 31 décembre 2026'],
    ['CONVENTION', 'sur la durée de la convention'],
  ])('names a period by %s', (periode, mots) => {
    expect(lire(minimum(1, periode), [reunion('2026-08-04')], '2026-08-05').phrase.replace(/ ; .*/, '.')).toContain(
      `1 réunion tenue ${mots} sur 1 demandée`,
    )
  })
  it('names first quarters and half-years', () => {
    expect(lire(minimum(1, 'TRIMESTRE'), [], '2026-02-05').phrase).toContain('au 1er trimestre 2026')
    expect(lire(minimum(1, 'TRIMESTRE'), [], '2026-12-05').phrase).toContain('au 4e trimestre 2026')
    expect(lire(minimum(1, 'SEMESTRE'), [], '2026-02-05').phrase).toContain('au 1er semestre 2026')
  })
})

describe('unknown dates', () => {
  it('evaluates the civil year of today and those that hold meetings, in order', () => {
    const reunions = [reunion('2026-05-05'), reunion('2022-05-05'), annulee('2019-05-05'), prevue('2028-01-01')]
    expect(bornes(COPIL, reunions, '2024-03-03', INCONNUES)).toEqual([
      '2022-01-01 2022-12-31',
      '2024-01-01 2024-12-31',
      '2026-01-01 2026-12-31',
      '2028-01-01 2028-12-31',
    ])
  })
  it('goes from the known start to today, not beyond', () => {
    expect(bornes(COPIL, [], '2024-03-03', { debut: '2022-07-01', fin: null })).toEqual([
      '2022-07-01 2022-12-31',
      '2023-01-01 2023-12-31',
      '2024-01-01 2024-12-31',
    ])
    expect(bornes(COPIL, [], '2024-03-03', { debut: '2025-07-01', fin: null })).toEqual(['2025-07-01 2025-12-31'])
  })
  it('goes from today to the known end, not before', () => {
    expect(bornes(COPIL, [], '2024-03-03', { debut: null, fin: '2025-06-30' })).toEqual([
      '2024-01-01 2024-12-31',
      '2025-01-01 2025-06-30',
    ])
    expect(bornes(COPIL, [], '2026-03-03', { debut: null, fin: '2025-06-30' })).toEqual(['2025-01-01 2025-06-30'])
  })
  it('reads convention years without a start as civil years', () => {
    expect(bornes(minimum(1, 'AN_CONVENTION'), [], '2024-03-03', INCONNUES)).toEqual(['2024-01-01 2024-12-31'])
    expect(
      bornes(minimum(1, 'AN_CONVENTION'), [prevue('2025-07-02')], '2024-03-03', { debut: '2023-07-01', fin: null }),
    ).toEqual(['2023-07-01 2024-06-30', '2024-07-01 2025-06-30', '2025-07-01 2026-06-30'])
  })
  it('reads a figure for the whole convention without ever closing it', () => {
    expect(bornes(minimum(3, 'CONVENTION'), [reunion('2022-05-05')], '2024-03-03', INCONNUES)).toEqual([
      '2022-01-01 2024-12-31',
    ])
    expect(
      bornes(minimum(3, 'CONVENTION'), [prevue('2026-05-05')], '2024-03-03', { debut: '2023-07-01', fin: null }),
    ).toEqual(['2023-07-01 2026-12-31'])
    expect(bornes(minimum(3, 'CONVENTION'), [], '2024-03-03', { debut: null, fin: '2026-06-30' })).toEqual([
      '2024-01-01 2026-06-30',
    ])
  })
  it('does not spread a mean over years nothing is known of', () => {
    const lecture = lire(GROUPE_PROJET, [reunion('2020-05-05')], '2024-03-31', INCONNUES)
    expect(lecture.courante).toMatchObject({
      requis: 3,
      fenetre: { debut: '2024-01-01', fin: '2024-03-31' },
      etat: 'A_PLANIFIER',
    })
    const suivie = lire(GROUPE_PROJET, [reunion('2023-12-31')], '2024-03-31', INCONNUES)
    expect(suivie.courante).toMatchObject({
      requis: 12,
      tenues: 1,
      fenetre: { debut: '2023-04-01', fin: '2024-03-31' },
      etat: 'EN_DEFAUT',
    })
  })
})

describe('a rule that changes', () => {
  const avant = { ...COPIL, fin: '2027-06-30' }
  const apres = regle({ mode: 'MINIMUM', minimum: 2, periode: 'SEMESTRE', debut: '2027-07-01' })
  const lireDeux = (today: string, regles = [avant, apres]) =>
    evaluateRegles({ regles, reunions: [reunion('2026-05-05'), reunion('2027-09-09')], convention: BAUX, today })

  it('never rewrites the past', () => {
    const { periodes, etat, courante, defautsPasses } = lireDeux('2028-02-01')
    expect(periodes.slice(0, 4).map(({ debut, fin, requis, etat: e }) => [debut, fin, requis, e])).toEqual([
      ['2026-01-01', '2026-12-31', 1, 'RESPECTEE'],
      ['2027-01-01', '2027-06-30', 1, 'EN_DEFAUT'],
      ['2027-07-01', '2027-12-31', 2, 'EN_DEFAUT'],
      ['2028-01-01', '2028-06-30', 2, 'A_PLANIFIER'],
    ])
    expect([etat, courante?.requis, defautsPasses]).toEqual(['A_PLANIFIER', 2, 2])
  })
  it('is the one in force on the day', () => {
    expect(computeRegleApplicable([avant, apres], '2027-06-30')).toBe(avant)
    expect(computeRegleApplicable([avant, apres], '2027-07-01')).toBe(apres)
    expect(computeRegleApplicable([avant], '2027-07-01')).toBeNull()
    expect(computeRegleApplicable([], '2027-07-01')).toBeNull()
    // Two rules that both cover a day: the latest to start.
    expect(computeRegleApplicable([apres, COPIL], '2027-07-01')).toBe(apres)
    expect(computeRegleApplicable([COPIL, apres], '2027-07-01')).toBe(apres)
    expect(computeRegleApplicable([COPIL, COTECH], '2027-07-01')).toBe(COPIL)
    expect(lireDeux('2027-06-30', [apres, avant]).courante?.fin).toBe('2027-06-30')
    expect(lireDeux('2028-02-01', [apres, avant]).periodes[0]?.debut).toBe('2026-01-01')
  })
  it('shows the last rule once none is in force', () => {
    expect(evaluateRegles({ regles: [avant], reunions: [], convention: BAUX, today: '2028-01-01' })).toMatchObject({
      etat: 'EN_DEFAUT',
      courante: null,
      periodes: [{}, {}],
    })
  })
  it('says when it never meets the convention', () => {
    expect(lire({ ...COPIL, debut: '2031-01-01' }, [], '2026-11-15')).toMatchObject({
      etat: 'SANS_REGLE',
      periodes: [],
      phrase: 'La règle ne s’applique à aucune période de la convention.',
    })
  })
})

describe('exceptions', () => {
  const exceptions = [
    { annee: 2027, minimum: 0, maximum: null },
    { annee: 2028, minimum: 3, maximum: 5 },
  ]
  it('replace only the figures they state, in their year', () => {
    const { periodes } = lire({ ...COTECH, exceptions }, [], '2026-11-15')
    expect(periodes.map(({ requis, maximum }) => [requis, maximum])).toEqual([
      [1, 2],
      [0, 2],
      [3, 5],
      [1, 2],
      [1, 2],
    ])
    expect(periodes[1]?.raison).toBe(fr('Aucune réunion exigée en 2027 ; exception de 2027.'))
  })
  it('bear on the year in which a convention year begins', () => {
    const { periodes } = lire(minimum(1, 'AN_CONVENTION', { exceptions }), [], '2026-11-15', {
      debut: '2026-09-01',
      fin: '2029-08-31',
    })
    expect(periodes.map(({ requis }) => requis)).toEqual([1, 0, 3])
  })
  it('do not bear on the convention as a whole', () => {
    expect(
      lire(minimum(4, 'CONVENTION', { exceptions: [{ annee: 2026, minimum: 9, maximum: null }] }), [], '2026-11-15')
        .courante?.requis,
    ).toBe(4)
  })
  it('leave other years without a figure alone', () => {
    const { periodes } = lire(
      regle({ mode: 'MINIMUM', exceptions: [{ annee: 2027, minimum: 1, maximum: null }] }),
      [],
      '2026-11-15',
    )
    expect(periodes.slice(0, 2).map(({ etat }) => etat)).toEqual(['SANS_REGLE', 'A_PLANIFIER'])
    expect(periodes[0]).toMatchObject({
      requis: null,
      raison: 'Aucune réunion tenue en 2026, sans fréquence à respecter.',
    })
  })
  it('a maximum alone asks nothing', () => {
    const plafond = regle({ mode: 'FOURCHETTE', maximum: 1 })
    expect(lire(plafond, [], '2027-11-15')).toMatchObject({
      etat: 'RESPECTEE',
      defautsPasses: 0,
      echeance: null,
      courante: { requis: null },
    })
    expect(lire(plafond, [reunion('2027-02-02'), reunion('2027-03-03')], '2027-11-15').etat).toBe('DEPASSEE')
  })
})

describe('means in other units', () => {
  it.each<[PeriodeFrequence, number, number]>([
    ['MOIS', 1, 7],
    ['BIMESTRE', 1, 3],
    ['TRIMESTRE', 1, 2],
    ['SEMESTRE', 1, 1],
    ['AN_CIVIL', 6, 3],
    ['AN_CONVENTION', 6, 3],
    ['MOIS', 1.5, 10],
    ['CONVENTION', 60, 7],
  ])('by %s, %d: %d expected after seven months', (periode, moyenne, attendu) => {
    expect(lire(regle({ mode: 'MOYENNE', moyenne, periode }), [], '2026-07-31').courante?.requis).toBe(attendu)
  })
  it('is drawn by convention years when it speaks of them', () => {
    expect(
      bornes(regle({ mode: 'MOYENNE', moyenne: 6, periode: 'AN_CONVENTION' }), [], '2026-07-31', {
        debut: '2026-04-01',
        fin: '2028-03-31',
      }),
    ).toEqual(['2026-04-01 2027-03-31', '2027-04-01 2028-03-31'])
  })
  it('cannot be judged over a convention of unknown length', () => {
    expect(
      lire(regle({ mode: 'MOYENNE', moyenne: 6, periode: 'CONVENTION' }), [], '2026-07-31', {
        debut: '2026-01-01',
        fin: null,
      }),
    ).toMatchObject({
      etat: 'SANS_REGLE',
      phrase: fr('La durée sur laquelle porte la moyenne n’est pas connue ; dates de la convention non connues.'),
    })
    expect(
      lire(regle({ mode: 'MOYENNE', moyenne: 6, periode: 'CONVENTION' }), [], '2026-07-31', {
        debut: null,
        fin: '2027-12-31',
      }).periodes.map(({ etat, requis }) => [etat, requis]),
    ).toEqual([
      ['SANS_REGLE', null],
      ['SANS_REGLE', null],
    ])
  })
  it('is due again when the oldest needed meeting leaves the sliding year, unless the convention ends first', () => {
    const trimestrielle = regle({ mode: 'MOYENNE', moyenne: 1, periode: 'TRIMESTRE' })
    const cinq = ['2026-09-01', '2026-06-01', '2026-02-10', '2026-03-20', '2026-12-01'].map((date) => reunion(date))
    expect(lire(trimestrielle, [...cinq, annulee('2026-01-20'), prevue('2026-01-20')], '2027-01-15').echeance).toBe(
      '2027-03-20',
    )
    expect(lire(trimestrielle, cinq, '2027-01-15', { debut: '2026-01-01', fin: '2027-03-19' }).echeance).toBeNull()
    expect(lire(trimestrielle, cinq, '2027-01-15', { debut: '2026-01-01', fin: '2027-03-20' }).echeance).toBe(
      '2027-03-20',
    )
    // Ahead of the whole year within the first year.
    expect(lire(trimestrielle, cinq.slice(0, 4), '2026-11-15').echeance).toBe('2027-02-10')
    // One ahead: the second quarter's is held, the third is due by the end of September.
    expect(lire(trimestrielle, cinq.slice(2, 4), '2026-04-15').echeance).toBe('2026-09-30')
    expect(lire(regle({ mode: 'MOYENNE', moyenne: 0 }), cinq, '2027-01-15').courante?.echeance).toBeNull()
  })
})
