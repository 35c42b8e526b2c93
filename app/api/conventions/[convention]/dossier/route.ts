import { formatDossier } from '@/lib/dossier/export/read'
import { getDossier } from '@/lib/dossier/export/queries'
import { formatEchec } from '@/lib/platform/reponse'

export const dynamic = 'force-dynamic'

/** The whole convention as one JSON document, for those whose role allows it. */
export async function GET(
  _requete: Request,
  { params }: { params: Promise<{ convention: string }> },
): Promise<Response> {
  const { convention } = await params
  const resultat = await getDossier({ convention })
  if (!resultat.ok) return formatEchec(resultat)
  return new Response(formatDossier(resultat.data), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="dossier-${resultat.data.convention.slug}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
