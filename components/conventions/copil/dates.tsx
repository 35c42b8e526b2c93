import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/panneau'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import type { NatureEcheance } from '@/lib/conventions/rules-echeances'
import { formatDateCourte } from '@/lib/platform/dates'

const CITEES = 6
const ADRESSES: Record<NatureEcheance, string> = {
  REUNION: '/gouvernance', A_TENIR: '/gouvernance', AVENANT: '/convention', EVALUATION: '/convention', SCHEMA: '/etp', CONVENTION: '/convention',
}

/** The dates ahead: meetings, what is due, what ends. */
export function DatesCopil({ vue, base }: { vue: VueCopil; base: string }) {
  const { echeances, convention } = vue
  const phase = convention.phaseTexte.charAt(0).toUpperCase() + convention.phaseTexte.slice(1)
  return (
    <Panneau titre="Dates à venir">
      {echeances.length === 0 ? (
        <EmptyState titre="Aucune date à venir n’est connue" pourquoi={`${phase}. Aucune réunion n’est planifiée.`} suite={<Link className="link no-print" href={`${base}/gouvernance`}>Voir la gouvernance</Link>} />
      ) : (
        <ul className="rows">
          {echeances.slice(0, CITEES).map(({ date, nature, texte, passee }) => (
            <li key={`${date}${texte}`} className="flex gap-4 print:nth-[n+6]:hidden">
              <time dateTime={date} className="w-32 flex-none text-muted">{formatDateCourte(date)}</time>
              <span className="min-w-0">
                <Link className="link-quiet" href={`${base}${ADRESSES[nature]}`}>{texte}</Link>
                {passee ? <span className="text-sm text-muted"> (date passée, signature non enregistrée)</span> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panneau>
  )
}
