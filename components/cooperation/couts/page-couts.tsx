import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Tabs } from '@/components/ui/tabs'
import type { VueCouts } from '@/lib/cooperation/couts/types'
import { formatListe } from '@/lib/platform/typographie'
import { OngletsEtp } from '../onglets'
import { CoutsPostes } from './couts-postes'
import { ImageMontants } from './image-montants'
import { Montants } from './montants'
import { CoutsParEtp, Cofinancements } from './reglages'

function SansSchema({ vue }: { vue: VueCouts }) {
  const pourquoi =
    vue.sansDate.length > 0
      ? `${formatListe(vue.sansDate.map((libelle) => `« ${libelle} »`))} n’a pas de dates connues : aucun coût ne peut être rattaché à une année.`
      : (vue.lacune ?? `Aucun schéma de coopération ne couvre ${vue.annee} : il n’y a pas de poste à chiffrer.`)
  return (
    <Panneau titre={`Ce que coûtent les postes en ${vue.annee}`}>
      <EmptyState titre={`Pas de schéma en ${vue.annee}`} pourquoi={pourquoi} />
    </Panneau>
  )
}

/** Cost of the posts over a year, who finances, planned and actual, and what a vacancy leaves unspent. */
export function PageCouts({ vue, slug }: { vue: VueCouts; slug: string }) {
  const { annee, annees, schemas, sansDate } = vue
  const base = `/conventions/${slug}/etp/couts`
  return (
    <div className="page">
      <PageHeader
        titre="Coûts des ETP"
        surtitre={vue.nom}
        actions={
          <ButtonLink href={`/api${base}?annee=${annee}`} download>
            Exporter {annee} (CSV)
          </ButtonLink>
        }
      >
        <OngletsEtp convention={slug} actif="couts" />
      </PageHeader>
      <Tabs
        label="Année"
        tabs={annees.map((an) => ({ label: String(an), href: `${base}?annee=${an}`, actif: an === annee }))}
      />
      {schemas.length > 0 && sansDate.length > 0 ? (
        <Notice tone="neutral">{`Sans dates connues, donc dans aucune année : ${formatListe(sansDate)}.`}</Notice>
      ) : null}
      {schemas.length === 0 ? (
        <SansSchema vue={vue} />
      ) : (
        schemas.map((schema) => <CoutsPostes key={schema.ref} schema={schema} annee={annee} />)
      )}
      <Montants vue={vue} slug={slug} />
      <ImageMontants annees={vue.parAnnee} annee={annee} />
      <CoutsParEtp vue={vue} slug={slug} />
      <Cofinancements vue={vue} slug={slug} />
    </div>
  )
}
