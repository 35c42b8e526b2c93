import type { Metadata } from 'next'
import { cache } from 'react'
import { PagePersonne } from '@/components/utilisateurs/personne'
import { unwrap } from '@/lib/platform/page'
import { getPersonne } from '@/lib/utilisateurs/queries'

type Props = { params: Promise<{ personne: string }> }

/** Read once per request, for the title and for the page. */
const readPersonne = cache((personne: string) => getPersonne({ personne: Number(personne) }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resultat = await readPersonne((await params).personne)
  return { title: resultat.ok ? resultat.data.personne.nom : 'Personne' }
}

export default async function Page({ params }: Props) {
  const { personne } = await params
  const vue = unwrap(await readPersonne(personne), `/administration/personnes/${personne}`)
  return <PagePersonne personne={vue.personne} soi={vue.soi} />
}
