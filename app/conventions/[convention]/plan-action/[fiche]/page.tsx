import type { Metadata } from 'next'
import { cache } from 'react'
import { PageFiche } from '@/components/plan-action/fiche/fiche'
import { getFiche } from '@/lib/plan-action/queries-fiche'
import { unwrap } from '@/lib/platform/page'

type Props = { params: Promise<{ convention: string; fiche: string }> }

/** Once per request, for the title and for the page. */
const readFiche = cache((convention: string, ref: string) => getFiche({ convention, ref }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { convention, fiche } = await params
  const resultat = await readFiche(convention, fiche)
  return resultat.ok ? { title: [resultat.data.numero, resultat.data.titre].filter(Boolean).join(' ') } : {}
}

export default async function Page({ params }: Props) {
  const { convention, fiche } = await params
  const vue = unwrap(await readFiche(convention, fiche), `/conventions/${convention}/plan-action/${fiche}`)
  return <PageFiche vue={vue} slug={convention} />
}
