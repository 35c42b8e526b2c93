import { buildReponseIcs } from '@/lib/gouvernance/calendrier/queries/reponse-ics'
import { getReunionIcs } from '@/lib/gouvernance/calendrier/queries/abonnement'
import { formatEchec } from '@/lib/platform/reponse'

export const dynamic = 'force-dynamic'

/** GET: one meeting, as a file that a calendar program opens. */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string; reunion: string }> },
): Promise<Response> {
  const resultat = await getReunionIcs(await params)
  if (!resultat.ok) return formatEchec(resultat)
  const { reunion } = resultat.data
  return buildReponseIcs(requete, [reunion], { nom: reunion.convention.nom, fichier: `${reunion.ref}.ics` })
}
