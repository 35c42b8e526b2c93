import { isReady } from '@/lib/platform/serveur/sante'

export const dynamic = 'force-dynamic'

/** The process and its database answer. */
export async function GET(): Promise<Response> {
  const pret = await isReady()
  return new Response(pret ? 'ok\n' : 'indisponible\n', {
    status: pret ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
