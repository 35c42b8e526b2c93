import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeProfondeur, listFiches, placeFiche, sortArbre } from '@/lib/plan-action/arbre/rules/arbre'
import {
  compareNumeros,
  computeNumeros,
  listDoublons,
  proposeNumero,
  proposeNumeroAxe,
  type ArbreNumerote,
  type ReglageNumeros,
} from '@/lib/plan-action/arbre/rules/numerotation'
import { NUMEROTATIONS } from '@/lib/plan-action/arbre/words'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const axe = (id: number, parent: number | null, numero: string | null, ordre = id) => ({
  id,
  parent,
  numero,
  ordre,
  titre: `Axe ${id}`,
})
const fiche = (id: number, dans: number, numero: string | null, ordre = id) => ({
  id,
  axe: dans,
  numero,
  ordre,
  titre: `Fiche ${id}`,
})

const numeroArbitraire = fc.option(fc.stringMatching(/^(?:FA )?[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}$|^[A-D]$/), {
  nil: null,
})

const arbreArbitraire: fc.Arbitrary<ArbreNumerote> = fc
  .array(fc.record({ haut: fc.nat(), numero: numeroArbitraire, ordre: fc.nat(9) }), { minLength: 1, maxLength: 8 })
  .chain((graines) => {
    const axes: ReturnType<typeof axe>[] = []
    for (const [rang, { haut, numero, ordre }] of graines.entries()) {
      const candidats = [null, ...axes.filter(({ id }) => computeProfondeur(axes, id) < 2).map(({ id }) => id)]
      axes.push(axe(rang + 1, candidats[haut % candidats.length] ?? null, numero, ordre))
    }
    return fc
      .array(fc.record({ dans: fc.nat(), numero: numeroArbitraire, ordre: fc.nat(9) }), { maxLength: 15 })
      .map((fiches) => ({
        axes,
        fiches: fiches.map(({ dans, numero, ordre }, rang) =>
          fiche(rang + 1, axes[dans % axes.length]?.id ?? 1, numero, ordre),
        ),
      }))
  })

const reglageArbitraire: fc.Arbitrary<ReglageNumeros> = fc.record({
  numerotation: fc.constantFrom(...NUMEROTATIONS),
  prefixe: fc.constantFrom(null, 'FA', 'Action'),
  axes: fc.boolean(),
})

function applyNumeros(arbre: ArbreNumerote, reglage: ReglageNumeros): ArbreNumerote {
  const changements = computeNumeros(arbre, reglage)
  const neuf =
    (objet: 'AXE' | 'FICHE') =>
    <T extends { id: number; numero: string | null }>(element: T): T => {
      const changement = changements.find((autre) => autre.objet === objet && autre.id === element.id)
      return changement ? { ...element, numero: changement.apres } : element
    }
  return { axes: arbre.axes.map(neuf('AXE')), fiches: arbre.fiches.map(neuf('FICHE')) }
}

describe('natural order', () => {
  it('reads figures as numbers', () => {
    const numeros = ['1.10', null, 'FA 1.10', '2', '1.9', '10', 'FA 1.2', '1', '1.9.1']
    expect(numeros.sort(compareNumeros)).toEqual(['1', '1.9', '1.9.1', '1.10', '2', '10', 'FA 1.2', 'FA 1.10', null])
  })

  it('is an order', PATIENT, () => {
    fc.assert(
      fc.property(numeroArbitraire, numeroArbitraire, numeroArbitraire, (a, b, c) => {
        expect(Math.sign(compareNumeros(a, b)) + Math.sign(compareNumeros(b, a))).toBe(0)
        expect(compareNumeros(a, b) === 0).toBe(a === b)
        if (compareNumeros(a, b) <= 0 && compareNumeros(b, c) <= 0) expect(compareNumeros(a, c)).toBeLessThanOrEqual(0)
      }),
      RUNS,
    )
  })
})

describe('numbers as written', () => {
  it('never change, wherever a fiche moves', PATIENT, () => {
    fc.assert(
      fc.property(arbreArbitraire, fc.nat(), fc.nat(), fc.nat(9), fc.boolean(), (arbre, quelle, ou, rang, axes) => {
        expect(computeNumeros(arbre, { numerotation: 'LIBRE', prefixe: 'FA', axes })).toEqual([])
        fc.pre(arbre.fiches.length > 0)
        const elle = arbre.fiches[quelle % arbre.fiches.length]?.id ?? 0
        const place = placeFiche(arbre, { fiche: elle, axe: arbre.axes[ou % arbre.axes.length]?.id ?? 0, rang })
        if (!place.ok) throw new Error(place.message)
        expect(new Map(place.arbre.fiches.map((f) => [f.id, f.numero]))).toEqual(
          new Map(arbre.fiches.map((f) => [f.id, f.numero])),
        )
      }),
      RUNS,
    )
  })
})

