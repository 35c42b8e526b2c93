import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueArbre } from '@/lib/plan-action/arbre/types'
import { OngletsPlan } from '../onglets'
import { CreerPlan } from './creer-plan'
import { EditeurArbre } from './editeur'

/** Where a plan is made and reshaped. */
export function PageArbre({ vue, slug }: { vue: VueArbre; slug: string }) {
  const { nom, arbre, lacune } = vue
  return (
    <div className="page">
      <PageHeader
        titre={arbre ? 'Modifier le plan d’action' : 'Créer le plan d’action'}
        surtitre={nom}
        fil={[{ label: 'Plan d’action', href: `/conventions/${slug}/plan-action` }]}
      />
      {arbre ? (
        <>
          <OngletsPlan convention={slug} actif="modifier" coordination />
          <EditeurArbre vue={vue} initial={arbre} slug={slug} />
        </>
      ) : (
        <>
          {lacune ? <Notice titre="Le document lu n’a pas de plan d’action">{lacune}</Notice> : null}
          <Panneau
            titre="Le plan"
            sousTitre="Ses noms sont ceux de la convention. Les axes et les fiches viennent juste après."
          >
            <CreerPlan slug={slug} />
          </Panneau>
        </>
      )}
    </div>
  )
}
