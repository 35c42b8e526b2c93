import { MotsDeLien, Mots } from '@/components/gouvernance/mots-sigles'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { GroupeSignaux } from '@/lib/pilotage/veille/rules/signaux'
import { TITRES_GRAVITE } from '@/lib/pilotage/veille/rules/message'
import type { Gravite, Signal } from '@/lib/pilotage/veille/rules/faits'
import { TONS_GRAVITE } from './tons'

/** How grave a thing is, in its word. */
export function BadgeGravite({ gravite }: { gravite: Gravite }) {
  return <Badge tone={TONS_GRAVITE[gravite]}>{TITRES_GRAVITE[gravite]}</Badge>
}

/** What waits, and the way to put it right. */
export function LienSignal({ objet, href }: Pick<Signal, 'objet' | 'href'>) {
  return (
    <Link className="link-quiet font-semibold" href={href}>
      <MotsDeLien texte={objet} />
    </Link>
  )
}

function LigneSignal({ signal }: { signal: Signal }) {
  const { gravite, objet, phrase, href } = signal
  return (
    <li className="grid gap-1 sm:grid-cols-[7rem_1fr] sm:gap-4">
      <span className="pt-0.5">
        <BadgeGravite gravite={gravite} />
      </span>
      <div className="min-w-0">
        <p className="m-0">
          <LienSignal objet={objet} href={href} />
        </p>
        <p className="m-0 text-muted">
          <Mots texte={phrase} />
        </p>
      </div>
    </li>
  )
}

/** Signals one under the other, each with its reason and the way to put it right. */
export function ListeSignaux({ signaux }: { signaux: readonly Signal[] }) {
  return (
    <ul className="rows">
      {signaux.map((signal) => (
        <LigneSignal key={signal.cle} signal={signal} />
      ))}
    </ul>
  )
}

/** Signals of a subject that are seen at once; the others are a press away. */
const MONTRES = 4

/** The signals of one subject, gravest first. */
export function SujetSignaux({ groupe }: { groupe: GroupeSignaux }) {
  const { sujet, signaux } = groupe
  const caches = signaux.slice(MONTRES)
  return (
    <section className="border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
      <h3 className="mb-2">
        <Mots texte={sujet} />
      </h3>
      <ListeSignaux signaux={signaux.slice(0, MONTRES)} />
      {caches.length > 0 ? (
        <details className="mt-2 text-sm">
          <summary className="w-fit text-primary underline underline-offset-4">
            {caches.length === 1 ? 'Voir 1 autre point' : `Voir ${caches.length} autres points`}
          </summary>
          <div className="mt-2 text-base">
            <ListeSignaux signaux={caches} />
          </div>
        </details>
      ) : null}
    </section>
  )
}
