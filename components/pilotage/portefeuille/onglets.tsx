import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'

/** Head of the portfolio: one’s conventions, and for who answers for them, the territories of the département. */
export function EntetePortefeuille({
  actif,
  territoires,
  surtitre,
}: {
  actif: 'conventions' | 'territoires'
  territoires: boolean
  surtitre: string
}) {
  return (
    <PageHeader titre={territoires ? 'Portefeuille' : 'Mes conventions'} surtitre={surtitre}>
      {territoires ? (
        <Tabs
          label="Portefeuille"
          tabs={[
            { label: 'Conventions', href: '/portefeuille', actif: actif === 'conventions' },
            { label: 'Territoires du département', href: '/portefeuille/territoires', actif: actif === 'territoires' },
          ]}
        />
      ) : null}
    </PageHeader>
  )
}
