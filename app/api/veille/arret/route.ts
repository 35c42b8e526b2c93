import { logInattendu } from '@/lib/platform/log'
import { stopVeille } from '@/lib/pilotage/veille/write/arret'

const LONGUEUR = 100
const ENTETES = {
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
}

const readJeton = (valeur: unknown): string => (typeof valeur === 'string' ? valeur.slice(0, LONGUEUR) : '')

const buildPage = (corps: string): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Copilote CTG</title></head><body><main><h1>Messages de Copilote CTG</h1>${corps}</main></body></html>`

/** Opened by a program that does not know the one-click stop: the way to the page; nothing is stopped by looking. */
export function GET(request: Request): Response {
  const jeton = readJeton(new URL(request.url).searchParams.get('jeton'))
  return new Response(
    buildPage(`<p><a href="/veille/arret/${encodeURIComponent(jeton) || '-'}">Ne plus recevoir ces messages</a></p>`),
    { headers: ENTETES },
  )
}

/**
 * Stops somebody’s messages: from the mail program (RFC 8058: the token is in the address, no page is wanted) or from
 * the button of the page. The answer is the same whoever the link is for, and for nobody’s.
 */
export async function POST(request: Request): Promise<Response> {
  const parAdresse = new URL(request.url).searchParams.get('jeton')
  const formulaire = await request.formData().catch(() => new FormData())
  const unClic = formulaire.get('List-Unsubscribe') === 'One-Click'
  const jeton = readJeton(unClic ? parAdresse : (formulaire.get('jeton') ?? parAdresse))
  try {
    await stopVeille(jeton)
  } catch (erreur) {
    const repere = logInattendu('veille.arret', erreur)
    return new Response(
      buildPage(`<p>Un incident nous empêche de répondre. Réessayez, et citez le repère ${repere} s’il se répète.</p>`),
      { status: 500, headers: ENTETES },
    )
  }
  if (unClic) return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
  return new Response(null, {
    status: 303,
    headers: { location: `/veille/arret/${encodeURIComponent(jeton) || '-'}?fait=1`, 'cache-control': 'no-store' },
  })
}
