import type { Metadata } from 'next'
import { Evolution } from '@/components/pilotage/evolution/evolution'
import { getEvolution } from '@/lib/pilotage/evolution/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Depuis le dernier COPIL' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const { depuis, jusque, reunion, fin } = await searchParams
  const vue = await getEvolution({
    convention,
    depuis: readTexte(depuis),
    jusque: readTexte(jusque),
    reunion: readTexte(reunion),
    fin: readTexte(fin),
  })
  return <Evolution vue={unwrap(vue, `/conventions/${convention}/evolution`)} />
}
