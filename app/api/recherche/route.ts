import { NextResponse, type NextRequest } from 'next/server'
import { readTexte } from '@/lib/platform/adresse'
import { formatEchec } from '@/lib/platform/reponse'
import { searchTout } from '@/lib/pilotage/recherche/queries'

/** GET ?q=: what the search of every page asks. */
export async function GET(requete: NextRequest): Promise<Response> {
  const q = readTexte(requete.nextUrl.searchParams.get('q') ?? undefined) ?? ''
  const resultat = await searchTout({ q })
  return resultat.ok
    ? NextResponse.json(resultat.data, { headers: { 'cache-control': 'private, no-store' } })
    : formatEchec(resultat)
}
