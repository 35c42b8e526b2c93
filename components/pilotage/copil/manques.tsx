import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import { formatCompte } from '@/lib/platform/typographie'
import type { EcranCopil } from './ecran'

const COUPE = 'line-clamp-2 print:line-clamp-1'

/** What the document does not say, and what was read with a doubt: numbers, first lines, and where the rest is. */
export function ManquesCopil({ manques, base }: { manques: EcranCopil['manques']; base: string }) {
  const { reserves, premieres, sujets, lacunes, autres } = manques
  if (reserves === 0 && sujets === 0) return null
  return (
    <Panneau titre="Ce qui manque ou reste à confirmer">
      <div className="grid gap-4">
        {reserves > 0 ? (
          <div>
            <h3 className="text-base">
              <Link className="link" href={`${base}/convention/a-confirmer`}>
                {formatCompte(reserves, 'lecture à confirmer', 'lectures à confirmer')}
              </Link>
            </h3>
            <ul className="mt-1 list-disc ps-5 text-sm text-muted">
              {premieres.map((raison) => (
                <li key={raison}>
                  <span className={COUPE}>{raison}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {sujets > 0 ? (
          <div>
            <h3 className="text-base">{`${formatCompte(sujets, 'sujet')} sur ${sujets < 2 ? 'lequel' : 'lesquels'} le document ne dit pas tout`}</h3>
            <ul className="mt-1 list-disc ps-5 text-sm text-muted">
              {lacunes.map(([nom, raison]) => (
                <li key={`${nom}${raison}`}>
                  <span className={COUPE}>
                    <b>{nom}</b>
                    {` : ${raison}`}
                  </span>
                </li>
              ))}
              {autres ? <li>{autres}</li> : null}
            </ul>
          </div>
        ) : null}
      </div>
    </Panneau>
  )
}
