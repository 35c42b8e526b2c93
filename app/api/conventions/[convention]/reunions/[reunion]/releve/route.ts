import { renderDocx } from '@/lib/documents/docx'
import { renderPdf } from '@/lib/documents/pdf'
import { getReleve } from '@/lib/gouvernance/releves/queries'
import { parseNumero } from '@/lib/gouvernance/releves/schema'
import { formatEchec } from '@/lib/platform/reponse'
import { echecs } from '@/lib/platform/resultat'

export const dynamic = 'force-dynamic'

const FORMATS = {
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', render: renderDocx },
  pdf: { type: 'application/pdf', render: renderPdf },
} as const

const readFormat = (format: string | null) =>
  format === 'docx' || format === 'pdf' ? { extension: format, ...FORMATS[format] } : null

/** The minutes of a meeting as a file: what the page shows, for whoever may read it there. */
export async function GET(
  requete: Request,
  { params }: { params: Promise<{ convention: string; reunion: string }> },
): Promise<Response> {
  const { convention, reunion } = await params
  const { searchParams } = new URL(requete.url)
  const resultat = await getReleve({ convention, reunion, numero: parseNumero(searchParams.get('version')) })
  if (!resultat.ok) return formatEchec(resultat)
  const format = readFormat(searchParams.get('format'))
  if (format === null)
    return formatEchec(echecs.invalide([{ champ: 'format', message: 'Demandez le relevé au format docx ou pdf.' }]))
  const { document, choisie } = resultat.data
  if (document === null) return formatEchec(echecs.introuvable())
  const nom = `releve-${reunion}${choisie ? `-v${choisie.numero}` : ''}.${format.extension}`
  return new Response(await format.render(document), {
    headers: {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${nom}"`,
      'cache-control': 'private, no-store',
    },
  })
}
