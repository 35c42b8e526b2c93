import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, yearOf } from '@/lib/platform/dates'
import { checkReunion, evaluateRegle, formatRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { parseJourMois, toSaisieMoments } from '@/lib/gouvernance/frequence/rules/moments-saisie'
import { listPrecisions } from '@/lib/gouvernance/frequence/rules/regle-phrases'
import type { MomentFrequence, RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/types'
import { annulee, BAUX, fr, prevue, regle, reunion } from './cas'

/** Moments inside a period, and instances that prepare others (record 0052). */

const fenetre = (mots: string, du: string, au: string): MomentFrequence => ({ mots, du, au, avant: null })
const avant = (mots: string, ref: string, reunions: ReunionRegle[]): MomentFrequence => ({
  mots,
  du: null,
  au: null,
  avant: ref,
  reunions: reunions.map(({ date, etat }) => ({ date, etat })),
})
const TRIMESTRE = fenetre('au premier trimestre', '01-01', '03-31')

const cotech = (seminaire: ReunionRegle[], copil: ReunionRegle[]): RegleFrequence =>
  regle({
    mode: 'MINIMUM',
    minimum: 2,
    moments: [avant('préparation du séminaire', 'seminaire', seminaire), avant('préparation du COPIL', 'copil', copil)],
    source: '2 fois par an (préparation du séminaire et du COPIL)',
  })

const juge = (lue: RegleFrequence, reunions: ReunionRegle[], today: string) =>
  evaluateRegle({ regle: lue, reunions, convention: BAUX, today }).periodes.find(
    ({ debut }) => yearOf(debut) === yearOf(today),
  )
const sorts = (lue: RegleFrequence, reunions: ReunionRegle[], today: string) =>
  juge(lue, reunions, today)?.moments.map(({ sort }) => sort)

describe('an instance that prepares others', () => {
  const deux = [reunion('2026-01-05'), reunion('2026-01-06')]

  it('has prepared nothing while they plan nothing, and its meetings do not count yet', () => {
    const periode = juge(cotech([], []), deux, '2026-02-01')
    expect(periode?.moments.map(({ sort }) => sort)).toEqual(['SANS_OBJET', 'SANS_OBJET'])
    expect(periode?.etat).toBe('A_PLANIFIER')
    expect(periode?.raison).toContain(fr('« préparation du COPIL » : rien à préparer, aucune réunion prévue ni tenue'))
    expect(periode?.raison).toContain('2 réunions ne préparent rien encore')
  })

  it('counts each meeting for what it prepares, one for each', () => {
    const copil = [prevue('2026-06-10')]
    expect(sorts(cotech([], copil), deux, '2026-02-01')).toEqual(['TENU', 'SANS_OBJET'])
    expect(juge(cotech([], copil), deux, '2026-02-01')?.etat).toBe('A_PLANIFIER')
    const seminaire = [prevue('2026-11-03')]
    expect(juge(cotech(seminaire, copil), deux, '2026-02-01')?.etat).toBe('RESPECTEE')
    expect(sorts(cotech(seminaire, copil), deux.slice(1), '2026-02-01')).toEqual(['TENU', 'A_PLANIFIER'])
    expect(juge(cotech(seminaire, copil), deux.slice(1), '2026-02-01')?.echeance).toBe('2026-11-02')
  })

  it('misses what was held without it, whatever it holds afterwards', () => {
    const copil = [reunion('2026-06-10')]
    const tard = [reunion('2026-07-01'), reunion('2026-08-01')]
    expect(sorts(cotech([], copil), tard, '2026-09-01')).toEqual(['MANQUE', 'SANS_OBJET'])
    expect(juge(cotech([], copil), tard, '2026-09-01')?.etat).toBe('EN_DEFAUT')
    expect(juge(cotech([], copil), tard, '2026-09-01')?.raison).toContain('aucune réunion tenue avant le 10 juin 2026')
  })

  it('waits for the word on a meeting that is past, and forgets one that is cancelled', () => {
    expect(sorts(cotech([], [prevue('2026-06-10')]), [], '2026-09-01')).toEqual(['A_DECLARER', 'SANS_OBJET'])
    expect(sorts(cotech([], [annulee('2026-06-10')]), [], '2026-09-01')).toEqual(['SANS_OBJET', 'SANS_OBJET'])
  })

  it('is held to its figure alone once a year without them is over', () => {
    expect(juge(cotech([], []), deux, '2026-12-31')?.etat).toBe('A_PLANIFIER')
    const [annee] = evaluateRegle({
      regle: cotech([], []),
      reunions: deux,
      convention: BAUX,
      today: '2027-01-01',
    }).periodes
    expect(annee?.etat).toBe('RESPECTEE')
  })

  it('may prepare a meeting of January in December, and each of several apart', () => {
    const copil = [prevue('2027-01-15'), prevue('2027-06-15')]
    const siennes = [reunion('2026-12-10')]
    expect(sorts(cotech([], copil), siennes, '2027-01-02')).toEqual(['TENU', 'A_PLANIFIER', 'SANS_OBJET'])
  })
})

describe('a moment of the year', () => {
  const copil = regle({ mode: 'FOURCHETTE', minimum: 1, maximum: 1, moments: [TRIMESTRE] })

  it('is due before its last day, then missed, whatever the count', () => {
    expect(juge(copil, [], '2026-02-01')).toMatchObject({ etat: 'A_PLANIFIER', echeance: '2026-03-31' })
    expect(juge(copil, [prevue('2026-03-10')], '2026-02-01')).toMatchObject({ etat: 'PLANIFIEE' })
    expect(juge(copil, [reunion('2026-03-10')], '2026-03-31')).toMatchObject({ etat: 'RESPECTEE' })
    expect(juge(copil, [reunion('2026-06-10')], '2026-07-01')).toMatchObject({ etat: 'EN_DEFAUT' })
    expect(juge(copil, [reunion('2026-06-10')], '2026-07-01')?.raison).toContain(
      fr('« au premier trimestre » : aucune réunion tenue avant le 1er avril 2026'),
    )
  })

  const plan = (date: string, reunions: ReunionRegle[]) =>
    checkReunion({
      operation: 'PLANIFIER',
      reunion: prevue(date, { id: 99 }),
      regle: copil,
      reunions,
      convention: BAUX,
      today: '2026-01-10',
    })

  it('is above the maximum, and nothing else is', () => {
    expect(plan('2026-02-10', [prevue('2026-06-10')]).ok).toBe(true)
    expect(plan('2026-09-10', [prevue('2026-06-10')])).toMatchObject({ ok: false, code: 'MAXIMUM_DEPASSE' })
    expect(plan('2026-02-20', [prevue('2026-02-10')])).toMatchObject({ ok: false, code: 'MAXIMUM_DEPASSE' })
  })

  it('is read back wherever the rule is', () => {
    expect(formatRegle(copil)).toBe('1 par an, au premier trimestre')
    expect(listPrecisions(copil)).toEqual([fr('Moment : « au premier trimestre », du 1er janvier au 31 mars')])
    expect(listPrecisions(cotech([], []))[0]).toContain(
      fr('Moment : « préparation du séminaire », avant chaque réunion'),
    )
  })

  it('is typed as people write a day, and comes back as it was', () => {
    for (const [saisi, lu] of [
      ['1/1', '01-01'],
      ['31/03', '03-31'],
      ['1er janvier', '01-01'],
      ['21 JUIN', '06-21'],
      ['29/2', '02-29'],
      ['31/2', null],
      ['été', null],
    ] as const)
      expect(parseJourMois(saisi), saisi).toBe(lu)
    expect(toSaisieMoments([TRIMESTRE])).toEqual([
      { mots: 'au premier trimestre', genre: 'FENETRE', du: '1er janvier', au: '31 mars', avant: '' },
    ])
  })
})

const jourMois = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((nombres) => nombres.map((nombre) => String(nombre).padStart(2, '0')).join('-'))
const moment = fc.record({ du: jourMois, au: jourMois }).map(({ du, au }) => fenetre('au moment dit', du, au))
const debuts = jourMois.map((jour) => `2026-${jour}`)
const dates = fc.integer({ min: 0, max: 365 * 5 }).map((jours) => addDays('2026-01-01', jours))
const reunions = fc
  .uniqueArray(fc.tuple(dates, fc.constantFrom('TENUE' as const, 'PREVUE' as const, 'ANNULEE' as const)), {
    maxLength: 14,
    selector: ([date]) => date,
  })
  .map((paires) => paires.map(([date, etat], rang) => reunion(date, { id: rang + 1, etat })))

describe('moments over the life of a convention', () => {
  it('are owed once a year: N years owe each N times, whatever the day they start and the days of the moment', () => {
    fc.assert(
      fc.property(
        debuts,
        moment,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('AN_CIVIL' as const, 'AN_CONVENTION' as const),
        (debut, dit, ans, periode) => {
          const convention = { debut, fin: addDays(addYears(debut, ans), -1) }
          const lue = regle({ mode: 'MINIMUM', minimum: 1, periode, moments: [dit] })
          const { periodes } = evaluateRegle({ regle: lue, reunions: [], convention, today: debut })
          expect(periodes.flatMap(({ moments }) => moments)).toHaveLength(ans)
        },
      ),
      { numRuns: 250 },
    )
  })

  it('are each filled by a meeting of its own, and more meetings never undo one', () => {
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 1, maxLength: 3 }),
        reunions,
        dates,
        dates,
        (dits, siennes, jour, today) => {
          const lue = regle({ mode: 'MINIMUM', minimum: 1, moments: dits })
          const tenus = (liste: ReunionRegle[]) =>
            evaluateRegle({ regle: lue, reunions: liste, convention: BAUX, today }).periodes.map(({ moments }) => {
              const avec = moments.filter(({ sort }) => sort === 'TENU')
              expect(new Set(avec.map((etat) => etat.reunion)).size).toBe(avec.length)
              return avec.length
            })
          const sans = tenus(siennes)
          const plus = tenus([...siennes.filter(({ date }) => date !== jour), reunion(jour, { id: 99 })])
          const deja = siennes.some(({ date, etat }) => date === jour && etat === 'TENUE')
          if (!deja) plus.forEach((nombre, rang) => expect(nombre).toBeGreaterThanOrEqual(sans[rang] ?? 0))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('are above the maximum: what is accepted without dérogation is never too much, and what fills one is accepted', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 2 }), fc.array(dates, { maxLength: 8 }), (dits, jours) => {
        const lue = regle({ mode: 'FOURCHETTE', minimum: 0, maximum: 1, moments: dits })
        const today = '2030-12-31'
        const tenues: ReunionRegle[] = []
        for (const [rang, date] of [...new Set(jours)].entries()) {
          const visee = prevue(date, { id: rang + 1 })
          const demande = { reunion: visee, regle: lue, reunions: tenues, convention: BAUX, today }
          const avant_ = evaluateRegle({ regle: lue, reunions: tenues, convention: BAUX, today })
          const verdict = checkReunion({ ...demande, operation: 'PLANIFIER' })
          const apres = evaluateRegle({
            regle: lue,
            reunions: [...tenues, { ...visee, etat: 'TENUE' }],
            convention: BAUX,
            today,
          })
          const remplis = (lues: typeof apres) =>
            lues.periodes.flatMap(({ moments }) => moments).filter(({ sort }) => sort === 'TENU').length
          if (remplis(apres) > remplis(avant_)) expect(verdict.ok, `${date} fills a moment`).toBe(true)
          if (verdict.ok) tenues.push({ ...visee, etat: 'TENUE' })
        }
        const { periodes } = evaluateRegle({ regle: lue, reunions: tenues, convention: BAUX, today })
        expect(periodes.filter(({ etat }) => etat === 'DEPASSEE')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('are told, each once, and a verdict never hides one that is missed', () => {
    fc.assert(
      fc.property(
        fc.array(moment, { minLength: 1, maxLength: 3 }),
        reunions,
        reunions,
        dates,
        (dits, siennes, copil, today) => {
          const lue = regle({
            mode: 'MINIMUM',
            minimum: 1,
            moments: [...dits, avant('avant le COPIL', 'copil', copil)],
          })
          for (const { etat, moments, raison } of evaluateRegle({
            regle: lue,
            reunions: siennes,
            convention: BAUX,
            today,
          }).periodes) {
            if (moments.some(({ sort }) => sort === 'MANQUE')) expect(etat).toBe('EN_DEFAUT')
            if (moments.some(({ sort }) => sort === 'A_PLANIFIER'))
              expect(['A_PLANIFIER', 'EN_DEFAUT', 'DEPASSEE']).toContain(etat)
            expect(raison.split(fr('« avant le COPIL »')).length - 1).toBe(
              moments.filter(({ mots }) => mots === 'avant le COPIL').length,
            )
            expect(raison).not.toMatch(/undefined|null|\d{4}-\d{2}/)
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
