import { getCouts } from '@/lib/cooperation/couts/queries'
import { formatCsvCouts } from '@/lib/cooperation/couts/rules/csv'
import { readTexte } from '@/lib/platform/adresse'
import { formatEchec } from '@/lib/platform/reponse'

export const dynamic = 'force-dynamic'

/** The costs of a year as a file for a spreadsheet, for whoever reads the page. */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string }> },
): Promise<Response> {
  const { convention } = await params
  const annee = readTexte(new URL(requete.url).searchParams.get('annee') ?? undefined, 10)
  const resultat = await getCouts({ convention, annee })
  if (!resultat.ok) return formatEchec(resultat)
  return new Response(formatCsvCouts(resultat.data), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="couts-etp-${convention}-${resultat.data.annee}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
