import { Link } from '@/components/ui/link'
import type { SectionEvolution } from '@/lib/pilotage/evolution/types'

/** Facts shown before one asks for the rest. */
const VISIBLES = 40

type Ligne = SectionEvolution['lignes'][number]

function Lignes({ lignes, base }: { lignes: readonly Ligne[]; base: string }) {
  return (
    <ul className="rows">
      {lignes.map(({ texte, chemin, precision, de, vers }, rang) => (
        <li key={rang} className="flex flex-wrap justify-between gap-x-6">
          <span className="min-w-0 flex-[1_1_18rem]">
            <Link className="link-quiet" href={`${base}${chemin}`}>
              {texte}
            </Link>
            {precision ? <span className="block text-sm text-muted">{precision}</span> : null}
          </span>
          {vers ? (
            <span className="max-w-full text-muted">
              {de ? (
                <>
                  {de} <span aria-hidden="true">→</span>
                  <span className="visually-hidden"> devient </span>{' '}
                </>
              ) : null}
              <b className="text-ink">{vers}</b>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** The facts behind one sentence, folded. */
export function DetailSection({ section, base }: { section: SectionEvolution; base: string }) {
  const { cle, titre, lignes } = section
  const reste = lignes.slice(VISIBLES)
  return (
    <details id={cle.toLowerCase()} className="border-t border-line py-2 first-of-type:border-t-0">
      <summary className="w-fit py-1 text-primary underline underline-offset-4">
        {titre} ({lignes.length})
      </summary>
      <div className="mt-2">
        <Lignes lignes={lignes.slice(0, VISIBLES)} base={base} />
        {reste.length > 0 ? (
          <details className="mt-2">
            <summary className="w-fit py-1 text-primary underline underline-offset-4">{`Et ${reste.length} de plus`}</summary>
            <Lignes lignes={reste} base={base} />
          </details>
        ) : null}
      </div>
    </details>
  )
}
