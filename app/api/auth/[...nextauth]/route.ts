import NextAuth from 'next-auth'
import { getAuthOptions } from '@/lib/platform/identite/auth'

type Contexte = { params: Promise<{ nextauth: string[] }> }

const handler = (requete: Request, contexte: Contexte): Promise<Response> =>
  NextAuth(getAuthOptions())(requete, contexte)

export { handler as GET, handler as POST }
