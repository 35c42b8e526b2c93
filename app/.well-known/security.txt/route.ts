import { todayParis } from '@/lib/platform/dates'
import { readEnv } from '@/lib/platform/env'
import { formatSecurityTxt } from '@/lib/platform/serveur/security-txt'

export const dynamic = 'force-dynamic'

/** GET: whom to tell of a weakness. Without a contact from the host there is nobody to name, hence nothing. */
export function GET(): Response {
  const { COPILOTE_SECURITE_CONTACT: contact, NEXTAUTH_URL: adresse } = readEnv()
  if (!contact) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  // The real day, not that of a demonstration: it is people outside who rely on it.
  const texte = formatSecurityTxt({ contact, adresse, today: todayParis(new Date()) })
  return new Response(texte, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}