describe('a scheme', () => {
  const plan: ArbreNumerote = {
    axes: [axe(1, null, '1'), axe(2, null, null), axe(3, 2, '4.1'), axe(4, null, 'Axe 7')],
    fiches: [fiche(1, 1, '1.1'), fiche(2, 1, '1.3'), fiche(3, 3, null), fiche(4, 4, 'vieux')],
  }
  const dits = (reglage: ReglageNumeros) =>
    computeNumeros(plan, reglage).map(({ objet, id, avant, apres }) => `${objet} ${id}: ${avant} → ${apres}`)

  it('by axe says « 1.1 », from the numbers of the axes or from their place, and only what changes', () => {
    expect(dits({ numerotation: 'PAR_AXE', prefixe: null, axes: false })).toEqual([
      'FICHE 2: 1.3 → 1.2',
      'FICHE 3: null → 2.4.1.1',
      'FICHE 4: vieux → 7.1',
    ])
    expect(dits({ numerotation: 'PAR_AXE', prefixe: 'FA', axes: true })).toEqual([
      'AXE 2: null → 2',
      'AXE 3: 4.1 → 2.1',
      'AXE 4: Axe 7 → 3',
      'FICHE 1: 1.1 → FA 1.1',
      'FICHE 2: 1.3 → FA 1.2',
      'FICHE 3: null → FA 2.1.1',
      'FICHE 4: vieux → FA 3.1',
    ])
  })

  it('through the plan says 1 to the last; none says none', () => {
    expect(dits({ numerotation: 'CONTINUE', prefixe: null, axes: false })).toEqual([
      'FICHE 1: 1.1 → 1',
      'FICHE 2: 1.3 → 2',
      'FICHE 3: null → 3',
      'FICHE 4: vieux → 4',
    ])
    expect(dits({ numerotation: 'AUCUNE', prefixe: null, axes: false })).toEqual([
      'FICHE 1: 1.1 → null',
      'FICHE 2: 1.3 → null',
      'FICHE 4: vieux → null',
    ])
  })

  it('once applied, changes nothing more, and never anything silently', PATIENT, () => {
    fc.assert(
      fc.property(arbreArbitraire, reglageArbitraire, (arbre, reglage) => {
        for (const { avant, apres } of computeNumeros(arbre, reglage)) expect(avant).not.toBe(apres)
        expect(computeNumeros(applyNumeros(arbre, reglage), reglage)).toEqual([])
      }),
      RUNS,
    )
  })

  it('gives each fiche a number of its own, growing with its place', PATIENT, () => {
    fc.assert(
      fc.property(
        arbreArbitraire,
        fc.constantFrom('PAR_AXE' as const, 'CONTINUE' as const),
        fc.constantFrom(null, 'FA'),
        (arbre, numerotation, prefixe) => {
          const neuf = applyNumeros(arbre, { numerotation, prefixe, axes: true })
          expect(listDoublons(neuf, [])).toEqual([])
          const suites =
            numerotation === 'CONTINUE'
              ? [sortArbre(neuf).fiches]
              : neuf.axes.map(({ id }) => listFiches(neuf.fiches, id))
          for (const suite of suites)
            expect([...suite].sort((a, b) => compareNumeros(a.numero, b.numero))).toEqual(suite)
        },
      ),
      RUNS,
    )
  })
})

describe('the next number', () => {
  it('follows the last in natural order, and changes no other', () => {
    const plan = {
      axes: [axe(1, null, '1'), axe(2, null, '2')],
      fiches: [fiche(1, 1, '1.9'), fiche(2, 1, '1.10'), fiche(3, 2, null)],
    }
    expect(proposeNumero(plan, { numerotation: 'PAR_AXE', prefixe: null }, 1)).toBe('1.11')
    expect(proposeNumero(plan, { numerotation: 'PAR_AXE', prefixe: 'FA' }, 2)).toBe('FA 2.2')
    expect(proposeNumero(plan, { numerotation: 'CONTINUE', prefixe: null }, 2)).toBe('1.11')
    expect(proposeNumero({ ...plan, fiches: [] }, { numerotation: 'CONTINUE', prefixe: null }, 2)).toBe('1')
    expect(proposeNumero(plan, { numerotation: 'LIBRE', prefixe: 'FA' }, 1)).toBeNull()
    expect(proposeNumeroAxe(plan.axes, null)).toBe('3')
    expect(proposeNumeroAxe(plan.axes, 1)).toBe('1.1')
    expect(proposeNumeroAxe([axe(1, null, null)], null)).toBeNull()
    expect(proposeNumeroAxe([], null)).toBeNull()
  })
})
