import type { ChangementVu, Partie } from '@/lib/plan-action/suivi/types/fil'
import { Difference } from './difference'
import { Retablir } from './retablir'

const VIDE = <span className="text-muted">rien</span>

/** A value that became another, on one line. */
function Courte({ nom, de, vers }: Partie) {
  return (
    <span>
      {nom ? <span className="text-muted">{nom} : </span> : null}
      {de === null ? (
        vers
      ) : (
        <>
          <del className="text-muted">{de}</del>
          {vers === null ? null : (
            <>
              <span aria-hidden="true"> → </span>
              <span className="visually-hidden"> devient </span>
              {vers}
            </>
          )}
        </>
      )}
      {de === null && vers === null ? VIDE : null}
    </span>
  )
}

function Longue({ partie }: { partie: Partie }) {
  return (
    <div className="mt-1 border-s-2 border-line ps-3">
      {partie.nom ? <p className="text-muted">{partie.nom}</p> : null}
      <Difference de={partie.de ?? ''} vers={partie.vers ?? ''} />
    </div>
  )
}

interface Props {
  changement: ChangementVu
  /** how to put it back; null where who reads may not */
  retablissable: { convention: string; fiche: number } | null
}

/** One field that changed: its name, from what to what, and the way back. */
export function Changement({ changement: { sujet, champ, parties, long, retablir }, retablissable }: Props) {
  const nom = [sujet, champ].filter(Boolean).join(', ')
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
      <div className="min-w-0 flex-1 basis-60 [overflow-wrap:anywhere]">
        {sujet ? <span className="block text-sm text-muted">{sujet}</span> : null}
        {long ? (
          <details>
            <summary>
              {champ} <span className="text-muted">(voir ce qui a changé)</span>
            </summary>
            {parties.map((partie, rang) => (
              <Longue key={rang} partie={partie} />
            ))}
          </details>
        ) : (
          <>
            <span>{champ} : </span>
            {parties.map((partie, rang) => (
              <span key={rang}>
                {rang > 0 ? <span className="text-muted">{' · '}</span> : null}
                <Courte {...partie} />
              </span>
            ))}
          </>
        )}
      </div>
      {retablir && retablissable ? <Retablir {...retablissable} {...retablir} nom={nom} /> : null}
    </div>
  )
}
