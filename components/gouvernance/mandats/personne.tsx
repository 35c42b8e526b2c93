import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { isCloturable } from '@/lib/gouvernance/mandats/rules'
import type { PersonneMandatee } from '@/lib/gouvernance/mandats/types'
import { listFaits } from './mots'

/** Seats shown before one asks for the rest. */
const VISIBLES = 4

type SiegeVu = PersonneMandatee['sieges'][number]

function EtatSiege({ siege }: { siege: SiegeVu }) {
  switch (siege.etat) {
    case 'BIENTOT':
      return <Badge tone="warn">{`se termine le ${formatDateCourte(siege.fin ?? '')}`}</Badge>
    case 'TERMINE':
      return <Badge shape="croix">terminé</Badge>
    case 'A_VENIR':
      return (
        <Badge tone="info" shape="vide">
          à venir
        </Badge>
      )
    case 'EN_COURS':
      return null
  }
}

function Sieges({ sieges, base }: { sieges: readonly SiegeVu[]; base: string }) {
  return (
    <ul className="m-0 grid list-none gap-1.5 p-0">
      {sieges.map((siege) => (
        <li key={siege.id}>
          <span className="flex flex-wrap items-baseline gap-x-2">
            <Link className="link-quiet" href={`${base}/gouvernance/${siege.instance.ref}`}>
              {siege.instance.nom}
            </Link>
            <EtatSiege siege={siege} />
          </span>
          <span className="block text-sm text-muted">
            {listFaits(siege).join(' · ') || 'Rien d’autre n’est précisé.'}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One person and their seats, with the way to end their mandates; or one seat where nobody is named. */
export function LignePersonne({
  personne: { nom, sieges },
  base,
  today,
}: {
  personne: PersonneMandatee
  base: string
  today: string
}) {
  const [premier] = sieges
  if (!premier) return null
  const reste = sieges.slice(VISIBLES)
  const titre = nom ?? premier.libelle
  const cible = nom === null ? `siege=${premier.id}` : new URLSearchParams({ personne: nom }).toString()
  return (
    <li className="grid gap-x-6 gap-y-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,4fr)_auto]">
      <div className="min-w-0">
        <h3 className="text-base">{titre}</h3>
        {nom === null ? <p className="text-sm text-muted">aucune personne nommée</p> : null}
      </div>
      <div className="min-w-0">
        <Sieges sieges={sieges.slice(0, VISIBLES)} base={base} />
        {reste.length > 0 ? (
          <details className="mt-1.5">
            <summary className="w-fit py-1 text-sm text-primary underline underline-offset-4">
              {formatCompte(reste.length, 'autre siège', 'autres sièges')}
            </summary>
            <div className="mt-1.5">
              <Sieges sieges={reste} base={base} />
            </div>
          </details>
        ) : null}
      </div>
      {sieges.some((siege) => isCloturable(siege, today)) ? (
        <div className="no-print flex flex-wrap content-start gap-2">
          {nom === null ? (
            <ButtonLink
              size="sm"
              href={`${base}/gouvernance/${premier.instance.ref}/modifier`}
              aria-label={`Nommer quelqu’un, ${titre}, ${premier.instance.nom}`}
            >
              Nommer quelqu’un
            </ButtonLink>
          ) : null}
          <ButtonLink
            size="sm"
            href={`${base}/mandats?${cible}`}
            aria-label={
              nom === null
                ? `Supprimer ou transmettre le siège, ${titre}, ${premier.instance.nom}`
                : `Mettre fin aux mandats, ${nom}`
            }
          >
            {nom === null ? 'Mettre fin' : 'Mettre fin aux mandats'}
          </ButtonLink>
        </div>
      ) : null}
    </li>
  )
}
