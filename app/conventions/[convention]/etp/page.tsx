import type { Metadata } from 'next'
import { PageEtp } from '@/components/cooperation/etp'
import { getEtp } from '@/lib/cooperation/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'ETP de coopération' }

export default async function Page({ params, searchParams }: { params: Promise<{ convention: string }>; searchParams: Promise<Recherche> }) {
  const { convention } = await params
  const recherche = await searchParams
  const schema = readTexte(recherche.schema, 80)
  const vue = unwrap(await getEtp({ convention, schema }), `/conventions/${convention}/etp`)
  return <PageEtp vue={vue} slug={convention} comparer={readTexte(recherche.vue) === 'comparer'} />
}
