import type { Metadata } from 'next'
import { PageConvention } from '@/components/convention/accord/convention'
import { getConvention } from '@/lib/convention/accord/queries'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Convention' }

export default async function Page({ params }: { params: Promise<{ convention: string }> }) {
  const { convention } = await params
  const vue = unwrap(await getConvention({ convention }), `/conventions/${convention}/convention`)
  return <PageConvention vue={vue} slug={convention} />
}
