import { stripAccents } from '@/lib/platform/texte'
import { MIMES, type FormatTableur } from './types'

/** A file to download, as an answer. @param nom without its ending; letters, digits and dashes */
export function formatFichier({ nom, octets }: { nom: string; octets: Uint8Array }, format: FormatTableur): Response {
  const ascii = stripAccents(nom).replace(/[^\w-]+/g, '-')
  return new Response(new Uint8Array(octets), {
    headers: {
      'content-type': MIMES[format],
      'content-disposition': `attachment; filename="${ascii}.${format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
