import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReunion, evaluateRegle, evaluateRegles } from '@/lib/gouvernance/frequence/rules/evaluation'
import type { PeriodeFrequence, RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { addDays, addMonths, addYears, boundsContaining } from '@/lib/platform/dates'
import { PATIENT, RUNS, runsOf } from '@/tests/unit/runs'
import { BAUX, COPIL, COTECH, GROUPE_PROJET, annulee, fr, prevue, regle, reunion } from './cas'

/** Conventions as they are written: some years, from any day. */
const premierJour = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2022-01-01', n))
const periode = fc.constantFrom<PeriodeFrequence>(
  'MOIS',
  'BIMESTRE',
  'TRIMESTRE',
  'SEMESTRE',
  'AN_CIVIL',
  'AN_CONVENTION',
)
const PAR_AN: Record<PeriodeFrequence, number> = {
  MOIS: 12,
  BIMESTRE: 6,
  TRIMESTRE: 4,
  SEMESTRE: 2,
  AN_CIVIL: 1,
  AN_CONVENTION: 1,
  CONVENTION: 1,
}
const auMoins = (minimum: number, p: PeriodeFrequence, champs: Partial<RegleFrequence> = {}) =>
  regle({ mode: 'MINIMUM', minimum, periode: p, ...champs })
const dues = (
  regles: readonly RegleFrequence[],
  convention: { debut: string; fin: string },
  reunions: ReunionRegle[] = [],
) => evaluateRegles({ regles, reunions, convention, today: '2021-01-01' }).periodes.map(({ requis }) => requis ?? 0)
const total = (nombres: readonly number[]) => nombres.reduce((somme, nombre) => somme + nombre, 0)
const durer = (debut: string, annees: number) => ({ debut, fin: addDays(addYears(debut, annees), -1) })

describe('what a convention promises over its life', PATIENT, () => {
  it('is owed whole for whole years, whatever the day it starts', () => {
    fc.assert(
      fc.property(
        premierJour,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 6 }),
        periode,
        (debut, annees, minimum, p) => {
          fc.pre(!debut.endsWith('-02-29'))
          expect(total(dues([auMoins(minimum, p)], durer(debut, annees)))).toBe(minimum * annees * PAR_AN[p])
        },
      ),
      RUNS,
    )
  })
  it('is owed to the nearest meeting for any length, and never falls to nothing', () => {
    fc.assert(
      fc.property(
        premierJour,
        fc.integer({ min: 1, max: 1900 }),
        fc.integer({ min: 1, max: 6 }),
        periode,
        (debut, jours, minimum, p) => {
          const obtenu = total(dues([auMoins(minimum, p)], { debut, fin: addDays(debut, jours) }))
          expect(obtenu).toBeGreaterThan(0)
          // A day is at most a twenty-eighth of a month more, or less, than the thirty-first it is counted for.
          const exact = (minimum * PAR_AN[p] * (jours + 1)) / 365.25
          expect(Math.abs(obtenu - exact)).toBeLessThanOrEqual(Math.max(1, 0.5 + (minimum * PAR_AN[p] * 4) / 365))
        },
      ),
      RUNS,
    )
  })
  it('is the same when a change that changes nothing cuts a period in two, and owed by no more than a full one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1824 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom<PeriodeFrequence>(
          'MOIS',
          'BIMESTRE',
          'TRIMESTRE',
          'SEMESTRE',
          'AN_CIVIL',
          'AN_CONVENTION',
          'CONVENTION',
        ),
        (jours, minimum, p) => {
          const date = addDays(BAUX.debut, jours)
          const r = auMoins(minimum, p)
          const parts = dues(
            [
              { ...r, fin: addDays(date, -1) },
              { ...r, debut: date },
            ],
            BAUX,
          )
          expect(total(parts)).toBe(total(dues([r], BAUX)))
          for (const part of parts) expect(part).toBeLessThanOrEqual(minimum)
        },
      ),
      RUNS,
    )
  })
  it('is left as it is by an exception in a short period: it asks its own figure, whole', () => {
    fc.assert(
      fc.property(
        premierJour,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 6 }),
        (debut, minimum, autre) => {
          const convention = durer(debut, 4)
          const annee = Number(debut.slice(0, 4))
          const exceptions = [{ annee, minimum: autre, maximum: null }]
          expect(dues([auMoins(minimum, 'AN_CIVIL', { exceptions })], convention)[0]).toBe(autre)
        },
      ),
      RUNS,
    )
  })
  it('is met by a meeting in either of the short periods that share it', () => {
    fc.assert(
      fc.property(premierJour, (debut) => {
        const convention = durer(debut, 4)
        fc.pre(!debut.endsWith('-01-01'))
        const lire = (...dates: string[]) =>
          evaluateRegle({
            regle: COPIL,
            reunions: dates.map((date) => reunion(date)),
            convention,
            today: addDays(convention.fin, 1),
          })
        const pleines = [1, 2, 3].map((n) => `${Number(debut.slice(0, 4)) + n}-06-15`)
        const due = lire().periodes.findIndex(({ requis, incomplete }) => incomplete && requis === 1)
        expect(lire(...pleines).defautsPasses).toBe(1)
        expect(lire(...pleines, convention.fin).defautsPasses).toBe(due === 0 ? 1 : 0)
        expect(lire(...pleines, convention.debut).defautsPasses).toBe(0)
      }),
      runsOf(200),
    )
  })

  it.each([
    ['2026-01-02', '2030-12-31', 1, [1, 1, 1, 1, 1]],
    ['2026-09-01', '2030-08-31', 1, [0, 1, 1, 1, 1]],
    ['2023-12-15', '2027-12-14', 2, [0, 2, 2, 2, 2]],
    ['2019-12-31', '2024-12-31', 1, [0, 1, 1, 1, 1, 1]],
    ['2026-03-01', '2030-02-28', 1, [1, 1, 1, 1, 0]],
    ['2026-03-01', '2026-06-30', 1, [1]],
    ['2026-11-01', '2027-02-28', 1, [0, 1]],
    ['2026-07-05', '2030-01-10', 1, [1, 1, 1, 1, 0]],
  ])('from %s to %s, %i a year', (debut, fin, minimum, attendu) => {
    expect(dues([auMoins(minimum, 'AN_CIVIL')], { debut, fin })).toEqual(attendu)
  })
  it('stays whole in a year that a change of rule cuts, and is due in what follows', () => {
    const coupe = [
      { ...COPIL, fin: '2027-06-30' },
      { ...COPIL, debut: '2027-07-01' },
    ]
    expect(dues(coupe, BAUX)).toEqual([1, 0, 1, 1, 1, 1])
    const { periodes } = evaluateRegles({
      regles: coupe,
      reunions: [reunion('2027-03-01')],
      convention: BAUX,
      today: '2028-01-15',
    })
    expect(
      periodes.slice(1, 3).map(({ etat, requis, reportees, raison }) => ({ etat, requis, reportees, raison })),
    ).toEqual([
      {
        etat: 'RESPECTEE',
        requis: 0,
        reportees: 0,
        raison: fr(
          '1 réunion tenue du 1er janvier au 30 juin 2027, aucune n’était exigée ; période incomplète, 181 jours sur 365, minimum ramené de 1 à 0, le reste compté avec la période qui suit.',
        ),
      },
      {
        etat: 'RESPECTEE',
        requis: 0,
        reportees: 1,
        raison: fr(
          'Aucune réunion tenue du 1er juillet au 31 décembre 2027, aucune n’était exigée ; période incomplète, 184 jours sur 365, comptée avec celle du 1er janvier au 30 juin 2027 : 1 réunion due en tout, 1 ici ; 1 réunion tenue dans une période incomplète d’avant compte ici.',
        ),
      },
    ])
  })
  it('says where the share of the first period went, and that an exception asks its figure whole', () => {
    const convention = { debut: '2026-09-01', fin: '2030-08-31' }
    const lire = (r: RegleFrequence) => evaluateRegle({ regle: r, reunions: [], convention, today: '2026-10-01' })
    expect(lire(COPIL).phrase).toBe(
      fr(
        'Aucune réunion tenue du 1er septembre au 31 décembre 2026, aucune n’est exigée ; période incomplète, 122 jours sur 365, minimum ramené de 1 à 0, le reste compté avec la dernière période de la convention.',
      ),
    )
    expect(
      lire({ ...COPIL, exceptions: [{ annee: 2026, minimum: 1, maximum: null, motif: 'année du diagnostic' }] }).phrase,
    ).toBe(
      fr(
        'Aucune réunion tenue du 1er septembre au 31 décembre 2026 sur 1 demandée : 1 réunion à planifier d’ici le 31 décembre 2026 ; période incomplète, 122 jours sur 365, sans réduction ; exception de 2026 (année du diagnostic).',
      ),
    )
  })
  it('keeps the meeting that a short period owes from being cancelled, unless one was held in the other', () => {
    const convention = { debut: '2026-09-01', fin: '2030-08-31' }
    const visee = prevue('2030-05-05')
    const annuler = (...autres: ReunionRegle[]) =>
      checkReunion({
        operation: 'ANNULER',
        reunion: visee,
        regle: COPIL,
        reunions: [...autres, visee],
        convention,
        today: '2030-02-02',
      })
    expect(annuler()).toMatchObject({ code: 'MINIMUM_IMPOSSIBLE' })
    expect(annuler(reunion('2026-10-10'))).toEqual({ ok: true, avertissements: [] })
  })
})

