/** security.txt (RFC 9116): whom to tell of a weakness, as the host of this installation configured it. */
import { addDays, type DateCivile } from '@/lib/platform/dates'

/** Days for which what is said may be relied on: RFC 9116 asks for less than a year. */
const VALIDITE_JOURS = 180

/** What `COPILOTE_SECURITE_CONTACT` may be: an e-mail address, or a page over https. */
export const CONTACT = /^(?:mailto:)?[^\s@:/,;<>]+@[^\s@:/,;<>]+\.[^\s@:/,;<>]+$|^https:\/\/[^\s]+$/

interface Source {
  /** matches CONTACT */
  contact: string
  /** public address of the application */
  adresse: string | undefined
  today: DateCivile
}

/**
 * The text of the file. It expires a fixed time after the day it is asked for, so that it is never out of date while
 * somebody serves it; its own address is told only over https, which the RFC requires.
 */
export function formatSecurityTxt({ contact, adresse, today }: Source): string {
  const lignes = [
    `Contact: ${contact.includes('@') && !/^(mailto|https):/.test(contact) ? `mailto:${contact}` : contact}`,
    `Expires: ${addDays(today, VALIDITE_JOURS)}T00:00:00Z`,
    'Preferred-Languages: fr',
    ...(adresse?.startsWith('https://') ? [`Canonical: ${new URL('/.well-known/security.txt', adresse).href}`] : []),
  ]
  return `${lignes.join('\n')}\n`
}
