import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeSignature, groupParties } from '@/lib/convention/accord/rules/signature'
import { canonicalDossier } from '@/lib/dossier/lecture/rules/canonique'
import { readDossier } from '@/lib/dossier/lecture/rules/dossier'
import { createDossierExemple } from '@/tests/support/dossiers/exemple'

const signature = fc.constantFrom(true, false, null)
const signataires = fc.record({ connus: fc.nat(20), inconnus: fc.nat(20), annonces: fc.constant(null) })

describe('who signs', () => {
  it('is what the convention says of a party, whatever the others', () => {
    fc.assert(
      fc.property(signature, signataires, (partie, autres) => {
        expect(computeSignature(partie, autres)).toBe(partie)
      }),
    )
  })

  it('of an organisme that is no party: never yes, and no only where the list of signatories is whole', () => {
    fc.assert(
      fc.property(signataires, (autres) => {
        const entiere = autres.connus > 0 && autres.inconnus === 0
        expect(computeSignature(undefined, autres)).toBe(entiere ? false : null)
      }),
    )
  })

  it('puts each party in one list, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ signataire: signature, rang: fc.nat() })), (parties) => {
        const { signent, inconnus, autres } = groupParties(parties)
        expect(signent.every(({ signataire }) => signataire === true)).toBe(true)
        expect(inconnus.every(({ signataire }) => signataire === null)).toBe(true)
        expect(autres.every(({ signataire }) => signataire === false)).toBe(true)
        const listees = new Set([...signent, ...inconnus, ...autres])
        expect(parties.filter((partie) => listees.has(partie))).toEqual(parties)
        expect(signent.length + inconnus.length + autres.length).toBe(parties.length)
      }),
    )
  })
})

describe('a dossier that comes in', () => {
  /** As many organismes as values, the first of which is the Caf; undefined: nothing is written. */
  const read = (valeurs: readonly (boolean | null | undefined)[]) => {
    const dossier = createDossierExemple()
    const [caf, mairie] = dossier.organismes
    if (!caf || !mairie) throw new Error('no organisme')
    const organismes = valeurs.map((signataire, i) => ({
      ...(i === 0 ? caf : { ...mairie, ref: i === 1 ? 'mairie' : `mairie-${i}`, nom: `Commune ${i}` }),
      ...(signataire === undefined ? {} : { signataire }),
    }))
    const lu = readDossier({ ...dossier, organismes })
    if (!lu.ok) throw new Error(JSON.stringify(lu.erreurs))
    return lu.dossier
  }

  it('says of nobody that they do not sign unless it is written, by somebody who knows who does', () => {
    const valeur = fc.constantFrom(true, false, null, undefined)
    fc.assert(
      fc.property(fc.array(valeur, { minLength: 2, maxLength: 6 }), (valeurs) => {
        const dossier = read(valeurs)
        const lues = dossier.organismes.map(({ signataire }) => signataire)
        // The Caf signs every convention: where it is written not to, « false » is only what stood for nothing.
        const muet = valeurs[0] === false
        expect(lues).toEqual(valeurs.map((ecrit) => (ecrit === undefined || (ecrit === false && muet) ? null : ecrit)))
        expect(canonicalDossier(dossier)).toEqual(dossier)
      }),
    )
  })
})
