import type { Metadata } from 'next'
import { cache } from 'react'
import { PageReleve } from '@/components/gouvernance/releves/page-releve'
import { getReleve } from '@/lib/gouvernance/releves/queries'
import { parseNumero } from '@/lib/gouvernance/releves/schema'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

type Props = { params: Promise<{ convention: string; reunion: string }>; searchParams: Promise<Recherche> }

/** Once per request, for the title and for the page. */
const readReleve = cache((convention: string, reunion: string, numero?: number) =>
  getReleve({ convention, reunion, numero }),
)

async function read({ params, searchParams }: Props) {
  const { convention, reunion } = await params
  return readReleve(convention, reunion, parseNumero(readTexte((await searchParams).version, 6)))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const resultat = await read(props)
  return {
    title: resultat.ok
      ? `Relevé de décisions, ${resultat.data.reunion.instance.nom}, ${resultat.data.reunion.dateTexte}`
      : 'Relevé de décisions',
  }
}

export default async function Page(props: Props) {
  const { convention, reunion } = await props.params
  return <PageReleve vue={unwrap(await read(props), `/conventions/${convention}/reunions/${reunion}/releve`)} />
}
