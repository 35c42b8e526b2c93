import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/panneau'
import type { VueCopil } from '@/lib/conventions/queries-copil'
import { formatCompte, formatTypographie } from '@/lib/platform/typographie'
import { formatSujet, NOMS_SUJET } from './lacunes'

const CITEES = 3

/** What the document does not say, and what was read with a doubt: numbers, first lines, and where the rest is. */
export function ManquesCopil({ vue, base }: { vue: VueCopil; base: string }) {
  const { lacunes, reserves, premieres } = vue.manques
  if (lacunes.length === 0 && reserves === 0) return null
  const autres = lacunes.slice(CITEES).map(([sujet]) => formatSujet(sujet))
  return (
    <Panneau titre="Ce qui manque ou reste à confirmer">
      <div className="grid gap-4">
        {reserves > 0 ? (
          <div>
            <h3 className="text-base">
              <Link className="link" href={`${base}/convention/a-confirmer`}>{formatCompte(reserves, 'lecture à confirmer', 'lectures à confirmer')}</Link>
            </h3>
            <ul className="mt-1 list-disc ps-5 text-sm text-muted">
              {premieres.map((raison) => <li key={raison}><span className="line-clamp-2 print:line-clamp-1">{formatTypographie(raison)}</span></li>)}
            </ul>
          </div>
        ) : null}
        {lacunes.length > 0 ? (
          <div>
            <h3 className="text-base">{`${formatCompte(lacunes.length, 'sujet')} sur ${lacunes.length < 2 ? 'lequel' : 'lesquels'} le document ne dit pas tout`}</h3>
            <ul className="mt-1 list-disc ps-5 text-sm text-muted">
              {lacunes.slice(0, CITEES).map(([sujet, raison]) => (
                <li key={sujet}><span className="line-clamp-2 print:line-clamp-1"><b>{NOMS_SUJET[sujet] ?? sujet}</b>{`\u00A0: ${formatTypographie(raison)}`}</span></li>
              ))}
              {autres.length > 0 ? <li>{`Et aussi\u00A0: ${autres.join(', ')}.`}</li> : null}
            </ul>
          </div>
        ) : null}
      </div>
    </Panneau>
  )
}
