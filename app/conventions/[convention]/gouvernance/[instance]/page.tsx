import type { Metadata } from 'next'
import { cache } from 'react'
import { FicheInstance } from '@/components/gouvernance/instances/fiche-instance'
import { getInstance } from '@/lib/gouvernance/instances/queries/gouvernance'
import { FILTRES_REUNIONS, parseAnnee } from '@/lib/gouvernance/frequence/words'
import type { FiltreReunions } from '@/lib/gouvernance/frequence/words'
import { readChoix, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

type Props = { params: Promise<{ convention: string; instance: string }>; searchParams: Promise<Recherche> }

/** Once per request, for the title and for the page. */
const readInstance = cache((convention: string, instance: string, annee?: number, reunions?: FiltreReunions) =>
  getInstance({ convention, instance, annee, reunions }),
)

async function read({ params, searchParams }: Props) {
  const { convention, instance } = await params
  const filtres = await searchParams
  return readInstance(
    convention,
    instance,
    parseAnnee(readTexte(filtres.annee, 4)),
    readChoix(filtres.reunions, FILTRES_REUNIONS),
  )
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const resultat = await read(props)
  return { title: resultat.ok ? resultat.data.instance.nom : 'Gouvernance' }
}

export default async function Page(props: Props) {
  const { convention, instance } = await props.params
  return <FicheInstance vue={unwrap(await read(props), `/conventions/${convention}/gouvernance/${instance}`)} />
}