/** Days of the convention, one by one. */
const joursDe = ({ debut, fin }: { debut: string; fin: string }) => {
  const jours = [debut]
  for (let jour = debut; jour < fin; ) jours.push((jour = addDays(jour, 1)))
  return jours
}
/** The nth given weekday of a month. */
function niemeJour(mois: string, rang: number, jourDeSemaine: number): string {
  const premier = new Date(`${mois}T00:00:00Z`).getUTCDay()
  return addDays(mois, ((jourDeSemaine - premier + 7) % 7) + 7 * (rang - 1))
}

describe('a mean, for a group that meets as it should', PATIENT, () => {
  const mois = Array.from({ length: 60 }, (_, n) => addMonths('2026-01-01', n))
  const jamaisRouge = (dates: readonly string[], retard: number) => {
    for (const today of joursDe(BAUX).filter((_, n) => n % 3 === 0 || dates.includes(addDays('2026-01-01', n)))) {
      const reunions = dates.map(
        (date, id): ReunionRegle => ({
          id,
          date,
          etat: date < addDays(today, -retard) ? 'TENUE' : 'PREVUE',
          groupe: null,
          derogation: false,
        }),
      )
      const { etat, defautsPasses } = evaluateRegle({ regle: GROUPE_PROJET, reunions, convention: BAUX, today })
      if (etat === 'EN_DEFAUT' || etat === 'A_PLANIFIER' || defautsPasses > 0) throw new Error(`${etat} on ${today}`)
    }
  }
  it('is never in default, on a fixed day of the month, however late its meetings are declared', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 20 }), (jour, retard) =>
        jamaisRouge(
          mois.map((premier) => addDays(premier, jour)),
          retard,
        ),
      ),
      runsOf(12),
    )
  })
  it('nor on a fixed weekday, like the third Tuesday, or on the last day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 3 }),
        (rang, semaine, retard) =>
          jamaisRouge(
            mois.map((premier) => niemeJour(premier, rang, semaine)),
            retard,
          ),
      ),
      runsOf(12),
    )
    jamaisRouge(
      mois.map((premier) => boundsContaining(premier, 'MOIS').fin),
      0,
    )
  })
  it('is behind again when what is planned within the month does not restore it', () => {
    const douze = Array.from({ length: 12 }, (_, n) => reunion(addMonths('2026-01-15', n)))
    const lire = (today: string, ...autres: ReunionRegle[]) =>
      evaluateRegle({ regle: GROUPE_PROJET, reunions: [...douze, ...autres], convention: BAUX, today })
    expect(lire('2027-01-15', prevue('2027-01-15')).etat).toBe('PLANIFIEE')
    expect(lire('2027-01-16', prevue('2027-01-15'))).toMatchObject({
      etat: 'A_DECLARER',
      phrase: fr(
        '11 réunions tenues du 17 janvier 2026 au 16 janvier 2027 sur 12 attendues en moyenne : 1 réunion passée à déclarer tenue ou annulée.',
      ),
    })
    expect(lire('2027-01-16', annulee('2027-01-15')).etat).toBe('EN_DEFAUT')
    expect(lire('2027-01-16', prevue('2027-02-20')).etat).toBe('EN_DEFAUT')
    expect(lire('2027-01-16', annulee('2027-01-15'), prevue('2027-01-30')).etat).toBe('PLANIFIEE')
  })
})

