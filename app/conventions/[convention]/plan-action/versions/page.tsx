import type { Metadata } from 'next'
import { PageVersions } from '@/components/plan-action/versions/page-versions'
import { getVersionsPlan } from '@/lib/plan-action/versions/queries'
import { readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Versions du plan d’action' }

/** A number of version; anything else is none. */
function readNumero(valeur: string | string[] | undefined): number | undefined {
  const numero = Number(readTexte(valeur, 4))
  return Number.isInteger(numero) && numero >= 1 && numero <= 1000 ? numero : undefined
}

const readCote = (valeur: string | string[] | undefined) =>
  readTexte(valeur, 12) === 'aujourdhui' ? ('aujourdhui' as const) : readNumero(valeur)

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const avant = readCote(recherche.avant)
  const apres = avant === undefined ? undefined : readCote(recherche.apres)
  const vue = unwrap(
    await getVersionsPlan({ convention, lire: readNumero(recherche.lire), avant, apres }),
    `/conventions/${convention}/plan-action/versions`,
  )
  return <PageVersions vue={vue} demande={{ avant: avant?.toString(), apres: apres?.toString() }} />
}
