import type { Metadata } from 'next'
import { PageImporterTableur } from '@/components/plan-action/tableur/page-importer'
import { getImportTableur } from '@/lib/plan-action/tableur/queries'
import { VERDICTS } from '@/lib/plan-action/tableur/schema'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Importer un tableur' }

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const id = Number(readTexte(recherche.import, 10))
  const filtres = { verdict: readChoix(recherche.verdict, VERDICTS), page: readPage(recherche.page) }
  const vue = unwrap(
    await getImportTableur({ convention, ...(id > 0 ? { import: id } : {}), ...filtres }),
    `/conventions/${convention}/plan-action/importer`,
  )
  return (
    <PageImporterTableur
      slug={convention}
      vue={vue}
      filtre={filtres.verdict}
      colonnes={readTexte(recherche.colonnes) === '1'}
    />
  )
}
