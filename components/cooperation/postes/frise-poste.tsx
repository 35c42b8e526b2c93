import { colorVar } from '@/components/ui/tokens'
import { computeTranchesEffectif, type TrancheEffectif } from '@/lib/cooperation/postes/rules/effectif'
import type { PosteVue } from '@/lib/cooperation/postes/types/ecran'
import {
  daysBetween,
  formatDateCourte,
  formatIntervalle,
  formatMois,
  type Bornes,
  type DateCivile,
} from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { formatAccordEtp } from './mots'

const HAUTEUR = 28

const place = (jours: number, bornes: Bornes): string =>
  `${Math.round((jours / (daysBetween(bornes.debut, bornes.fin) + 1)) * 10_000) / 100}%`

/** Hatching of absences, once per page. */
export function HachuresPoste() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <pattern id="absence" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={colorVar('surface')} />
        <path d="M1.5 0v6" stroke={colorVar('en-cours')} strokeWidth="2.5" />
      </pattern>
    </svg>
  )
}

function formatTranche({ debut, fin, pourvu, present, vacant, externalise, nonPrecise }: TrancheEffectif): string {
  const parts = [
    present > 0 ? `${formatQuotite(present)} ${formatAccordEtp(present, 'présent')}` : '',
    pourvu > present ? `${formatQuotite(pourvu - present)} ${formatAccordEtp(pourvu - present, 'absent')}` : '',
    vacant > 0 ? `${formatQuotite(vacant)} ${formatAccordEtp(vacant, 'vacant')}` : '',
    nonPrecise > 0 ? `${formatQuotite(nonPrecise)} ${formatAccordEtp(nonPrecise, 'non précisé')}` : '',
    externalise > 0 ? `${formatQuotite(externalise)} ${formatAccordEtp(externalise, 'externalisé')}` : '',
  ].filter((part) => part !== '')
  return `${formatIntervalle({ debut, fin })} : ${parts.join(', ')}`
}

/** The reading of the picture in one sentence. */
function formatLecture(poste: PosteVue, tranches: readonly TrancheEffectif[]): string {
  const vides = tranches.filter(({ vacant }) => vacant > 0).length
  if (tranches.some(({ nonPrecise }) => nonPrecise > 0))
    return 'Quelqu’un tient ce poste pour une part qui n’est pas précisée : le tableau donne les dates.'
  if (tranches.every(({ pourvu, vacant }) => pourvu + vacant === 0))
    return 'Confié à un opérateur extérieur toute la période.'
  if (tranches.every(({ pourvu }) => pourvu === 0)) return 'Personne n’occupe ce poste sur toute la période.'
  if (vides === 0 && tranches.some(({ externalise }) => externalise > 0))
    return 'Confié à un opérateur extérieur, qui nomme quelqu’un une partie de la période.'
  if (vides === 0)
    return tranches.some(({ present, pourvu }) => present < pourvu)
      ? 'Pourvu toute la période, avec une absence non remplacée.'
      : 'Pourvu toute la période.'
  const premiere = tranches.find(({ pourvu }) => pourvu > 0)
  return premiere
    ? `Occupé à partir du ${formatDateCourte(premiere.debut)}, ${vides > 1 ? 'avec des parts vacantes' : 'avec une part vacante'} : le tableau donne les dates.`
    : ''
}

function Tranche({ tranche, bornes, quotite }: { tranche: TrancheEffectif; bornes: Bornes; quotite: number }) {
  const x = place(daysBetween(bornes.debut, tranche.debut), bornes)
  const width = place(daysBetween(tranche.debut, tranche.fin) + 1, bornes)
  const toHauteur = (part: number) => Math.round((Math.min(part, quotite) / Math.max(1, quotite)) * HAUTEUR)
  const present = toHauteur(tranche.present)
  const pourvu = toHauteur(tranche.pourvu)
  return (
    <g>
      <title>{formatTranche(tranche)}</title>
      <rect x={x} width={width} y="0" height={HAUTEUR} fill={colorVar('surface')} />
      {present > 0 ? (
        <rect x={x} width={width} y={HAUTEUR - present} height={present} fill={colorVar('en-cours')} />
      ) : null}
      {pourvu > present ? (
        <rect x={x} width={width} y={HAUTEUR - pourvu} height={pourvu - present} fill="url(#absence)" />
      ) : null}
      <rect x={x} width="1" y="0" height={HAUTEUR} fill={colorVar('line-strong')} />
    </g>
  )
}

interface Props {
  poste: PosteVue
  periode: Bornes
  today: DateCivile
}

/**
 * A post over the period of its schéma: who is there in colour, absences hatched, vacancy empty, today’s line. The
 * table of the post says the same with its dates.
 */
export function FrisePoste({ poste, periode, today }: Props) {
  const tranches = computeTranchesEffectif(poste, periode)
  const lecture = formatLecture(poste, tranches)
  const dedans = periode.debut <= today && today <= periode.fin
  const titre = `${poste.intitule}, ${formatIntervalle(periode)}`
  return (
    <figure className="grid gap-1">
      <svg
        role="img"
        aria-label={`${titre}. ${lecture}`}
        width="100%"
        height={HAUTEUR}
        className="block overflow-visible rounded-sm"
      >
        <title>{titre}</title>
        {tranches.map((tranche) => (
          <Tranche key={tranche.debut} tranche={tranche} bornes={periode} quotite={poste.quotite} />
        ))}
        <rect
          x="0.5"
          y="0.5"
          width="100%"
          height={HAUTEUR - 1}
          fill="none"
          stroke={colorVar('line-strong')}
          strokeDasharray="3 3"
        />
        {dedans ? (
          <rect
            x={place(daysBetween(periode.debut, today), periode)}
            y="-3"
            width="2"
            height={HAUTEUR + 6}
            fill={colorVar('bad')}
          />
        ) : null}
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
        <span>{formatMois(periode.debut)}</span>
        <span>{lecture}</span>
        <span>{formatMois(periode.fin)}</span>
      </figcaption>
    </figure>
  )
}
