import { z } from 'zod'
import { getSituation } from '@/lib/pilotage/situation/queries'
import { checkJourPlausible, JOUR_IMPLAUSIBLE } from '@/lib/pilotage/situation/rules/jour'
import { formatEchec } from '@/lib/platform/reponse'

export const dynamic = 'force-dynamic'

const jour = z.iso.date().refine(checkJourPlausible)

/** The situation of a convention on a day, as JSON, for whoever may read it (docs/situation.md). */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string }> },
): Promise<Response> {
  const { convention } = await params
  const le = new URL(requete.url).searchParams.get('le') ?? undefined
  if (le !== undefined && !jour.safeParse(le).success)
    return formatEchec({ ok: false, tag: 'INVALIDE', message: JOUR_IMPLAUSIBLE, champs: [] })
  const resultat = await getSituation({ convention, le })
  if (!resultat.ok) return formatEchec(resultat)
  return Response.json(resultat.data, { headers: { 'cache-control': 'private, no-store' } })
}
