import type { Metadata } from 'next'
import { PageJournal } from '@/components/journal/journal'
import { getJournal } from '@/lib/journal/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Journal' }

/** Largest id of a row (int4). */
const ID_MAXIMUM = 2_147_483_647

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const objet = readTexte(recherche.objet, 40)
  const avant = Number(readTexte(recherche.avant, 10))
  const vue = unwrap(
    await getJournal({
      convention,
      objet,
      avant: Number.isInteger(avant) && avant > 0 && avant <= ID_MAXIMUM ? avant : undefined,
    }),
    `/conventions/${convention}/journal`,
  )
  return <PageJournal vue={vue} slug={convention} objet={objet} />
}
