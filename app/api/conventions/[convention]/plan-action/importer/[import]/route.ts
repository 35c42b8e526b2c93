import { getProgresTableur, getRapportTableur } from '@/lib/plan-action/tableur/queries'
import { readChoix } from '@/lib/platform/adresse'
import { formatEchec } from '@/lib/platform/reponse'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { formatFichier } from '@/lib/tableurs/reponse'
import { FORMATS_TABLEUR } from '@/lib/tableurs/types'

export const dynamic = 'force-dynamic'

/** Somebody else’s file, or a work that is not theirs: there is nothing here. */
const formatAbsence = (echec: Echec): Response => formatEchec(echec.tag === 'INTERDIT' ? echecs.introuvable() : echec)

/** How far an import has come; with a format, its report: the file itself, each row with what was said of it. */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string; import: string }> },
): Promise<Response> {
  const { convention, import: texte } = await params
  const id = Number(texte)
  const format = readChoix(new URL(requete.url).searchParams.get('format') ?? undefined, FORMATS_TABLEUR)
  if (format) {
    const rapport = await getRapportTableur({ convention, import: id, format })
    return rapport.ok ? formatFichier(rapport.data, format) : formatAbsence(rapport)
  }
  const resultat = await getProgresTableur({ convention, import: id })
  return resultat.ok
    ? Response.json(resultat.data, { headers: { 'cache-control': 'private, no-store' } })
    : formatAbsence(resultat)
}
