import type { Metadata } from 'next'
import { PageActivite } from '@/components/cooperation/activite/page-activite'
import { getActivite } from '@/lib/cooperation/activite/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Activité des chargés de coopération' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const { annee } = await searchParams
  const vue = unwrap(
    await getActivite({ convention, annee: readTexte(annee, 10) }),
    `/conventions/${convention}/etp/activite`,
  )
  return <PageActivite vue={vue} slug={convention} />
}
