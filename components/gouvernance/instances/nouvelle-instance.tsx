import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { VueNouvelleInstance } from '@/lib/gouvernance/instances/types/edition'
import { OngletsGouvernance } from '../onglets'
import { FormulaireNouvelle } from './formulaire-nouvelle'

/** The screen where an instance is composed: what it is first, the rest on its own page. */
export function NouvelleInstance({ vue }: { vue: VueNouvelleInstance }) {
  const { convention, parents, presents } = vue
  return (
    <div className="page">
      <PageHeader
        titre="Composer une instance"
        fil={[{ label: 'Gouvernance', href: `/conventions/${convention.slug}/gouvernance` }]}
      />
      <OngletsGouvernance convention={convention.slug} actif={null} coordination />
      {parents.length === 0 ? (
        <Notice tone="info" titre="Par où commencer">
          Une convention a le plus souvent un comité de pilotage, qui décide, un comité technique, qui prépare, et un
          groupe projet, qui fait avancer. Composez-les un par un, dans les mots de la convention.
        </Notice>
      ) : presents.COPIL === undefined ? (
        <Notice tone="info">La convention n’a pas encore de comité de pilotage.</Notice>
      ) : null}
      <Panneau titre="Identité" sousTitre="Ses missions, ses membres et sa fréquence se saisissent juste après.">
        <FormulaireNouvelle vue={vue} />
      </Panneau>
    </div>
  )
}
