export const dynamic = 'force-dynamic'

/** The process answers; nothing is said of what stands behind it. */
export const GET = (): Response => new Response('ok\n', { headers: { 'cache-control': 'no-store' } })
