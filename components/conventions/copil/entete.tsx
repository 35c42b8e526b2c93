import { Badge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { TimeBar } from '@/components/ui/time-bar'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import { yearOf } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { Imprimer } from './imprimer'

type Convention = VueCopil['convention']

/** '2026\u00A0–\u00A02030' when both dates are known. */
function formatAnnees({ debut, fin }: Convention): string {
  return debut && fin ? ` ${yearOf(debut)}\u00A0–\u00A0${yearOf(fin)}` : ''
}

/** Who and where, in one line: the Caf, the territory, the signatories. */
function formatParties({ caf, epcis, communes, communesAnnoncees, signataires }: Convention): string[] {
  const nombre = communesAnnoncees ?? communes
  const territoire = [nombre > 0 && formatCompte(nombre, 'commune'), ...epcis].filter(Boolean).join(', ')
  return [caf, territoire, signataires > 0 ? formatCompte(signataires, 'signataire') : ''].filter(Boolean)
}

function Duree({ convention, today }: { convention: Convention; today: string }) {
  const { debut, fin, phase, phaseTexte, duree } = convention
  return (
    <div className="grid gap-1">
      {debut && fin ? <TimeBar debut={debut} fin={fin} aujourdhui={today} label="Convention" /> : null}
      {phase === 'EN_COURS' ? null : (
        <p className="text-sm text-muted">
          {phaseTexte.charAt(0).toUpperCase() + phaseTexte.slice(1)}
          {!debut && !fin && duree ? ` (${duree})` : ''}.
        </p>
      )}
    </div>
  )
}

/** Head of the dashboard: which convention, whose, and where it stands in its time. */
export function EnteteCopil({ convention, today }: { convention: Convention; today: string }) {
  const surtitre = [`Convention territoriale globale${formatAnnees(convention)}`, ...formatParties(convention)].join(' · ')
  return (
    <PageHeader titre={convention.nom} surtitre={surtitre} actions={<Imprimer />}>
      {convention.demonstration ? <p className="mb-2"><Badge tone="info">Convention fictive, pour la démonstration</Badge></p> : null}
      <Duree convention={convention} today={today} />
    </PageHeader>
  )
}
