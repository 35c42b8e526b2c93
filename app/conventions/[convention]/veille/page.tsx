import type { Metadata } from 'next'
import { PageVeille } from '@/components/pilotage/veille/veille'
import { readPage, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'
import { getVeille } from '@/lib/pilotage/veille/queries'

export const metadata: Metadata = { title: 'Veille' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const vue = await getVeille({ convention, page: readPage((await searchParams).page) })
  return <PageVeille vue={unwrap(vue, `/conventions/${convention}/veille`)} />
}
