import { describe, expect, it } from 'vitest'
import {
  checkATraiter,
  computePoids,
  listPoints,
  type SignauxConvention,
} from '@/lib/pilotage/portefeuille/rules/attention'

const calme: SignauxConvention = {
  phase: 'EN_COURS',
  fin: '2030-12-31',
  remplacee: false,
  finProche: false,
  instances: { ton: 'ok', texte: 'fréquences respectées' },
  instancesEnRetard: 0,
  fichesEnRetard: 0,
  ecartEtp: null,
  aConfirmer: 0,
  enregistree: true,
}
const textes = (signaux: Partial<SignauxConvention>) => listPoints({ ...calme, ...signaux }).map(({ texte }) => texte)

describe('what deserves attention in a convention', () => {
  it('is nothing where all is in order', () => expect(textes({})).toEqual([]))

  it('comes gravest first', () => {
    expect(
      textes({
        instances: { ton: 'bad', texte: 'COPIL : réunion manquante' },
        instancesEnRetard: 1,
        fichesEnRetard: 2,
        ecartEtp: -20,
        finProche: true,
        aConfirmer: 3,
      }),
    ).toEqual([
      'COPIL : réunion manquante',
      '2 échéances dépassées',
      'ETP : il manque 0,20',
      'se termine le 31 décembre 2030',
      '3 lectures à confirmer',
    ])
    expect(textes({ ecartEtp: 10 })).toEqual(['ETP : 0,10 de trop'])
  })

  it('is never a lateness for a convention that is over or of unknown dates', () => {
    const enRetard = { instances: { ton: 'bad' as const, texte: 'x' }, instancesEnRetard: 2, fichesEnRetard: 3 }
    expect(textes({ ...enRetard, phase: 'TERMINEE', fin: '2024-12-31' })).toEqual(['terminée le 31 décembre 2024'])
    expect(textes({ ...enRetard, phase: 'INCONNUE', fin: null })).toEqual(['dates non connues'])
  })

  it('forgets the end of a convention that another takes over from', () => {
    expect(textes({ phase: 'TERMINEE', fin: '2024-12-31', remplacee: true })).toEqual([])
    expect(textes({ finProche: true, remplacee: true })).toEqual([])
  })

  it('asks somebody to act for a lateness or an end, not for a reading to confirm', () => {
    const juge = (signaux: Partial<SignauxConvention>) => checkATraiter(listPoints({ ...calme, ...signaux }))
    expect(juge({ fichesEnRetard: 1 })).toBe(true)
    expect(juge({ finProche: true })).toBe(true)
    expect(juge({ aConfirmer: 200 })).toBe(false)
    expect(juge({ enregistree: false })).toBe(false)
  })

  it('weighs more with more to do', () => {
    const poids = (signaux: Partial<SignauxConvention>) => computePoids(listPoints({ ...calme, ...signaux }))
    expect(poids({ fichesEnRetard: 2 })).toBeGreaterThan(poids({ fichesEnRetard: 1 }))
    expect(poids({ instances: { ton: 'bad', texte: 'x' }, instancesEnRetard: 2 })).toBeGreaterThan(
      poids({ fichesEnRetard: 9 }),
    )
  })
})
