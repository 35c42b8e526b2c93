import type { Metadata } from 'next'
import { PageReserves } from '@/components/convention/reserves/reserves'
import { getReserves } from '@/lib/convention/reserves/queries'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'À confirmer' }

export default async function Page({ params }: { params: Promise<{ convention: string }> }) {
  const { convention } = await params
  const vue = unwrap(await getReserves({ convention }), `/conventions/${convention}/convention/a-confirmer`)
  return <PageReserves vue={vue} slug={convention} nom={vue.nom} />
}
