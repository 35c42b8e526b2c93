import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { EcranCopil } from './ecran'

/** The dates ahead: meetings, what is due, what ends. */
export function DatesCopil({ dates, base }: { dates: EcranCopil['dates']; base: string }) {
  const { phase, lignes } = dates
  return (
    <Panneau titre={lignes.length > 0 && lignes.every(({ passee }) => passee) ? 'Dates' : 'Dates à venir'}>
      {lignes.length === 0 ? (
        <EmptyState
          titre="Aucune date à venir n’est connue"
          pourquoi={`${phase}. Aucune réunion n’est planifiée.`}
          suite={
            <Link className="link no-print" href={`${base}/gouvernance`}>
              Voir la gouvernance
            </Link>
          }
        />
      ) : (
        <ul className="rows">
          {lignes.map(({ date, quand, texte, href, passee }) => (
            <li key={`${date}${texte}`} className="flex gap-4 print:nth-[n+6]:hidden">
              <time dateTime={date} className="w-32 flex-none text-muted">
                {quand}
              </time>
              <span className="min-w-0">
                <Link className="link-quiet" href={href}>
                  {texte}
                </Link>
                {passee ? <span className="text-sm text-muted"> (date passée, signature non enregistrée)</span> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panneau>
  )
}
