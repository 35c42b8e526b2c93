import { buildReponseIcs } from '@/lib/gouvernance/calendrier/queries/reponse-ics'
import { getFluxCalendrier } from '@/lib/gouvernance/calendrier/queries/abonnement'
import { runAs } from '@/lib/platform/identite/session'

export const dynamic = 'force-dynamic'

const JETON = /^([\w-]{43})\.ics$/

const absente = () =>
  new Response(null, { status: 404, headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } })

/** GET: a person’s subscription. The secret of the address is all a calendar program has; anything else is nothing. */
export async function GET(requete: Request, { params }: { params: Promise<{ jeton: string }> }): Promise<Response> {
  const secret = JETON.exec((await params).jeton)?.[1]
  if (secret === undefined) return absente()
  const resultat = await runAs(secret, () => getFluxCalendrier({}))
  if (resultat.ok) return buildReponseIcs(requete, resultat.data.reunions, { nom: 'Copilote CTG' })
  return resultat.tag === 'INATTENDU'
    ? new Response(null, { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '600' } })
    : absente()
}
