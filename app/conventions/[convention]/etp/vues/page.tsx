import type { Metadata } from 'next'
import { PageVues } from '@/components/cooperation/vues/page-vues'
import { getVuesEtp } from '@/lib/cooperation/vues/queries'
import { VUES } from '@/lib/cooperation/vues/schema'
import { readChoix, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'ETP par commune et thématique' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const donnees = unwrap(
    await getVuesEtp({ convention, schema: readTexte(recherche.schema, 80) }),
    `/conventions/${convention}/etp/vues`,
  )
  return (
    <PageVues
      donnees={donnees}
      slug={convention}
      vue={readChoix(recherche.vue, VUES) ?? 'communes'}
      commune={readTexte(recherche.commune) ?? null}
    />
  )
}
