import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReunion, evaluateRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import type {
  EtatFrequence,
  OperationReunion,
  PeriodeFrequence,
  RegleFrequence,
  ReunionRegle,
} from '@/lib/gouvernance/frequence/rules/evaluation'
import { addDays, addMonths, addYears, daysBetween } from '@/lib/platform/dates'
import { intervalle, jour } from '@/tests/unit/arbitraires'
import { PATIENT, RUNS } from '@/tests/unit/runs'
import { regle } from './cas'

const PERIODES: PeriodeFrequence[] = [
  'MOIS',
  'BIMESTRE',
  'TRIMESTRE',
  'SEMESTRE',
  'AN_CIVIL',
  'AN_CONVENTION',
  'CONVENTION',
]
const periode = fc.constantFrom(...PERIODES)
const etat = fc.constantFrom('PREVUE', 'TENUE', 'ANNULEE' as const)
const reunions = (quand = jour()): fc.Arbitrary<ReunionRegle[]> =>
  fc
    .array(
      fc.record({ date: quand, etat, groupe: fc.constantFrom(null, 'Jeunesse', 'Logement'), derogation: fc.boolean() }),
      { maxLength: 25 },
    )
    .map((liste) => liste.map((reunion, id) => ({ ...reunion, id })))
const nombre = fc.option(fc.integer({ min: 0, max: 6 }))
const date = fc.option(jour())

/** Any rule at all, sensible or not. */
const uneRegle: fc.Arbitrary<RegleFrequence> = fc.record({
  mode: fc.constantFrom('MINIMUM', 'FOURCHETTE', 'MOYENNE', 'SELON_BESOIN', 'NON_PRECISEE' as const),
  minimum: nombre,
  maximum: nombre,
  moyenne: nombre,
  periode: fc.option(periode),
  par: fc.constantFrom('INSTANCE', 'THEMATIQUE', 'COMMISSION', 'TERRITOIRE' as const),
  groupes: fc.subarray(['Jeunesse', 'Logement', 'Parentalité']),
  exceptions: fc.array(fc.record({ annee: fc.integer({ min: 2019, max: 2031 }), minimum: nombre, maximum: nombre }), {
    maxLength: 2,
  }),
  debut: date,
  fin: date,
  moments: fc.constant([]),
  evenement: fc.constant(null),
  aConfirmer: fc.boolean(),
  source: fc.constant(null),
})
const auMoins: fc.Arbitrary<RegleFrequence> = fc
  .record({ minimum: fc.integer({ min: 0, max: 6 }), periode })
  .map(({ minimum, periode: p }) => regle({ mode: 'MINIMUM', minimum, periode: p }))
const GRAVITE: EtatFrequence[] = ['RESPECTEE', 'PLANIFIEE', 'A_DECLARER', 'A_PLANIFIER', 'EN_DEFAUT']

