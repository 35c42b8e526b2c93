import type { Metadata } from 'next'
import { PageEtp } from '@/components/cooperation/schemas/etp'
import { getEtp } from '@/lib/cooperation/schemas/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'ETP de coopération' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const schema = readTexte(recherche.schema, 80)
  const vue = unwrap(await getEtp({ convention, schema }), `/conventions/${convention}/etp`)
  const comparer =
    readTexte(recherche.vue) === 'comparer' ? { a: readTexte(recherche.a, 80), b: readTexte(recherche.b, 80) } : null
  return <PageEtp vue={vue} slug={convention} comparer={comparer} />
}
