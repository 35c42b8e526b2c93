import { getAfas } from '@/lib/cooperation/afas/queries'
import { formatCsvAfas } from '@/lib/cooperation/afas/rules/export'
import { formatEchec } from '@/lib/platform/reponse'

export const dynamic = 'force-dynamic'

/** The AFAS distribution of a year, as a file that a spreadsheet opens. */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string }> },
): Promise<Response> {
  const { convention } = await params
  const resultat = await getAfas({ convention, annee: new URL(requete.url).searchParams.get('annee')?.slice(0, 10) })
  if (!resultat.ok) return formatEchec(resultat)
  return new Response(formatCsvAfas(resultat.data.tableau), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="afas-${convention}-${resultat.data.annee}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
