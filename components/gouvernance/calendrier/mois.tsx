import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { JourCalendrier, VueCalendrier } from '@/lib/gouvernance/calendrier/types'
import type { VueReunion } from '@/lib/gouvernance/instances/types/ecran'
import { formatHeure } from '@/lib/platform/heures'
import { readEtatReunion } from '../mots'
import { MoisReunions } from './liste'

type VueMois = Extract<VueCalendrier, { vue: 'mois' }>

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** A meeting in its day: hour, instance, and its state where it is not simply planned. */
function Reunion({ reunion, base }: { reunion: VueReunion; base: string }) {
  const { ref, heureDebut, instance, etat } = reunion
  const annulee = etat === 'ANNULEE'
  return (
    <li>
      <Link
        className="link-quiet block rounded-sm border-s-2 border-primary-line ps-1.5 text-xs wrap-break-word hyphens-auto lg:text-sm"
        href={`${base}/reunions/${ref}`}
      >
        {heureDebut === null ? null : <span className="text-muted">{formatHeure(heureDebut)} </span>}
        <span className={cx(annulee && 'line-through')}>{instance.nom}</span>
        {etat === 'PREVUE' && !reunion.aDeclarer ? null : (
          <span className="block text-xs text-muted">{readEtatReunion(reunion).mots.toLowerCase()}</span>
        )}
      </Link>
    </li>
  )
}

function Jour({ jour, base }: { jour: JourCalendrier; base: string }) {
  const { numero, dansLeMois, aujourdhui, ferie, vacances, reunions } = jour
  return (
    <td
      className={cx(
        'h-24 border border-line p-1.5 align-top',
        (ferie !== null || vacances !== null) && 'bg-shell',
        !dansLeMois && 'text-muted',
      )}
    >
      <span
        className={cx(
          'text-sm tabular-nums',
          aujourdhui ? 'font-semibold text-primary' : dansLeMois ? null : 'text-muted',
        )}
      >
        {numero}
        {aujourdhui ? <span className="text-xs"> aujourd’hui</span> : null}
      </span>
      {ferie === null ? null : <span className="block text-xs text-warn">Férié : {ferie}</span>}
      {vacances === null || ferie !== null ? null : <span className="block text-xs text-muted">vacances</span>}
      {reunions.length === 0 ? null : (
        <ul className="mt-1 grid gap-1.5">
          {reunions.map((reunion) => (
            <Reunion key={reunion.id} reunion={reunion} base={base} />
          ))}
        </ul>
      )}
    </td>
  )
}

/** One month in weeks from Monday; on a narrow screen, its meetings one under the other. */
export function Mois({ vue }: { vue: VueMois }) {
  const { convention, titre, semaines, liste, instance, peutEcrire } = vue
  const base = `/conventions/${convention.slug}`
  return (
    <>
      <div className="hidden md:block">
        <table className="w-full table-fixed border-collapse">
          <caption className="visually-hidden">{`Réunions de ${titre.toLowerCase()}, par semaine`}</caption>
          <thead>
            <tr>
              {JOURS.map((jour) => (
                <th
                  key={jour}
                  scope="col"
                  className="border border-line p-1.5 text-start text-sm font-semibold text-muted first-letter:uppercase"
                >
                  {jour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {semaines.map((semaine) => (
              <tr key={semaine[0]?.date}>
                {semaine.map((jour) => (
                  <Jour key={jour.date} jour={jour} base={base} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {liste.jours.length === 0 ? null : (
          <ul className="mt-3 grid gap-1 text-sm text-muted">
            {liste.jours.map((texte) => (
              <li key={texte}>{texte}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="md:hidden">
        {liste.reunions.length === 0 ? (
          <EmptyState
            titre="Aucune réunion ce mois-ci"
            pourquoi={liste.jours[0] ?? 'Rien n’est prévu, tenu ni annulé sur ce mois.'}
          />
        ) : (
          <MoisReunions
            mois={liste}
            convention={convention}
            nommer={instance === null}
            peutEcrire={peutEcrire}
            sansTitre
          />
        )}
      </div>
    </>
  )
}
