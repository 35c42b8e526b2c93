import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { ProgressBar } from '@/components/ui/mesure/bars'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { IndicateurVu } from '@/lib/plan-action/fiche/queries'
import { formatCompte } from '@/lib/platform/typographie'
import { buildHrefIndicateur } from './adresses'
import { BadgeReserve } from '@/components/plan-action/champs/statuts'
import { formatMesure, formatValeur } from '@/components/plan-action/champs/valeurs'
import { Courbe } from './courbe'
import { findDerniere, formatCibles, formatPrecisions, isTracable } from './lecture'
import { formatSource } from './mots'
import { SaisirValeur } from '@/components/plan-action/mesures/saisir-valeur'
import { TableMesures, Ventilation } from '@/components/plan-action/mesures/valeurs-saisies'

interface Props {
  indicateur: IndicateurVu
  /** the measures that the line was split into */
  parties?: IndicateurVu[]
  slug: string
  fiche: number
  annee: number
  modifiable: boolean
}

/** How far the last value is from what was aimed at. */
function Atteinte({ indicateur }: { indicateur: IndicateurVu }) {
  const { nature, unite, mesures, cible, evolution } = indicateur
  const derniere = findDerniere(mesures)
  const visee = derniere?.prevue ?? cible
  if (
    evolution ||
    nature === 'LIVRABLE' ||
    derniere?.valeur == null ||
    visee === null ||
    visee === undefined ||
    Number(visee) <= 0
  )
    return null
  return (
    <ProgressBar
      className="w-28"
      value={Number(derniere.valeur)}
      max={Number(visee)}
      label={`${formatValeur(nature, derniere.valeur, unite)} sur ${formatValeur(nature, visee, unite)}`}
    />
  )
}

/** What was measured: the last value, what is only proposed, what is aimed at. */
function Etat({ indicateur, slug }: { indicateur: IndicateurVu; slug: string }) {
  const { nature, unite, mesures } = indicateur
  const derniere = findDerniere(mesures)
  const ventilee = derniere ? undefined : mesures.findLast(({ etat }) => etat === 'CONFIRMEE')
  const proposee = mesures.findLast(({ etat }) => etat === 'PROPOSEE')
  const cible = formatCibles(indicateur)
  return (
    <span className="min-w-0 sm:max-w-72">
      {derniere ? (
        <strong>{formatMesure(nature, derniere, unite)}</strong>
      ) : ventilee ? (
        <Badge>renseigné par part</Badge>
      ) : (
        <Badge>non renseigné</Badge>
      )}
      {(derniere ?? ventilee) ? (
        <span className="text-sm text-muted"> en {(derniere ?? ventilee)?.periode}</span>
      ) : null}
      {proposee ? (
        <span className="block text-sm">
          <Badge tone="warn">proposée</Badge> {formatMesure(nature, proposee, unite)} ({proposee.periode})
        </span>
      ) : null}
      {cible ? <span className="block text-sm text-muted">{cible}</span> : null}
      <TracesDecision slug={slug} traces={indicateur.traces} />
    </span>
  )
}

function Detail({ indicateur }: { indicateur: IndicateurVu }) {
  const { evolution, mesures } = indicateur
  const tracee = isTracable(indicateur)
  return (
    <>
      {evolution && tracee && mesures.length > 0 ? <Courbe indicateur={indicateur} /> : null}
      {mesures.length > 1 || mesures.some(({ ventilation }) => ventilation !== null) ? (
        <details className="basis-full text-sm">
          <summary className="text-muted">
            {formatCompte(mesures.length, 'valeur')}
            <span className="visually-hidden">{` : ${indicateur.libelle}`}</span>
          </summary>
          <div className="mt-2 grid gap-3">
            {!evolution && tracee ? <Courbe indicateur={indicateur} /> : null}
            <Ventilation indicateur={indicateur} />
            <TableMesures indicateur={indicateur} />
          </div>
        </details>
      ) : null}
    </>
  )
}

/** One line of indicators as written, with its last value against what was aimed at; what it was split into is under it. */
function LigneIndicateurs({ indicateur, parties = [], slug, fiche, annee, modifiable }: Props) {
  const { libelle, ref, source, mesures } = indicateur
  const scindee = parties.length > 0
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-dashed border-line py-2">
      <span className="min-w-0 flex-1 basis-60">
        <Link className="link-quiet" href={buildHrefIndicateur(slug, ref)}>
          {libelle}
        </Link>{' '}
        <BadgeReserve raisons={indicateur.reserves} base={`/conventions/${slug}`} />
        <span className="block text-sm text-muted">
          {scindee
            ? `ligne du document, suivie par ${formatCompte(parties.length, 'mesure')}`
            : formatPrecisions(indicateur)}
          {source && mesures.length > 0 ? (
            <span className="block">{formatSource(source)}</span>
          ) : source ? (
            ` · ${formatSource(source).toLowerCase()}`
          ) : null}
        </span>
      </span>
      {scindee ? (
        <ul className="basis-full ps-4">
          {parties.map((partie) => (
            <LigneIndicateurs
              key={partie.id}
              indicateur={partie}
              slug={slug}
              fiche={fiche}
              annee={annee}
              modifiable={modifiable}
            />
          ))}
        </ul>
      ) : (
        <>
          <Etat indicateur={indicateur} slug={slug} />
          <Atteinte indicateur={indicateur} />
          {modifiable ? <SaisirValeur indicateur={indicateur} slug={slug} fiche={fiche} annee={annee} /> : null}
          <Detail indicateur={indicateur} />
        </>
      )}
    </li>
  )
}

/** Lines in their order, each with what it was split into. */
export function ListeIndicateurs({
  indicateurs,
  slug,
  fiche,
  annee,
  modifiable,
}: Omit<Props, 'indicateur' | 'parties'> & { indicateurs: IndicateurVu[] }) {
  const ids = new Set(indicateurs.map(({ id }) => id))
  const lignes = indicateurs.filter(({ origine }) => origine === null || !ids.has(origine))
  if (lignes.length === 0) return null
  return (
    <ul className="mt-1.5">
      {lignes.map((indicateur) => (
        <LigneIndicateurs
          key={indicateur.id}
          indicateur={indicateur}
          parties={indicateurs.filter(({ origine }) => origine === indicateur.id)}
          slug={slug}
          fiche={fiche}
          annee={annee}
          modifiable={modifiable}
        />
      ))}
    </ul>
  )
}