describe('a meeting that nobody declared', PATIENT, () => {
  const lire = (today: string, ...reunions: ReunionRegle[]) =>
    evaluateRegle({ regle: COPIL, reunions, convention: BAUX, today })
  it('is to declare before the year it was planned in is in default', () => {
    const [premiere] = lire('2027-01-01', prevue('2026-12-31')).periodes
    expect(premiere).toMatchObject({
      etat: 'A_DECLARER',
      raison: fr('Aucune réunion tenue en 2026 sur 1 demandée : 1 réunion passée à déclarer tenue ou annulée.'),
    })
    expect(lire('2027-01-01', prevue('2026-12-31'))).toMatchObject({ defautsPasses: 0 })
    expect(lire('2027-01-01', prevue('2026-12-31')).phrase).toContain('1 période passée à déclarer')
    expect(lire('2027-01-01', annulee('2026-12-31')).periodes[0]?.etat).toBe('EN_DEFAUT')
    expect(lire('2027-01-01', reunion('2026-12-31')).periodes[0]?.etat).toBe('RESPECTEE')
  })
  it('changes no verdict that does not depend on it', () => {
    expect(lire('2026-11-15', prevue('2026-03-01'), prevue('2026-12-01')).etat).toBe('PLANIFIEE')
    expect(lire('2026-11-15', prevue('2026-03-01'), reunion('2026-04-01')).etat).toBe('RESPECTEE')
    const deux = { ...COPIL, minimum: 2 }
    expect(
      evaluateRegle({ regle: deux, reunions: [prevue('2026-03-01')], convention: BAUX, today: '2027-02-01' })
        .periodes[0]?.etat,
    ).toBe('EN_DEFAUT')
    expect(
      evaluateRegle({
        regle: { ...deux, minimum: 3 },
        reunions: [prevue('2026-03-01')],
        convention: BAUX,
        today: '2026-11-01',
      }).phrase,
    ).toContain('2 réunions à planifier')
  })
  it('never lies beside a default that its answer could lift', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            date: fc.integer({ min: 0, max: 1825 }).map((n) => addDays(BAUX.debut, n)),
            etat: fc.constantFrom('PREVUE', 'TENUE', 'ANNULEE' as const),
          }),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(COPIL, COTECH, GROUPE_PROJET),
        fc.integer({ min: 0, max: 1825 }).map((n) => addDays(BAUX.debut, n)),
        (liste, minimum, modele, today) => {
          const reunions = liste.map((r, id): ReunionRegle => ({ ...r, id, groupe: null, derogation: false }))
          const r = modele.mode === 'MOYENNE' ? modele : { ...modele, minimum, maximum: null }
          const lues = (parmi: readonly ReunionRegle[]) =>
            evaluateRegle({ regle: r, reunions: parmi, convention: BAUX, today }).periodes
          const declarees = lues(
            reunions.map((une) => (une.etat === 'PREVUE' && une.date < today ? { ...une, etat: 'TENUE' } : une)),
          )
          lues(reunions).forEach((p, rang) => {
            if (p.etat === 'EN_DEFAUT') expect(declarees[rang]?.etat).toBe('EN_DEFAUT')
          })
        },
      ),
      RUNS,
    )
  })
})

describe('what was held before the signature', () => {
  it('counts, and says so', () => {
    const convention = { debut: '2022-01-01', fin: '2025-12-31' }
    const lire = (avantSignature: boolean) =>
      evaluateRegle({
        regle: COPIL,
        reunions: [reunion('2022-03-10', { avantSignature })],
        convention,
        today: '2022-12-01',
      })
    expect(lire(true)).toMatchObject({
      etat: 'RESPECTEE',
      phrase: fr(
        '1 réunion tenue en 2022 sur 1 demandée : la fréquence est respectée ; 1 réunion tenue avant la signature de la convention, et comptée.',
      ),
    })
    expect(lire(false).phrase).not.toContain('signature')
  })
})

describe('a short period', () => {
  it('is named by its own days, the last of a convention year as well', () => {
    const convention = { debut: '2022-10-31', fin: '2025-12-31' }
    const { periodes } = evaluateRegle({
      regle: auMoins(1, 'AN_CONVENTION'),
      reunions: [],
      convention,
      today: '2026-02-01',
    })
    expect(periodes.at(-1)?.raison).toContain('du 31 octobre au 31 décembre 2025')
  })
})
