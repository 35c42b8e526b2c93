import { SIGLES_CTG } from '@/components/shell/sigles'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/panneau'
import { Sigle } from '@/components/ui/sigle'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import { formatDate, formatDateCourte } from '@/lib/platform/dates'
import { formatCompte, formatTypographie } from '@/lib/platform/typographie'

type Decision = VueCopil['decisions'][number]

const NOMS_NATURE: Record<Decision['nature'], string> = {
  VALIDATION: 'Validation', AJUSTEMENT: 'Ajustement', ARBITRAGE: 'Arbitrage', ENGAGEMENT: 'Engagement',
}
const CITEES = 5

function LigneDecision({ decision, rang }: { decision: Decision; rang: number }) {
  const { texte, nature, echeance, responsable, instance, date } = decision
  const details = [`${instance} du ${formatDateCourte(date)}`, responsable, echeance && `avant le ${formatDateCourte(echeance)}`].filter(Boolean)
  return (
    <li className="flex gap-3">
      <span aria-hidden="true" className="w-5 flex-none font-serif font-semibold text-primary">{rang}</span>
      <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-3 gap-y-1">
        <div className="min-w-0 flex-[1_1_14rem]">
          <p>{formatTypographie(texte)}</p>
          <p className="text-sm text-muted">{details.join(' · ')}</p>
        </div>
        <div className="flex-none"><Badge>{NOMS_NATURE[nature]}</Badge></div>
      </div>
    </li>
  )
}

/** What awaits a decision, in the order of the meetings that will take them. */
export function DecisionsCopil({ vue, base }: { vue: VueCopil; base: string }) {
  const { decisions, prochainCopil } = vue
  const reste = decisions.length - CITEES
  const prochain = prochainCopil ? `Prochain COPIL\u00A0: ${formatDate(prochainCopil)}` : 'Aucun COPIL n’est planifié'
  return (
    <Panneau
      titre={<>À décider au prochain <Sigle sigle="COPIL" sens={SIGLES_CTG.COPIL ?? ''} /></>}
      sousTitre={prochain}
      pied={reste > 0 ? `Et ${formatCompte(reste, 'autre décision attendue', 'autres décisions attendues')}.` : null}
    >
      {decisions.length > 0 ? (
        <ol className="rows">
          {decisions.slice(0, CITEES).map((decision, rang) => <LigneDecision key={decision.id} decision={decision} rang={rang + 1} />)}
        </ol>
      ) : (
        <EmptyState
          titre="Aucune décision n’est attendue"
          pourquoi="Aucun point d’ordre du jour enregistré n’attend de décision."
          suite={<Link className="link no-print" href={`${base}/gouvernance`}>Voir les réunions</Link>}
        />
      )}
    </Panneau>
  )
}
