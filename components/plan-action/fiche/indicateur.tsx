import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { ProgressBar } from '@/components/ui/bars'
import { Badge } from '@/components/ui/badge'
import { Sparkline } from '@/components/ui/sparkline'
import type { IndicateurVu } from '@/lib/plan-action/queries-fiche'
import type { NatureIndicateur } from '@/lib/plan-action/schema-mots'
import { formatCompte } from '@/lib/platform/typographie'
import { BadgeReserve } from '../statuts'
import { formatMesure, formatValeur } from '../valeurs'
import { SaisirMesure } from './saisir-mesure'

const NATURES: Record<NatureIndicateur, string> = {
  NOMBRE: 'nombre', POURCENTAGE: 'pourcentage', MONTANT: 'montant', LIVRABLE: 'oui ou non', PREVU_REALISE: 'prévu et réalisé', QUALITATIF: 'appréciation', CARTE_DOCUMENT: 'carte ou document',
}

/** What the document asks of the line: unit, évolution, breakdown, source, as written. */
function formatPrecisions(indicateur: IndicateurVu): string {
  const { nature, unite, evolution, ventilation, note, source, fournisseur, reference } = indicateur
  return [
    unite ?? NATURES[nature],
    evolution && 'et son évolution',
    ventilation,
    reference !== null && `au départ\u00A0: ${formatValeur(nature, reference, unite)}`,
    source && `source\u00A0: ${source}`,
    fournisseur && `fourni par ${fournisseur}`,
    note,
  ].filter(Boolean).join(' · ')
}

function formatCible({ nature, cible, cibleTexte, unite }: IndicateurVu): string | null {
  if (cibleTexte) return `cible\u00A0: ${cibleTexte}`
  return cible === null ? null : `cible\u00A0: ${formatValeur(nature, cible, unite)}`
}

/** The course of the values, or how far the last is from what was aimed at. */
function Courbe({ indicateur }: { indicateur: IndicateurVu }) {
  const { mesures, nature, unite, libelle, cible } = indicateur
  const chiffrees = mesures.filter(({ valeur }) => valeur !== null)
  const derniere = chiffrees.at(-1)
  if (nature === 'LIVRABLE' || !derniere) return null
  const visee = derniere.prevue ?? cible
  if (chiffrees.length > 1) {
    const phrase = chiffrees.map(({ periode, valeur }) => `${periode}\u00A0: ${formatValeur(nature, valeur ?? '0', unite)}`).join(', ')
    return <Sparkline values={chiffrees.map(({ valeur }) => Number(valeur))} label={`${libelle} – ${phrase}`} />
  }
  if (visee === null || Number(visee) <= 0) return null
  return (
    <ProgressBar
      className="w-28"
      value={Number(derniere.valeur)}
      max={Number(visee)}
      label={`${formatValeur(nature, derniere.valeur ?? '0', unite)} sur ${formatValeur(nature, visee, unite)}`}
    />
  )
}

/** Earlier values in a table: what the small picture says, for everyone. */
function Serie({ indicateur }: { indicateur: IndicateurVu }) {
  const { mesures, nature, unite, libelle } = indicateur
  if (mesures.length < 2) return null
  return (
    <details className="basis-full text-sm">
      <summary className="text-muted">{formatCompte(mesures.length, 'valeur')}</summary>
      <table className="tbl tbl-dense mt-1 max-w-lg text-sm">
        <caption className="visually-hidden">{libelle}</caption>
        <thead>
          <tr>
            <th scope="col">Période</th>
            <th scope="col">Valeur</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {mesures.map((mesure) => (
            <tr key={mesure.id}>
              <th scope="row">{mesure.periode}</th>
              <td>
                {formatMesure(nature, mesure, unite)}
                {mesure.ventilation ? <span className="block text-muted">{mesure.ventilation}</span> : null}
              </td>
              <td>{mesure.source ?? 'non précisée'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

interface Props {
  indicateur: IndicateurVu
  slug: string
  fiche: number
  annee: number
  modifiable: boolean
}

/** One line of indicators as written, with its last value against what was aimed at. */
export function LigneIndicateurs({ indicateur, slug, fiche, annee, modifiable }: Props) {
  const derniere = indicateur.mesures.at(-1)
  const cible = formatCible(indicateur)
  const deLAnnee = indicateur.mesures.findLast((mesure) => mesure.annee === annee && mesure.ventilation === null)
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-dashed border-line py-2">
      <span className="min-w-0 flex-1 basis-60">
        {indicateur.libelle} <BadgeReserve raisons={indicateur.reserves} base={`/conventions/${slug}`} />
        <span className="block text-sm text-muted">{formatPrecisions(indicateur)}</span>
      </span>
      <span className="min-w-0 sm:max-w-72">
        {derniere ? <strong>{formatMesure(indicateur.nature, derniere, indicateur.unite)}</strong> : <Badge>non renseigné</Badge>}
        {derniere ? <span className="text-sm text-muted"> en {derniere.periode}</span> : null}
        {cible ? <span className="block text-sm text-muted">{cible}</span> : null}
        <TracesDecision slug={slug} traces={indicateur.traces} />
      </span>
      <Courbe indicateur={indicateur} />
      {modifiable ? <SaisirMesure indicateur={indicateur} slug={slug} fiche={fiche} annee={annee} mesure={deLAnnee ?? null} /> : null}
      <Serie indicateur={indicateur} />
    </li>
  )
}
