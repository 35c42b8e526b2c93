import 'server-only'
import { createHash } from 'node:crypto'
import { readEnv } from '@/lib/platform/env'
import { formatCalendrier, type ReunionIcs } from './ics'

/** Where the pages are: the public address when it was set, else the one the request came to. */
function readOrigine(requete: Request): string {
  return new URL(readEnv().NEXTAUTH_URL ?? requete.url).origin
}

/** True when the program already holds this version (RFC 9110: a weak tag compares like a strong one). */
function isConnue(entete: string | null, etag: string): boolean {
  return (
    entete !== null && entete.split(',').some((lue) => lue.trim() === '*' || lue.trim().replace(/^W\//, '') === etag)
  )
}

/**
 * A calendar file as an answer: kept by nobody but the program that asked, which asks again and is told when nothing
 * has changed.
 * @param fichier name of the file for a download; none for a subscription
 */
export function buildReponseIcs(
  requete: Request,
  reunions: readonly ReunionIcs[],
  { nom, fichier }: { nom: string; fichier?: string },
): Response {
  const corps = formatCalendrier(reunions, { nom, origine: readOrigine(requete) })
  const etag = `"${createHash('sha256').update(corps).digest('base64url')}"`
  const entetes = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' }
  if (isConnue(requete.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: entetes })
  return new Response(corps, {
    headers: {
      ...entetes,
      'content-type': 'text/calendar; charset=utf-8',
      ...(fichier === undefined ? {} : { 'content-disposition': `attachment; filename="${fichier}"` }),
    },
  })
}
