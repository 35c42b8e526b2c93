import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  computeQuorum,
  formatPresences,
  groupColleges,
  listDecisifs,
  type Siege,
} from '@/lib/gouvernance/seance/rules/quorum'
import { PATIENT, RUNS } from '@/tests/unit/runs'

const siege = (voix: Siege['voix'], etat: Siege['etat']): Siege => ({ voix, etat })

describe('quorum', () => {
  it('counts the decisive seats that are present or represented', () => {
    const sieges = [
      siege('DECISIVE', 'PRESENT'),
      siege('DECISIVE', 'REPRESENTE'),
      siege('DECISIVE', 'EXCUSE'),
      siege('CONSULTATIVE', 'PRESENT'),
      siege('NON_PRECISEE', 'PRESENT'),
    ]
    expect(computeQuorum(2, sieges)).toMatchObject({
      decisifs: 3,
      comptes: 2,
      atteint: true,
      phrase: 'Quorum atteint\u00A0: 2 membres à voix décisive présents ou représentés, 2 demandés.',
    })
    expect(computeQuorum(3, sieges)).toMatchObject({
      atteint: false,
      phrase:
        'Quorum non atteint\u00A0: 2 membres à voix décisive présents ou représentés, 3 demandés, il en manque 1.',
    })
  })

  it('says when the composition cannot reach it', () => {
    expect(computeQuorum(3, [siege('DECISIVE', 'PRESENT')]).phrase).toContain(
      'La composition ne compte que 1 siège\u00A0: complétez-la, ou vérifiez le quorum.',
    )
  })

  it('counts all but the consultative where the convention says nothing of voices, and says so', () => {
    const quorum = computeQuorum(1, [siege('NON_PRECISEE', 'PRESENT'), siege('CONSULTATIVE', 'PRESENT')])
    expect(quorum).toMatchObject({ decisifs: 1, comptes: 1, atteint: true })
    expect(quorum.phrase).toContain('Qui a voix décisive n’est pas saisi')
  })

  it('blocks nothing and says so where none is set', () => {
    expect(computeQuorum(null, [])).toMatchObject({
      atteint: null,
      phrase: expect.stringContaining('Aucun quorum n’est saisi'),
    })
  })

  it('whoever comes, it never turns from reached to missed', PATIENT, () => {
    const sieges = fc.array(
      fc.record({
        voix: fc.constantFrom('DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE'),
        etat: fc.constantFrom('PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE', null),
      } as const),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(sieges, fc.integer({ min: 1, max: 30 }), fc.nat(), (tous, requis, choix) => {
        const avant = computeQuorum(requis, tous)
        const apres = computeQuorum(
          requis,
          tous.map((un, rang) => (rang === choix % tous.length ? { ...un, etat: 'PRESENT' as const } : un)),
        )
        expect(avant.comptes).toBeLessThanOrEqual(avant.decisifs)
        expect(apres.comptes).toBeGreaterThanOrEqual(avant.comptes)
        expect(avant.atteint).toBe(avant.comptes >= requis)
        if (avant.atteint) expect(apres.atteint).toBe(true)
        expect(listDecisifs(tous).every(({ voix }) => voix !== 'CONSULTATIVE')).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('presences in words', () => {
  it('says who is there, and what is still to be said', () => {
    expect(formatPresences([])).toBe('aucun membre')
    expect(formatPresences([siege('DECISIVE', null)])).toBe('1 membre, présence non relevée')
    expect(
      formatPresences([
        siege('DECISIVE', 'PRESENT'),
        siege('DECISIVE', 'REPRESENTE'),
        siege('DECISIVE', 'EXCUSE'),
        siege('DECISIVE', 'ABSENT'),
        siege('DECISIVE', null),
      ]),
    ).toBe('2 présents ou représentés sur 5, 1 excusé, 1 absent, 1 à relever')
  })
})

describe('sides', () => {
  const de = (id: number, nom: string, type: 'CAF' | 'EPCI' | 'COMMUNE' | 'MSA') => ({ organisme: { id, nom, type } })

  it('are the Caf, the EPCI, each commune, then the others', () => {
    const sieges = [
      de(4, 'MSA', 'MSA'),
      de(3, 'Orgon', 'COMMUNE'),
      de(2, 'CC', 'EPCI'),
      de(5, 'Aureille', 'COMMUNE'),
      de(1, 'Caf 13', 'CAF'),
      de(3, 'Orgon', 'COMMUNE'),
      { organisme: null },
    ]
    expect(groupColleges(sieges).map(({ nom, sieges: membres }) => [nom, membres.length])).toEqual([
      ['Caf 13', 1],
      ['CC', 1],
      ['Aureille', 1],
      ['Orgon', 2],
      ['Autres membres', 2],
    ])
  })

  it('a seat whose organisme is not known proves nothing', () => {
    expect(groupColleges([{ organisme: null }])).toMatchObject([{ nom: 'Membres' }])
    expect(groupColleges([])).toEqual([])
  })
})
