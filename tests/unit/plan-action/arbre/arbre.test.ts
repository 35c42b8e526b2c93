import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeHauteur,
  computeProfondeur,
  formatPlace,
  listDescendance,
  listEnfants,
  listFiches,
  placeAxe,
  placeFiche,
  sortArbre,
  type Arbre,
} from '@/lib/plan-action/arbre/rules/arbre'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const axe = (id: number, parent: number | null, ordre: number) => ({ id, parent, ordre })
const fiche = (id: number, dans: number, ordre: number) => ({ id, axe: dans, ordre })

/** A plan of one to three levels, fiches anywhere, ranks as any import may leave them. */
const arbreArbitraire: fc.Arbitrary<Arbre> = fc
  .array(fc.record({ haut: fc.nat(), ordre: fc.nat(5) }), { minLength: 1, maxLength: 10 })
  .chain((graines) => {
    const axes: ReturnType<typeof axe>[] = []
    for (const [rang, { haut, ordre }] of graines.entries()) {
      const candidats = [null, ...axes.filter(({ id }) => computeProfondeur(axes, id) < 2).map(({ id }) => id)]
      axes.push(axe(rang + 1, candidats[haut % candidats.length] ?? null, ordre))
    }
    return fc.array(fc.record({ dans: fc.nat(), ordre: fc.nat(5) }), { maxLength: 12 }).map((fiches) => ({
      axes,
      fiches: fiches.map(({ dans, ordre }, rang) => fiche(rang + 1, axes[dans % axes.length]?.id ?? 1, ordre)),
    }))
  })

const ids = (elements: readonly { id: number }[]) => elements.map(({ id }) => id)

describe('the order of the document', () => {
  it('goes down each axe before the next', () => {
    const { axes, fiches } = sortArbre({
      axes: [axe(1, null, 1), axe(2, null, 0), axe(3, 2, 5)],
      fiches: [fiche(1, 1, 0), fiche(2, 3, 1), fiche(3, 2, 2)],
    })
    expect(axes).toEqual([axe(2, null, 0), axe(3, 2, 1), axe(1, null, 2)])
    expect(fiches).toEqual([fiche(3, 2, 0), fiche(2, 3, 1), fiche(1, 1, 2)])
  })

  it('loses nobody, and is the same when sorted again', PATIENT, () => {
    fc.assert(
      fc.property(arbreArbitraire, (arbre) => {
        const trie = sortArbre(arbre)
        expect(ids(trie.axes).sort()).toEqual(ids(arbre.axes).sort())
        expect(ids(trie.fiches).sort()).toEqual(ids(arbre.fiches).sort())
        expect(trie.axes.map(({ ordre }) => ordre)).toEqual(trie.axes.map((_, rang) => rang))
        expect(sortArbre(trie)).toEqual(trie)
      }),
      RUNS,
    )
  })
})

describe('moving', () => {
  it('puts a fiche at the rank asked for, leaving the order of the others', PATIENT, () => {
    fc.assert(
      fc.property(arbreArbitraire, fc.nat(), fc.nat(), fc.nat(15), (arbre, quelle, ou, rang) => {
        fc.pre(arbre.fiches.length > 0)
        const elle = arbre.fiches[quelle % arbre.fiches.length]?.id ?? 0
        const dans = arbre.axes[ou % arbre.axes.length]?.id ?? 0
        const avant = sortArbre(arbre)
        const place = placeFiche(avant, { fiche: elle, axe: dans, rang })
        if (!place.ok) throw new Error(place.message)
        const la = ids(listFiches(place.arbre.fiches, dans))
        expect(la[Math.min(rang, la.length - 1)]).toBe(elle)
        expect(ids(place.arbre.fiches).filter((id) => id !== elle)).toEqual(
          ids(avant.fiches).filter((id) => id !== elle),
        )
        expect(place.arbre.axes).toEqual(avant.axes)
      }),
      RUNS,
    )
  })

  it('never makes a cycle nor a fourth level, and carries what an axe contains', PATIENT, () => {
    fc.assert(
      fc.property(
        arbreArbitraire,
        fc.nat(),
        fc.nat(),
        fc.nat(12),
        fc.constantFrom(1, 2, 3),
        (arbre, quel, ou, rang, niveaux) => {
          const avant = sortArbre(arbre)
          const lui = avant.axes[quel % avant.axes.length]?.id ?? 0
          const hauts = [null, ...ids(avant.axes)]
          const parent = hauts[ou % hauts.length] ?? null
          const place = placeAxe(avant, { axe: lui, parent, rang }, niveaux)
          const cycle = parent !== null && listDescendance(avant.axes, lui).has(parent)
          const fond =
            (parent === null ? 0 : computeProfondeur(avant.axes, parent) + 1) + computeHauteur(avant.axes, lui)
          expect(place.ok).toBe(!cycle && fond <= niveaux)
          if (!place.ok) {
            expect(place.code).toBe(cycle ? 'CYCLE' : 'TROP_PROFOND')
            return
          }
          const freres = ids(listEnfants(place.arbre.axes, parent))
          expect(freres[Math.min(rang, freres.length - 1)]).toBe(lui)
          expect(place.arbre.axes).toHaveLength(avant.axes.length)
          expect(new Map(place.arbre.fiches.map((f) => [f.id, f.axe]))).toEqual(
            new Map(avant.fiches.map((f) => [f.id, f.axe])),
          )
          expect(listDescendance(place.arbre.axes, lui)).toEqual(listDescendance(avant.axes, lui))
        },
      ),
      RUNS,
    )
  })

  it('says why it cannot, with what to do', () => {
    const arbre = { axes: [axe(1, null, 0), axe(2, 1, 1), axe(3, null, 2)], fiches: [fiche(1, 2, 0)] }
    expect(placeAxe(arbre, { axe: 1, parent: 2, rang: 0 }, 3)).toMatchObject({
      ok: false,
      code: 'CYCLE',
      message: expect.stringContaining('choisissez une autre place'),
    })
    expect(placeAxe(arbre, { axe: 1, parent: 3, rang: 0 }, 2)).toMatchObject({
      ok: false,
      code: 'TROP_PROFOND',
      message: expect.stringContaining('nommez un niveau de plus'),
    })
    expect(placeAxe(arbre, { axe: 9, parent: null, rang: 0 }, 3)).toMatchObject({ ok: false, code: 'ABSENT' })
    expect(placeFiche(arbre, { fiche: 1, axe: 9, rang: 0 })).toMatchObject({ ok: false, code: 'ABSENT' })
  })

  it('says where a row is in words', () => {
    expect(formatPlace(1, 5, 'Accueillir')).toBe('rang 2 sur 5, dans «\u00A0Accueillir\u00A0»')
    expect(formatPlace(0, 1, null)).toBe('rang 1 sur 1, en haut du plan')
  })
})
