import { NextResponse, type NextRequest } from 'next/server'
import { searchTout } from '@/lib/portefeuille/recherche'

const STATUTS = { NON_CONNECTE: 401, INTROUVABLE: 404, INTERDIT: 404, INVALIDE: 400, REGLE: 409, CONFLIT: 409, INATTENDU: 500 } as const

/** GET ?q=: what the search of every page asks. */
export async function GET(requete: NextRequest): Promise<NextResponse> {
  const q = (requete.nextUrl.searchParams.get('q') ?? '').replaceAll('\u0000', '').slice(0, 100)
  const resultat = await searchTout({ q })
  const entetes = { 'cache-control': 'no-store' }
  return resultat.ok
    ? NextResponse.json(resultat.data, { headers: entetes })
    : NextResponse.json({ message: resultat.message }, { status: STATUTS[resultat.tag], headers: entetes })
}