describe('whatever the rule, the meetings, the dates', PATIENT, () => {
  it('answers, with periods in order, each in its place in time', () => {
    fc.assert(
      fc.property(uneRegle, reunions(), date, date, jour(), (r, liste, debut, fin, today) => {
        const {
          periodes,
          courante,
          etat: actuel,
          phrase,
          defautsPasses,
        } = evaluateRegle({ regle: r, reunions: liste, convention: { debut, fin }, today })
        periodes.forEach((p, rang) => {
          expect(p.debut <= p.fin).toBe(true)
          expect(p.debut > (periodes[rang - 1]?.fin ?? '')).toBe(true)
          expect(p.debut >= (debut ?? '') && p.fin <= (fin ?? '9')).toBe(true)
          expect(p.debut >= (r.debut ?? '') && p.fin <= (r.fin ?? '9')).toBe(true)
          expect(p.temps).toBe(p.fin < today ? 'PASSEE' : p.debut > today ? 'A_VENIR' : 'EN_COURS')
          if (p.temps !== 'PASSEE' && r.mode !== 'MOYENNE') expect(p.etat).not.toBe('EN_DEFAUT')
          if (p.temps === 'PASSEE') expect(['A_PLANIFIER', 'PLANIFIEE']).not.toContain(p.etat)
          expect(p.raison).toMatch(/^[A-Z0-9].*[^.]\.$/)
        })
        expect(courante).toBe(periodes.find((p) => p.debut <= today && today <= p.fin) ?? null)
        expect(phrase.endsWith('.')).toBe(true)
        expect(defautsPasses).toBe(periodes.filter((p) => p.temps === 'PASSEE' && p.etat === 'EN_DEFAUT').length)
        if (periodes.length === 0) expect(actuel).toBe('SANS_REGLE')
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the meetings', () => {
    fc.assert(
      fc.property(
        uneRegle,
        reunions().chain((liste) =>
          fc.tuple(fc.constant(liste), fc.shuffledSubarray(liste, { minLength: liste.length })),
        ),
        date,
        date,
        jour(),
        (r, [a, b], debut, fin, today) => {
          const lire = (liste: ReunionRegle[]) =>
            evaluateRegle({ regle: r, reunions: liste, convention: { debut, fin }, today })
          expect(lire(b)).toEqual(lire(a))
        },
      ),
      RUNS,
    )
  })

  it('never counts a cancelled meeting', () => {
    fc.assert(
      fc.property(uneRegle, reunions(), date, date, jour(), (r, liste, debut, fin, today) => {
        const lire = (parmi: ReunionRegle[]) =>
          evaluateRegle({ regle: r, reunions: parmi, convention: { debut, fin }, today })
        expect(lire(liste)).toEqual(lire(liste.filter((reunion) => reunion.etat !== 'ANNULEE')))
      }),
      RUNS,
    )
  })

  it('covers a convention of known dates without a gap, and counts each held meeting once', () => {
    fc.assert(
      fc.property(auMoins, reunions(), intervalle(), jour(), (r, liste, convention, today) => {
        const { periodes } = evaluateRegle({ regle: r, reunions: liste, convention, today })
        expect([periodes[0]?.debut, periodes.at(-1)?.fin]).toEqual([convention.debut, convention.fin])
        periodes.slice(1).forEach((p, rang) => expect(p.debut).toBe(addDays(periodes[rang]?.fin ?? '', 1)))
        const tenues = liste.filter(
          (reunion) =>
            reunion.etat === 'TENUE' &&
            reunion.date <= today &&
            reunion.date >= convention.debut &&
            reunion.date <= convention.fin,
        )
        expect(periodes.reduce((somme, p) => somme + p.tenues, 0)).toBe(tenues.length)
      }),
      RUNS,
    )
  })
})

describe('a minimum', PATIENT, () => {
  it('is never asked for beyond the figure, and entirely of a full period', () => {
    fc.assert(
      fc.property(auMoins, intervalle(), jour(), (r, convention, today) => {
        const { periodes } = evaluateRegle({ regle: r, reunions: [], convention, today })
        periodes.forEach((p, rang) => {
          expect(p.requis).toBeLessThanOrEqual(r.minimum ?? 0)
          expect(p.requis).toBeGreaterThanOrEqual(0)
          if (!p.incomplete) expect(p.requis).toBe(r.minimum)
          // Only the first and the last can be short.
          if (rang > 0 && rang < periodes.length - 1) expect(p.incomplete).toBe(false)
        })
      }),
      RUNS,
    )
  })

  it('is never further away for one more held meeting', () => {
    fc.assert(
      fc.property(auMoins, reunions(), intervalle(), jour(), jour(), (r, liste, convention, today, quand) => {
        fc.pre(quand <= today)
        const lire = (parmi: ReunionRegle[]) =>
          evaluateRegle({ regle: r, reunions: parmi, convention, today }).periodes.map((p) => GRAVITE.indexOf(p.etat))
        const avant = lire(liste)
        lire([...liste, { id: 999, date: quand, etat: 'TENUE', groupe: null, derogation: false }]).forEach(
          (gravite, rang) => expect(gravite).toBeLessThanOrEqual(avant[rang] ?? -1),
        )
      }),
      RUNS,
    )
  })

  // Of the short ones, which of them owes the meeting they share may change with the figure: their sum never falls.
  it('is never nearer when it is raised', () => {
    fc.assert(
      fc.property(auMoins, reunions(), intervalle(), jour(), (r, liste, convention, today) => {
        const lire = (parmi: RegleFrequence) =>
          evaluateRegle({ regle: parmi, reunions: liste, convention, today }).periodes
        const somme = (periodes: ReturnType<typeof lire>) => periodes.reduce((n, { requis }) => n + (requis ?? 0), 0)
        const [avant, apres] = [lire(r), lire({ ...r, minimum: (r.minimum ?? 0) + 1 })]
        apres.forEach(({ etat: obtenu, incomplete }, rang) => {
          if (!incomplete)
            expect(GRAVITE.indexOf(obtenu)).toBeGreaterThanOrEqual(GRAVITE.indexOf(avant[rang]?.etat ?? 'EN_DEFAUT'))
        })
        expect(somme(apres)).toBeGreaterThanOrEqual(somme(avant))
      }),
      RUNS,
    )
  })

  it('is settled once its period is over', () => {
    fc.assert(
      fc.property(
        auMoins,
        reunions(),
        intervalle(),
        jour(),
        fc.integer({ min: 1, max: 900 }),
        (r, liste, convention, today, jours) => {
          const faites = liste.filter((reunion) => reunion.etat !== 'PREVUE' && reunion.date <= today)
          const lire = (quand: string) =>
            evaluateRegle({ regle: r, reunions: faites, convention, today: quand }).periodes
          const plusTard = lire(addDays(today, jours))
          lire(today).forEach((p, rang) => {
            if (p.temps === 'PASSEE') expect(plusTard[rang]).toEqual(p)
          })
        },
      ),
      RUNS,
    )
  })
})

describe('a mean', PATIENT, () => {
  const mensuelle = regle({ mode: 'MOYENNE', moyenne: 1, periode: 'MOIS' })
  it('asks twelve of any whole sliding year, leap days included, and its whole months before', () => {
    fc.assert(
      fc.property(intervalle(), jour(), (convention, today) => {
        const { courante } = evaluateRegle({ regle: mensuelle, reunions: [], convention, today })
        fc.pre(courante !== null)
        const entiere = today >= addDays(addYears(convention.debut, 1), -1)
        const mois = Array.from({ length: 12 }, (_, rang) => addMonths(convention.debut, rang + 1)).filter(
          (fin) => fin <= addDays(today, 1),
        ).length
        expect(courante?.requis).toBe(entiere ? 12 : mois)
        expect(courante?.fenetre.fin).toBe(today)
        expect(daysBetween(courante?.fenetre.debut ?? '', today)).toBeLessThanOrEqual(365)
      }),
      RUNS,
    )
  })
  it('is never further away for one more held meeting', () => {
    fc.assert(
      fc.property(
        periode,
        nombre,
        reunions(),
        intervalle(),
        jour(),
        jour(),
        (p, moyenne, liste, convention, today, quand) => {
          fc.pre(quand <= today)
          const r = regle({ mode: 'MOYENNE', moyenne, periode: p })
          const lire = (parmi: ReunionRegle[]) =>
            evaluateRegle({ regle: r, reunions: parmi, convention, today }).periodes.map((q) => GRAVITE.indexOf(q.etat))
          const avant = lire(liste)
          lire([...liste, { id: 999, date: quand, etat: 'TENUE', groupe: null, derogation: false }]).forEach(
            (gravite, rang) => expect(gravite).toBeLessThanOrEqual(avant[rang] ?? 9),
          )
        },
      ),
      RUNS,
    )
  })
  it('does not care which month of the sliding year a meeting was in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 14 }), (jours) => {
        const liste = jours.map(
          (n, id): ReunionRegle => ({
            id,
            date: addDays('2027-05-12', -n),
            etat: 'TENUE',
            groupe: null,
            derogation: false,
          }),
        )
        const { etat: obtenu } = evaluateRegle({
          regle: mensuelle,
          reunions: liste,
          convention: { debut: '2026-01-01', fin: '2030-12-31' },
          today: '2027-05-12',
        })
        expect(obtenu).toBe(jours.length >= 12 ? 'RESPECTEE' : 'EN_DEFAUT')
      }),
      RUNS,
    )
  })
})

