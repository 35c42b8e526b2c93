import type { Metadata } from 'next'
import { PageArret } from '@/components/pilotage/veille/arret'
import { readTexte, type Recherche } from '@/lib/platform/adresse'

export const metadata: Metadata = {
  title: 'Ne plus recevoir de messages',
  referrer: 'no-referrer',
  robots: { index: false },
}

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ jeton: string }>
  searchParams: Promise<Recherche>
}) {
  const { jeton } = await params
  return <PageArret jeton={jeton.slice(0, 100)} fait={readTexte((await searchParams).fait) === '1'} />
}
