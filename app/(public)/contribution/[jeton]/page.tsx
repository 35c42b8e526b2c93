import type { Metadata } from 'next'
import { PageContribution } from '@/components/plan-action/invitation/page-contribution'
import { readFicheOuverte } from '@/lib/plan-action/invitation/write/publique'
import { hashSecret } from '@/lib/platform/identite/secret'

export const metadata: Metadata = {
  title: 'Mettre à jour une fiche',
  referrer: 'no-referrer',
  robots: { index: false },
}

export default async function Page({ params }: { params: Promise<{ jeton: string }> }) {
  const jeton = (await params).jeton.slice(0, 100)
  return (
    <PageContribution
      fiche={await readFicheOuverte(jeton)}
      jeton={jeton}
      cle={hashSecret(`brouillon:${jeton}`).slice(0, 16)}
    />
  )
}
