import { type NextRequest, NextResponse } from 'next/server'

/**
 * Security headers on every response, with a nonce of its own for each: scripts and styles are the
 * application’s or they do not run. No third party is named anywhere.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const developpement = process.env.NODE_ENV === 'development'
  const politique = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developpement ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${developpement ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
  const entetes = new Headers(request.headers)
  entetes.set('x-nonce', nonce)
  entetes.set('content-security-policy', politique)
  entetes.set('x-adresse', request.nextUrl.pathname + request.nextUrl.search)
  const reponse = NextResponse.next({ request: { headers: entetes } })
  reponse.headers.set('content-security-policy', politique)
  reponse.headers.set('x-content-type-options', 'nosniff')
  reponse.headers.set('x-frame-options', 'DENY')
  reponse.headers.set('referrer-policy', 'same-origin')
  reponse.headers.set('cross-origin-opener-policy', 'same-origin')
  reponse.headers.set('cross-origin-resource-policy', 'same-origin')
  reponse.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  if (request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https')
    reponse.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return reponse
}

export const config = { matcher: [{ source: '/((?!_next/static|_next/image).*)' }] }
