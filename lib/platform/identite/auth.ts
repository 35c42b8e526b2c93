import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { checkIdentifiants, closeSession, openSession } from './connexion'
import { readEnv } from '@/lib/platform/env'
import { parseSaisie } from '@/lib/platform/nettoyage'
import { DUREE_SESSION_S } from './session'

const saisie = z.object({ email: z.string().min(1).max(320), motDePasse: z.string().min(1).max(200) })

/** Address the request came from, as far as a reverse proxy says it; a key for throttling only. */
function readReseau(entetes: Record<string, unknown> | undefined): string {
  const transmis = entetes?.['x-forwarded-for']
  return typeof transmis === 'string' ? (transmis.split(',').at(-1)?.trim() ?? 'local') : 'local'
}

/**
 * next-auth carries the secret of a server-side session in its sealed cookie. The cookie alone
 * proves nothing: each request asks PostgreSQL whether that session is still open.
 */
export function getAuthOptions(): NextAuthOptions {
  return {
    secret: readEnv().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: DUREE_SESSION_S },
    jwt: { maxAge: DUREE_SESSION_S },
    pages: { signIn: '/connexion', error: '/connexion', signOut: '/connexion' },
    providers: [
      CredentialsProvider({
        name: 'Adresse et mot de passe',
        credentials: {
          email: { label: 'Adresse', type: 'email' },
          motDePasse: { label: 'Mot de passe', type: 'password' },
        },
        async authorize(identifiants, requete) {
          if (!identifiants) return null
          const lu = parseSaisie(saisie, identifiants, ['motDePasse'])
          if (!lu.ok) return null
          const id = await checkIdentifiants({ ...lu.data, reseau: readReseau(requete?.headers) })
          if (id === null) return null
          const agent = requete?.headers?.['user-agent']
          return { id: String(id), session: await openSession(id, typeof agent === 'string' ? agent : null) }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, session: (user as { session?: string }).session } : token),
      // What the browser may read of it: nothing but its end.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.session === 'string') await closeSession(token.session)
      },
    },
  }
}
