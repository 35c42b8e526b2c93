import type { Metadata } from 'next'
import { cache } from 'react'
import { PageIndicateur } from '@/components/plan-action/indicateurs/page-indicateur'
import { getIndicateur } from '@/lib/plan-action/indicateurs/queries'
import { unwrap } from '@/lib/platform/page'

type Props = { params: Promise<{ convention: string; indicateur: string }> }

/** Once per request, for the title and for the page. */
const readIndicateur = cache((convention: string, ref: string) => getIndicateur({ convention, ref }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { convention, indicateur } = await params
  const resultat = await readIndicateur(convention, indicateur)
  return resultat.ok ? { title: resultat.data.indicateur.libelle } : {}
}

export default async function Page({ params }: Props) {
  const { convention, indicateur } = await params
  const vue = unwrap(
    await readIndicateur(convention, indicateur),
    `/conventions/${convention}/indicateurs/${indicateur}`,
  )
  return <PageIndicateur vue={vue} slug={convention} />
}
