import { OngletsGouvernance } from '@/components/gouvernance/onglets'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import type { VueCloture } from '@/lib/gouvernance/mandats/queries'
import { CloreMandats } from './clore-mandats'
import { COLLEGES_EN_MOTS } from './mots'

function formatTitre(objet: VueCloture['objet']): string {
  if (objet.genre === 'COLLEGE') return `Fin des mandats : ${COLLEGES_EN_MOTS[objet.college]}`
  return `Fin des mandats : ${objet.nom}`
}

/** The screen that ends mandates: of one person, of an organisme, or of a whole college after an election. */
export function Cloture({ vue }: { vue: VueCloture }) {
  const base = `/conventions/${vue.convention.slug}`
  return (
    <div className="page">
      <PageHeader
        titre={formatTitre(vue.objet)}
        surtitre={vue.convention.nom}
        fil={[{ label: 'Mandats', href: `${base}/mandats` }]}
      />
      <OngletsGouvernance convention={vue.convention.slug} actif="mandats" coordination />
      {vue.departs.length === 0 ? (
        <EmptyState
          titre="Aucun mandat en cours"
          pourquoi="Ces mandats sont terminés, ou n’existent pas."
          suite={
            <Link className="link" href={`${base}/mandats`}>
              Revenir aux mandats
            </Link>
          }
        />
      ) : (
        <CloreMandats vue={vue} base={base} />
      )}
    </div>
  )
}
