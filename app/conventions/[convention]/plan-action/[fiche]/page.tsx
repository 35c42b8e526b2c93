import type { Metadata } from 'next'
import { cache } from 'react'
import { PageFiche } from '@/components/plan-action/fiche/fiche'
import { getFiche } from '@/lib/plan-action/fiche/queries'
import { unwrap } from '@/lib/platform/page'

type Props = {
  params: Promise<{ convention: string; fiche: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A whole number of the address; undefined for anything else. */
const readNombre = (texte: string | string[] | undefined): number | undefined =>
  typeof texte === 'string' && /^[1-9]\d{0,8}$/.test(texte) ? Number(texte) : undefined

/** Once per request, for the title and for the page. */
const readFiche = cache((convention: string, ref: string, fil: number | undefined, mention: number | undefined) =>
  getFiche({ convention, ref, fil: Math.min(fil ?? 1, 200), mention }),
)

async function readPage({ params, searchParams }: Props) {
  const { convention, fiche } = await params
  const { fil, mention } = await searchParams
  return readFiche(convention, fiche, readNombre(fil), readNombre(mention))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const resultat = await readPage(props)
  return resultat.ok ? { title: [resultat.data.numero, resultat.data.titre].filter(Boolean).join(' ') } : {}
}

export default async function Page(props: Props) {
  const { convention, fiche } = await props.params
  const { mention } = await props.searchParams
  const vue = unwrap(
    await readPage(props),
    `/conventions/${convention}/plan-action/${fiche}${readNombre(mention) ? `?mention=${readNombre(mention)}` : ''}`,
  )
  return <PageFiche vue={vue} slug={convention} />
}
