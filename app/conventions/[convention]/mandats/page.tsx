import type { Metadata } from 'next'
import { Cloture } from '@/components/gouvernance/mandats/cloture'
import { Mandats } from '@/components/gouvernance/mandats/mandats'
import { getCloture, getMandats } from '@/lib/gouvernance/mandats/queries'
import { FILTRES_MANDATS } from '@/lib/gouvernance/mandats/rules'
import { COLLEGES } from '@/lib/gouvernance/mandats/types'
import { readChoix, readPage, readTexte, type Recherche } from '@/lib/platform/adresse'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Mandats' }

const readSiege = (texte: string | undefined): number | undefined =>
  texte !== undefined && /^[1-9]\d{0,8}$/.test(texte) ? Number(texte) : undefined

export default async function Page({
  params,
  searchParams,
}: {
  params: Promise<{ convention: string }>
  searchParams: Promise<Recherche>
}) {
  const { convention } = await params
  const recherche = await searchParams
  const ici = `/conventions/${convention}/mandats`
  const cible = {
    personne: readTexte(recherche.personne),
    siege: readSiege(readTexte(recherche.siege)),
    organisme: readTexte(recherche.organisme, 80),
    college: readChoix(recherche.college, COLLEGES),
  }
  if (Object.values(cible).some((valeur) => valeur !== undefined))
    return <Cloture vue={unwrap(await getCloture({ convention, ...cible }), ici)} />
  const vue = await getMandats({
    convention,
    q: readTexte(recherche.q),
    etat: readChoix(recherche.etat, FILTRES_MANDATS),
    page: readPage(recherche.page),
  })
  return <Mandats vue={unwrap(vue, ici)} />
}
