import type { Metadata } from 'next'
import { toEcran } from '@/components/pilotage/copil/ecran'
import { TableauDeBord } from '@/components/pilotage/copil/tableau-de-bord'
import { getTableauDeBord } from '@/lib/pilotage/copil/queries'
import { unwrap } from '@/lib/platform/page'
import { readNavigation } from './navigation'

type Props = { params: Promise<{ convention: string }> }

/** A title’s template does not reach the page of its own segment. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resultat = await readNavigation((await params).convention)
  return resultat.ok
    ? { title: { absolute: `Tableau de bord COPIL – ${resultat.data.convention.nom} – Copilote CTG` } }
    : {}
}

export default async function Page({ params }: Props) {
  const { convention } = await params
  return <TableauDeBord ecran={toEcran(unwrap(await getTableauDeBord({ convention }), `/conventions/${convention}`))} />
}
