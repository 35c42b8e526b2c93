import { describe, expect, it } from 'vitest'
import type { FicheAFaire } from '@/lib/plan-action/tournee/rules/a-faire'
import { compareTournee, isFaite, listRaisons } from '@/lib/plan-action/tournee/rules/tournee'

const TODAY = '2026-11-22'
const FICHE: FicheAFaire = {
  statut: 'EN_COURS',
  majLe: null,
  dernierGeste: null,
  convention: { debut: '2026-01-01', fin: '2030-12-31' },
  fin: null,
  aRediger: false,
  redactionEcheance: null,
  etapes: [],
  indicateursAttendus: 0,
  annee: null,
  contributions: 0,
}
const motifs = (fiche: Partial<FicheAFaire>) => listRaisons({ ...FICHE, ...fiche }, TODAY).map(({ motif }) => motif)

describe('why the round goes by a fiche', () => {
  it('tells what needs its keeper', () => {
    expect(motifs({ fin: '2026-06-30' })).toEqual(['RETARD', 'JAMAIS'])
    expect(motifs({ majLe: '2026-11-01' })).toEqual([])
  })

  it('asks a convention that is over what became of each fiche, once nothing else is asked', () => {
    const terminee = { debut: '2022-01-01', fin: '2025-12-31' }
    expect(motifs({ convention: terminee })).toEqual(['BILAN'])
    expect(motifs({ convention: terminee, statut: 'REALISEE' })).toEqual([])
    expect(motifs({ convention: terminee, contributions: 1 })).toEqual(['CONTRIBUTION'])
    expect(listRaisons({ ...FICHE, statut: 'A_PRECISER', convention: terminee }, TODAY)[0]?.phrase).toBe(
      'Convention terminée le 31 décembre 2025\u00A0: son statut est à préciser.',
    )
  })

  it('asks nothing of a convention whose end is not known', () => {
    expect(motifs({ convention: { debut: null, fin: null }, majLe: '2026-11-01' })).toEqual([])
  })
})

describe('a fiche done for this week', () => {
  const raisons = listRaisons({ ...FICHE, fin: '2026-06-30' }, TODAY)

  it('was written on less than seven days ago', () => {
    expect(isFaite({ dernier: '2026-11-16', raisons }, TODAY)).toBe(true)
    expect(isFaite({ dernier: '2026-11-15', raisons }, TODAY)).toBe(false)
    expect(isFaite({ dernier: null, raisons }, TODAY)).toBe(false)
  })

  it('is not, while something received waits for its answer', () => {
    expect(isFaite({ dernier: TODAY, raisons: listRaisons({ ...FICHE, contributions: 2 }, TODAY) }, TODAY)).toBe(false)
  })
})

describe('the order of the round', () => {
  it('puts what was received first, then what is late for longest, then the rest', () => {
    const recue = listRaisons({ ...FICHE, contributions: 1 }, TODAY)
    const ancienne = listRaisons({ ...FICHE, fin: '2026-01-31' }, TODAY)
    const recente = listRaisons({ ...FICHE, fin: '2026-06-30' }, TODAY)
    const muette = listRaisons(FICHE, TODAY)
    const triees = [muette, recente, ancienne, recue].sort(compareTournee)
    expect(triees).toEqual([recue, ancienne, recente, muette])
    expect(compareTournee(muette, muette)).toBe(0)
    expect(compareTournee([], muette)).toBe(1)
  })
})
