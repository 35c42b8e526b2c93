import { describe, expect, it } from 'vitest'
import { computeParts } from '@/lib/cooperation/schemas/rules/partage'

const ligne = (libelle: string, organisme: number | null, quotite: number | null) => ({
  marge: 'PORTEUR' as const,
  libelle,
  organisme,
  quotite,
})
const PORTEURS = [
  { organisme: 1, estCommune: true, nom: 'Témoin-le-Bourg' },
  { organisme: 2, estCommune: false, nom: 'CC du Val-Témoin' },
  { organisme: null, estCommune: true, nom: 'Évenos' },
]

describe('what the lines by porteur give', () => {
  it('to communes, to other organismes, and to nobody in particular', () => {
    const lignes = [
      ligne('Témoin-le-Bourg', 1, 60),
      ligne('evenos', null, 20),
      ligne('CC du Val-Témoin', 2, 100),
      ligne('Global', null, 50),
    ]
    expect(computeParts(lignes, PORTEURS)).toEqual({ communes: 80, organismes: 100, autres: 50 })
  })

  it('counts a commune as one, though its official code is not known', () => {
    expect(computeParts([ligne('Témoin-le-Bourg', 1, 60)], PORTEURS).communes).toBe(60)
  })

  it('leaves out lines without a figure, and those of the other distribution', () => {
    const autre = { ...ligne('Parentalité', null, 30), marge: 'THEMATIQUE' as const }
    expect(computeParts([ligne('Évenos', null, null), autre], PORTEURS)).toEqual({
      communes: 0,
      organismes: 0,
      autres: 0,
    })
  })
})
