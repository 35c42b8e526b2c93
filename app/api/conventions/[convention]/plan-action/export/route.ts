import { exportPlanTableur } from '@/lib/plan-action/tableur/queries'
import { readFiltresPlan } from '@/lib/plan-action/liste/rules/filtres'
import { readChoix } from '@/lib/platform/adresse'
import { formatEchec } from '@/lib/platform/reponse'
import { formatFichier } from '@/lib/tableurs/reponse'
import { FORMATS_TABLEUR } from '@/lib/tableurs/types'

export const dynamic = 'force-dynamic'

/** The plan, as far as the filters of the list leave it, as a file that a spreadsheet opens. */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string }> },
): Promise<Response> {
  const { convention } = await params
  const recherche = Object.fromEntries(new URL(requete.url).searchParams)
  const format = readChoix(recherche.format, FORMATS_TABLEUR) ?? 'xlsx'
  const resultat = await exportPlanTableur({ convention, ...readFiltresPlan(recherche), format })
  return resultat.ok ? formatFichier(resultat.data, format) : formatEchec(resultat)
}
