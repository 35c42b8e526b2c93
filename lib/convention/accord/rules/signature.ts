/** Whether an organisme signs: yes, no, or nothing says it. */
export type Signature = boolean | null

/** What a convention tells of who signs it. */
export interface Signataires {
  /** organismes known to sign */
  connus: number
  /** organismes of which nothing says whether they sign */
  inconnus: number
  /** how many sign, as the document announces it; null where it does not */
  annonces: number | null
}

/**
 * Whether an organisme signs. One that is no party does not sign as soon as the list of those who do is whole: somebody
 * signs, and nobody’s signature is in doubt. Otherwise it is not known: an unknown signatory is no non-signatory.
 * @param partie what the convention says of it; undefined when it is no party
 */
export function computeSignature(
  partie: Signature | undefined,
  { connus, inconnus, annonces }: Signataires,
): Signature {
  if (partie !== undefined) return partie
  return connus > 0 && inconnus === 0 && (annonces === null || annonces <= connus) ? false : null
}

/** Parties by what is known of their signature, each list in the order given. */
export function groupParties<P extends { signataire: Signature }>(
  parties: readonly P[],
): { signent: P[]; inconnus: P[]; autres: P[] } {
  return {
    signent: parties.filter(({ signataire }) => signataire === true),
    inconnus: parties.filter(({ signataire }) => signataire === null),
    autres: parties.filter(({ signataire }) => signataire === false),
  }
}
