import { exportPortefeuille } from '@/lib/pilotage/portefeuille/queries/export'
import { readFiltresPortefeuille } from '@/lib/pilotage/portefeuille/rules/filtres'
import { readChoix } from '@/lib/platform/adresse'
import { formatEchec } from '@/lib/platform/reponse'
import { formatFichier } from '@/lib/tableurs/reponse'
import { FORMATS_TABLEUR } from '@/lib/tableurs/types'

export const dynamic = 'force-dynamic'

/** The portfolio, as far as its filters leave it, as a file that a spreadsheet opens. */
export async function GET(requete: Request): Promise<Response> {
  const recherche = Object.fromEntries(new URL(requete.url).searchParams)
  const format = readChoix(recherche.format, FORMATS_TABLEUR) ?? 'xlsx'
  const resultat = await exportPortefeuille({ ...readFiltresPortefeuille(recherche), format })
  return resultat.ok ? formatFichier(resultat.data, format) : formatEchec(resultat)
}
