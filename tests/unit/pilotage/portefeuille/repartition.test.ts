import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computePart,
  computeRepartitions,
  type ConventionRepartie,
  type Repartition,
} from '@/lib/pilotage/portefeuille/rules/repartition'
import { addDays } from '@/lib/platform/dates'
import { fr } from '@/tests/support/typographie'
import { RUNS } from '../../runs'

const TODAY = '2026-11-30'
const convention = (nom: string, fin: string | null, realisees: number, fiches: number): ConventionRepartie => ({
  slug: nom,
  nom,
  fin,
  fiches,
  realisees,
  aTraiter: false,
})
const tell = ({ tranches }: Repartition) =>
  Object.fromEntries(tranches.map(({ libelle, conventions }) => [libelle, conventions.map(({ nom }) => nom).join('')]))

describe('how conventions are spread', () => {
  const [fins, avancement] = computeRepartitions(
    [
      convention('b', '2028-12-31', 10, 10),
      convention('a', '2028-06-30', 1, 300),
      convention('c', '2025-12-31', 0, 4),
      convention('d', null, 0, 0),
      convention('e', '2026-12-31', 299, 300),
    ],
    TODAY,
  )

  it('shows each year from the first to the last, the empty one too, and those without a date', () => {
    expect(fins && tell(fins)).toEqual({ 2025: 'c', 2026: 'e', 2027: '', 2028: 'ab', 'Sans date': 'd' })
    expect(fins?.phrase).toBe(
      fr('Fin de 5 conventions : 1 déjà terminée, 1 en 2026, 2 en 2028 et 1 sans date de fin connue.'),
    )
  })

  it('never rounds up to done, nor down to nothing', () => {
    expect(avancement && tell(avancement)).toEqual({
      [fr('0 %')]: 'c',
      [fr('1 à 24 %')]: 'a',
      [fr('25 à 49 %')]: '',
      [fr('50 à 74 %')]: '',
      [fr('75 à 99 %')]: 'e',
      [fr('100 %')]: 'b',
      'Sans action': 'd',
    })
    expect(avancement?.phrase).toBe(
      fr(
        'La moitié des actions ou plus est réalisée dans 2 conventions sur 5 ; aucune ne l’est dans 1 ; 1 sans action enregistrée.',
      ),
    )
  })

  it('puts each convention in exactly one band of each spread', () => {
    const arbitraire = fc
      .record({
        fin: fc.option(fc.nat({ max: 6000 }).map((jours) => addDays('2018-01-01', jours))),
        fiches: fc.nat({ max: 400 }),
        part: fc.nat({ max: 400 }),
      })
      .map(({ fin, fiches, part }) => ({ fin, fiches, realisees: Math.min(part, fiches) }))
    fc.assert(
      fc.property(fc.array(arbitraire, { minLength: 1, maxLength: 40 }), (tirees) => {
        const conventions = tirees.map(({ fin, fiches, realisees }, rang) =>
          convention(`n${rang}`, fin, realisees, fiches),
        )
        const [fins, avancement] = computeRepartitions(conventions, TODAY).map(
          ({ tranches }) => new Set(tranches.flatMap((tranche) => tranche.conventions)),
        )
        expect(avancement).toEqual(fins)
        expect([...(fins ?? [])].every((une) => avancement?.has(une) && Object.keys(une).length === 6)).toBe(true)
        for (const { tranches } of computeRepartitions(conventions, TODAY)) {
          const noms = tranches.flatMap((tranche) => tranche.conventions.map(({ nom }) => nom))
          expect(noms.toSorted()).toEqual(conventions.map(({ nom }) => nom).toSorted())
          expect(new Set(tranches.map(({ libelle }) => libelle)).size).toBe(tranches.length)
        }
        for (const une of conventions) {
          const part = computePart(une)
          expect(part === 100).toBe(une.fiches > 0 && une.realisees === une.fiches)
          expect(part === 0).toBe(une.fiches > 0 && une.realisees === 0)
        }
      }),
      RUNS,
    )
  })
})
