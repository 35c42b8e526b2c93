import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMoyennes,
  AUCUNE_PART,
  checkParts,
  computeEtpPart,
  computeTemps,
  computeTotauxAfas,
  formatPart,
  formatPartSaisie,
  parsePart,
  sumParts,
  TOUT,
  type PartsAfas,
} from '@/lib/cooperation/afas/rules/parts'
import type { OccupationPoste } from '@/lib/cooperation/postes/rules/pourvu'
import { computeMoyenne, roundMoyenne } from '@/lib/cooperation/postes/rules/effectif'
import { CODES_THEMES } from '@/lib/cooperation/schemas/words'
import { yearBounds } from '@/lib/platform/dates'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const occupation = (part: Partial<OccupationPoste> = {}): OccupationPoste => ({
  id: 1,
  charge: 1,
  quotite: 70,
  debut: '2026-01-01',
  fin: null,
  remplace: null,
  absences: [],
  ...part,
})
const quatre: PartsAfas = {
  ...AUCUNE_PART,
  PETITE_ENFANCE: 4000,
  ENFANCE_JEUNESSE: 3000,
  PARENTALITE: 2000,
  DROITS_VIE_SOCIALE: 1000,
}

/** Five parts that make the whole. */
const parts: fc.Arbitrary<PartsAfas> = fc
  .array(fc.integer({ min: 0, max: TOUT }), { minLength: 4, maxLength: 4 })
  .map((coupes) => {
    const bornes = [0, ...coupes.sort((a, b) => a - b), TOUT]
    const largeur = (i: number): number => (bornes[i + 1] ?? 0) - (bornes[i] ?? 0)
    return {
      PETITE_ENFANCE: largeur(0),
      ENFANCE_JEUNESSE: largeur(1),
      PARENTALITE: largeur(2),
      DROITS_VIE_SOCIALE: largeur(3),
      GLOBAL: largeur(4),
    }
  })

describe('given a percentage as people type it', () => {
  it.each([
    ['12,5', 1250],
    ['12.5', 1250],
    [' 40 % ', 4000],
    ['100', TOUT],
    ['', 0],
    ['0,01', 1],
    ['33 , 33', 3333],
  ])('when %j is read, then it is exact', (texte, part) => {
    expect(parsePart(texte)).toEqual({ ok: true, part })
  })
  it.each([
    ['-5', 'négative'],
    ['12,345', '12,34'],
    ['100,01', '0 à 100'],
    ['douze', 'douze'],
    ['1e2', '1e2'],
    [',5', 'n’est pas'],
  ])('when %j is read, then a sentence says what to write', (texte, mots) => {
    expect(parsePart(texte)).toMatchObject({ ok: false, message: expect.stringContaining(mots) })
  })
  it('then what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TOUT }), (part) => {
        expect(parsePart(formatPartSaisie(part))).toEqual({ ok: true, part })
      }),
      RUNS,
    )
    expect(formatPart(1250)).toBe('12,5\u202F%')
  })
})

describe('given the parts of somebody’s time', () => {
  it('then the whole is said, and what is missing or too much', () => {
    expect(checkParts(quatre)).toMatchObject({ ok: true, somme: TOUT })
    expect(checkParts({ ...quatre, PETITE_ENFANCE: 3500 })).toMatchObject({
      ok: false,
      phrase: 'Le total fait 95\u202F%\u00A0: il reste 5\u202F% à répartir.',
    })
    expect(checkParts({ ...quatre, GLOBAL: 500 })).toMatchObject({
      ok: false,
      somme: 10_500,
      phrase: 'Le total fait 105\u202F%\u00A0: retirez 5\u202F%.',
    })
  })
  it(
    'then the ETP of the themes add up to the person’s time exactly, whatever the parts',
    () => {
      fc.assert(
        fc.property(parts, fc.integer({ min: 0, max: 36_600 }), (siennes, centiemesJours) => {
          const temps = { centiemesJours, jours: 366 }
          const somme = addMoyennes(CODES_THEMES.map((code) => computeEtpPart(temps, siennes[code])))
          expect(sumParts(siennes)).toBe(TOUT)
          expect(somme).toEqual({ centiemesJours: centiemesJours * TOUT, jours: 366 * TOUT })
          expect(roundMoyenne(somme)).toBe(roundMoyenne(temps))
        }),
        RUNS,
      )
    },
    PATIENT.timeout,
  )
  it('then totals add people, never roundings, and never years', () => {
    const temps = { centiemesJours: 1 * 365, jours: 365 }
    const tiers: PartsAfas = { ...AUCUNE_PART, PETITE_ENFANCE: 4000, GLOBAL: 6000 }
    expect(roundMoyenne(computeEtpPart(temps, 4000))).toBe(0)
    expect(
      roundMoyenne(
        computeTotauxAfas([
          { temps, parts: tiers },
          { temps, parts: tiers },
        ]).PETITE_ENFANCE,
      ),
    ).toBe(1)
    expect(computeTotauxAfas([]).GLOBAL.centiemesJours).toBe(0)
    expect(() =>
      computeTotauxAfas([
        { temps, parts: tiers },
        { temps: { centiemesJours: 366, jours: 366 }, parts: tiers },
      ]),
    ).toThrow(RangeError)
  })
  it('then half a hundredth is rounded up', () => {
    expect(roundMoyenne(computeEtpPart({ centiemesJours: 30 * 365, jours: 365 }, 5500))).toBe(17)
  })
})

describe('given the occupations of a person in a year', () => {
  it('then the mean is over the whole year, and absences are taken away from what there is to share out', () => {
    const { enPoste, present } = computeTemps(
      [occupation({ debut: '2026-07-02', absences: [{ debut: '2026-12-01', fin: null }] })],
      2026,
    )
    expect(enPoste).toEqual({ centiemesJours: 70 * 183, jours: 365 })
    expect(present).toEqual({ centiemesJours: 70 * 152, jours: 365 })
    expect(computeTemps([], 2028).present).toEqual({ centiemesJours: 0, jours: 366 })
  })
  it('then whoever stands in counts for themself: together they make what is present on the post', () => {
    const titulaire = occupation({ absences: [{ debut: '2026-03-01', fin: '2026-06-30' }] })
    const relais = occupation({ id: 2, charge: 2, quotite: 50, debut: '2026-04-01', fin: '2026-06-30', remplace: 1 })
    const poste = computeMoyenne({ quotite: 70, occupations: [titulaire, relais] }, yearBounds(2026))
    const somme =
      computeTemps([titulaire], 2026).present.centiemesJours + computeTemps([relais], 2026).present.centiemesJours
    expect(somme).toBe(poste.present.centiemesJours)
  })
})
