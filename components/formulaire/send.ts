import type { Echec, Resultat } from '@/lib/platform/resultat'
import { COUPURE } from './mots'

/** The one function that calls a server action, and the keys that make a sending write once. No screen, no React. */

/** A write of the server, as the action builder makes it. */
export type Action<Input, T, Actuel> = (input: Input, envoi?: { cle: string }) => Promise<Resultat<T, Actuel>>

/** The request or its answer was lost: nobody knows whether it was written. */
interface Coupure {
  ok: false
  tag: 'COUPURE'
  message: string
}

export type Refus<Actuel> = Echec<Actuel> | Coupure

export type Issue<T, Actuel> = { ok: true; data: T } | Refus<Actuel>

/**
 * Sends once. Never throws: a request that failed is a COUPURE.
 * @param cle key of the sending: the same for the same sending made again
 */
export async function sendOnce<Input, T, Actuel>(
  action: Action<Input, T, Actuel>,
  input: Input,
  cle: string | null,
): Promise<Issue<T, Actuel>> {
  try {
    // The router gives nothing back when it leaves for another page meanwhile.
    const resultat = (await (cle === null ? action(input) : action(input, { cle }))) as Resultat<T, Actuel> | undefined
    return resultat ?? { ok: false, tag: 'COUPURE', message: COUPURE }
  } catch {
    return { ok: false, tag: 'COUPURE', message: COUPURE }
  }
}

/** Asks for what writes nothing (a preview, a search): no key, nothing to keep. */
export function ask<Input, T, Actuel>(action: Action<Input, T, Actuel>, input: Input): Promise<Issue<T, Actuel>> {
  return sendOnce(action, input, null)
}

/** True for what the same sending, made again, may mend without anybody changing anything. */
export const isReessayable = (refus: Refus<unknown>): boolean =>
  refus.tag === 'COUPURE' ||
  refus.tag === 'NON_CONNECTE' ||
  refus.tag === 'INATTENDU' ||
  (refus.tag === 'CONFLIT' && refus.actuel === null)

/** A new key: 16 random bytes, in hexadecimal. */
export function createCle(): string {
  // `crypto.randomUUID` is missing where the address is not https.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (octet) => octet.toString(16).padStart(2, '0')).join('')
}

/** The key of each sending of one form, or of one button. */
export interface Cles {
  /** key to send an input under */
  take: (input: unknown) => string
  /** it was written: what comes next is another sending */
  renew: () => void
}

const formatInput = (input: unknown): string =>
  JSON.stringify(input, (_nom, valeur: unknown) =>
    valeur instanceof Blob ? [valeur.size, valeur instanceof File ? [valeur.name, valeur.lastModified] : null] : valeur,
  ) ?? ''

const hasVersion = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'version' in input && typeof input.version === 'number'

/**
 * Keys, new after each success. The same input keeps its key. What is corrected after a lost answer depends on what is written:
 * - by a form that adds (FORMULAIRE), it keeps its key too: one opened form adds once, and the server says that the first
 *   sending was saved;
 * - an input with a version, or of a gesture (GESTE: another row, the next state of a switch, the next part of a text), takes
 *   another key: it is another write, which what it was typed over guards.
 */
export function createCles(genre: 'FORMULAIRE' | 'GESTE'): Cles {
  let ajout = createCle()
  let autre: { texte: string; cle: string } | null = null
  return {
    take: (input) => {
      if (genre === 'FORMULAIRE' && !hasVersion(input)) return ajout
      const texte = formatInput(input)
      if (autre?.texte !== texte) autre = { texte, cle: createCle() }
      return autre.cle
    },
    renew: () => {
      ajout = createCle()
      autre = null
    },
  }
}

/** Sends for what keeps a state of its own (drafts, queues): the same input again, after a lost answer, is written once. */
export function createSender(): <Input, T, Actuel>(
  action: Action<Input, T, Actuel>,
  input: Input,
) => Promise<Issue<T, Actuel>> {
  const cles = createCles('GESTE')
  return async (action, input) => {
    const issue = await sendOnce(action, input, cles.take(input))
    if (issue.ok) cles.renew()
    return issue
  }
}
