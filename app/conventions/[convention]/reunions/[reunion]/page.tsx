import type { Metadata } from 'next'
import { cache } from 'react'
import { PageReunion } from '@/components/gouvernance/seance/page-reunion'
import { getReunion } from '@/lib/gouvernance/seance/queries'
import { unwrap } from '@/lib/platform/page'

type Props = { params: Promise<{ convention: string; reunion: string }> }

/** Once per request, for the title and for the page. */
const readReunion = cache((convention: string, reunion: string) => getReunion({ convention, reunion }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { convention, reunion } = await params
  const resultat = await readReunion(convention, reunion)
  return { title: resultat.ok ? `${resultat.data.instance.nom}, ${resultat.data.reunion.dateTexte}` : 'Réunion' }
}

export default async function Page({ params }: Props) {
  const { convention, reunion } = await params
  return (
    <PageReunion
      vue={unwrap(await readReunion(convention, reunion), `/conventions/${convention}/reunions/${reunion}`)}
    />
  )
}