describe('writing', PATIENT, () => {
  const convention = { debut: '2026-01-01', fin: '2027-12-31' }
  const geste = fc.record({
    operation: fc.constantFrom<OperationReunion>('PLANIFIER', 'TENIR', 'ANNULER'),
    cible: fc.nat({ max: 12 }),
    quand: fc.integer({ min: 0, max: 729 }).map((n) => addDays('2026-01-01', n)),
  })

  it('no sequence of accepted gestures exceeds a maximum, or gives up a minimum that was carried', () => {
    fc.assert(
      fc.property(
        fc.array(geste, { maxLength: 30 }),
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 0, max: 2 }),
        periode,
        fc.integer({ min: 0, max: 700 }),
        (gestes, minimum, marge, p, avance) => {
          const r = regle({ mode: 'FOURCHETTE', minimum, maximum: minimum + marge, periode: p })
          const today = addDays('2026-01-10', avance)
          let liste: ReunionRegle[] = []
          const lire = () => evaluateRegle({ regle: r, reunions: liste, convention, today }).periodes
          for (const { operation, cible, quand } of gestes) {
            const avant = lire()
            const ancienne = liste.find(({ id }) => id === cible)
            const reunion: ReunionRegle = {
              id: cible,
              date: quand,
              etat: 'PREVUE',
              groupe: null,
              derogation: false,
              ...(operation === 'PLANIFIER' && ancienne?.etat === 'PREVUE' ? {} : ancienne),
            }
            if (operation === 'ANNULER' && !ancienne) continue
            if (!checkReunion({ operation, reunion, regle: r, reunions: liste, convention, today }).ok) continue
            const apres = { PLANIFIER: 'PREVUE', TENIR: 'TENUE', ANNULER: 'ANNULEE' } as const
            liste = [...liste.filter(({ id }) => id !== cible), { ...reunion, etat: apres[operation] }]
            lire().forEach((periodeApres, rang) => {
              expect(periodeApres.etat).not.toBe('DEPASSEE')
              const porte = (q = avant[rang]) => (q?.tenues ?? 0) + (q?.prevues ?? 0) >= (q?.requis ?? 0)
              if (operation !== 'TENIR' && porte()) expect(porte(periodeApres)).toBe(true)
            })
          }
        },
      ),
      RUNS,
    )
  })

  it('a body without a rule refuses nothing inside the convention', () => {
    fc.assert(
      fc.property(
        reunions(),
        geste,
        fc.constantFrom('SELON_BESOIN', 'NON_PRECISEE' as const),
        nombre,
        nombre,
        (liste, { operation, quand }, mode, minimum, maximum) => {
          const verdict = checkReunion({
            operation,
            reunion: { id: 100, date: quand, etat: 'PREVUE', groupe: null, derogation: false },
            regle: regle({ mode, minimum, maximum }),
            reunions: liste,
            convention,
            today: '2027-12-31',
          })
          expect(verdict.ok).toBe(true)
        },
      ),
      RUNS,
    )
  })

  it('every refusal says what to do, and only calendar facts and closed meetings refuse a dérogation', () => {
    fc.assert(
      fc.property(
        uneRegle,
        reunions(),
        geste,
        etat,
        fc.boolean(),
        date,
        date,
        jour(),
        (r, liste, { operation, quand }, e, figee, debut, fin, today) => {
          const verdict = checkReunion({
            operation,
            reunion: { id: 3, date: quand, etat: e, groupe: null, derogation: false, figee },
            regle: r,
            reunions: liste,
            convention: { debut, fin },
            today,
          })
          if (verdict.ok) return
          expect(verdict.derogationPossible).toBe(
            ['MAXIMUM_DEPASSE', 'MINIMUM_IMPOSSIBLE', 'HORS_CONVENTION'].includes(verdict.code),
          )
          expect(verdict.message).toMatch(/[^.]\.$/)
          expect(verdict.message.includes('dérogation')).toBe(verdict.derogationPossible)
        },
      ),
      RUNS,
    )
  })
})
