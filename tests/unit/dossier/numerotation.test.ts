import { expect, it } from 'vitest'
import { computeNumeros } from '@/lib/plan-action/arbre/rules/numerotation'
import { dossier as demonstration } from '@/prisma/seed/demonstration'
import { dossier as provenceAlpes } from '@/prisma/seed/provence-alpes-agglomeration'
import { dossier as valAigo } from '@/prisma/seed/val-aigo'
import { readEcrit } from './lecture'

it.each([
  ['Provence Alpes', provenceAlpes, 'PAR_AXE', 8],
  ['Val’Aïgo', valAigo, 'CONTINUE', 20],
  ['the demonstration', demonstration, 'PAR_AXE', 9],
])('the scheme of %s gives the numbers that are written, none changed', (_nom, ecrit, numerotation, nombre) => {
  const plan = readEcrit(ecrit).plan
  if (!plan) throw new Error('a plan')
  const rang = (ref: string | null) => (ref === null ? null : plan.axes.findIndex((axe) => axe.ref === ref) + 1)
  const axes = plan.axes.map(({ ref, parent, numero, titre }, ordre) => ({
    id: rang(ref) ?? 0,
    parent: rang(parent),
    numero,
    titre,
    ordre,
  }))
  const fiches = plan.fiches.map(({ axe, numero, titre }, ordre) => ({
    id: ordre + 1,
    axe: rang(axe) ?? 0,
    numero,
    titre,
    ordre,
  }))
  expect(plan.numerotation).toBe(numerotation)
  expect(fiches).toHaveLength(nombre)
  expect(
    computeNumeros({ axes, fiches }, { numerotation: plan.numerotation, prefixe: plan.prefixe, axes: false }),
  ).toEqual([])
})
