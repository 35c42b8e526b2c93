import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAnnonce } from '@/lib/convention/accord/rules/annonces'
import { computeSignature } from '@/lib/convention/accord/rules/signature'

const MOTS = { un: 'fiche', des: 'fiches', annonce: 'annoncée', connu: 'décrite' }

describe('what a document announces', () => {
  it('is told with what is known of it, in that order, and only where it gives a number', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(300), { nil: null }), fc.nat(300), (annonces, connus) => {
        const mots = formatAnnonce(annonces, connus, MOTS)
        if (annonces === null) expect(mots).toBeNull()
        else expect(mots?.match(/\d+/g)?.map(Number)).toEqual([annonces, connus])
      }),
    )
    expect(formatAnnonce(30, 12, MOTS)).toBe('30 fiches annoncées, 12 décrites')
    expect(formatAnnonce(1, 0, MOTS)).toBe('1 fiche annoncée, 0 décrite')
  })

  it('more signatories than are known leave the others in doubt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), (connus, annonces) => {
        const signe = computeSignature(undefined, { connus, inconnus: 0, annonces })
        expect(signe).toBe(annonces > connus ? null : false)
      }),
    )
  })
})
