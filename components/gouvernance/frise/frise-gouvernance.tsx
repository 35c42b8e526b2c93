'use client'

import { useId } from 'react'
import { cx } from '@/components/ui/cx'
import { Link } from '@/components/ui/link'
import type { Frise, LigneFrise } from './frise-data'
import { Bandes, Hachures } from './frise-bandes'
import { LegendeFrise, TableFrise } from './frise-lecture'

const percent = (x: number): string => `${x / 100}%`

/** Dots as one path: a point of zero length with a round cap stays round however the track is stretched. */
function Points({ points, className, taille }: { points: readonly number[]; className: string; taille: number }) {
  if (points.length === 0) return null
  return (
    <path
      d={points.map((x) => `M${x} 15h0`).join('')}
      className={className}
      strokeWidth={taille}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
    />
  )
}

function Annulees({ points }: { points: readonly number[] }) {
  return points.map((x) => (
    <svg key={x} x={percent(x)} overflow="visible" className="stroke-muted">
      <path d="M-4-4 4 4M4-4-4 4" strokeWidth="2" strokeLinecap="round" />
    </svg>
  ))
}

/** The track of one instance. It fills its row whatever the height of the name, so that today’s line runs on. */
function Piste({ ligne, frise, hachures }: { ligne: LigneFrise; frise: Frise; hachures: string }) {
  const { tenues, prevues, annulees, taille } = ligne
  return (
    <div className="relative min-h-8 self-stretch">
      <svg role="img" aria-label={ligne.phrase} className="absolute inset-0 size-full overflow-visible">
        {frise.annees.map(({ x, libelle }) => (
          <rect key={libelle} x={percent(x)} width="1" height="100%" className="fill-line" />
        ))}
        <svg y="50%" overflow="visible">
          <Bandes bandes={ligne.bandes} hachures={hachures} />
        </svg>
        {frise.aujourdhui === null ? null : <rect x={percent(frise.aujourdhui)} width="1.5" height="100%" className="fill-bad" />}
        <svg y="50%" overflow="visible">
          <svg y="-15" height="30" viewBox="0 0 10000 30" preserveAspectRatio="none" overflow="visible" className="pointer-events-none fill-none">
            <Points points={tenues} className="stroke-primary" taille={taille} />
            <Points points={prevues} className="stroke-primary" taille={taille} />
            <Points points={prevues} className="stroke-surface" taille={Math.max(2, taille - 4)} />
          </svg>
          <Annulees points={annulees} />
        </svg>
      </svg>
    </div>
  )
}

/** The years above the tracks, and the word over today’s line. A year too near the end, or today, keeps its place only where there is room. */
function Axe({ frise }: { frise: Frise }) {
  const { annees, aujourdhui } = frise
  const ancre = aujourdhui === null || (aujourdhui > 800 && aujourdhui < 9200) ? 'middle' : aujourdhui <= 800 ? 'start' : 'end'
  const libre = (x: number) => aujourdhui === null || aujourdhui - x < -150 || aujourdhui - x > 1200
  return (
    <svg aria-hidden="true" className="block h-6 w-full overflow-visible text-xs">
      {annees.map(({ x, libelle }, rang) => {
        const place = (annees[rang + 1]?.x ?? 10_000) - x
        return place > 500 && libre(x) ? (
          <text key={libelle} x={percent(x)} dx="4" y="15" className={cx('fill-muted', annees.length > 4 && rang % 2 === 1 && '@max-md:hidden')}>
            {libelle}
          </text>
        ) : null
      })}
      {aujourdhui === null ? null : (
        <>
          <text x={percent(aujourdhui)} y="15" textAnchor={ancre} className="fill-bad font-semibold">aujourd’hui</text>
          <rect x={percent(aujourdhui)} y="19" width="1.5" height="5" className="fill-bad" />
        </>
      )}
    </svg>
  )
}

function Nom({ ligne }: { ligne: LigneFrise }) {
  return (
    <div className="min-w-0 @2xl:py-1 @2xl:pe-4 leading-tight">
      {ligne.href ? <Link href={ligne.href} className="link-quiet font-semibold">{ligne.nom}</Link> : <span className="font-semibold">{ligne.nom}</span>}
      <span className="ms-2 text-xs text-muted @2xl:ms-0 @2xl:block">{ligne.regle}</span>
    </div>
  )
}

/**
 * The frise de gouvernance: one line per instance with its rule in words, periods by state, dots for meetings,
 * today’s line. The same is said in one sentence, by each line’s name, and in a table.
 * @param props.frise made by `computeFrise`
 */
export function FriseGouvernance({ frise }: { frise: Frise }) {
  const hachures = useId()
  const grille = 'grid @2xl:grid-cols-[11rem_minmax(0,1fr)] items-center'
  return (
    <figure className="@container">
      <Hachures id={hachures} />
      <figcaption className="mb-3 text-sm text-muted">{frise.lecture}</figcaption>
      <div className={cx(grille, '@max-2xl:mb-1')}>
        <div className="@max-2xl:hidden" />
        <Axe frise={frise} />
      </div>
      <ul className="grid @max-2xl:gap-2.5">
        {frise.lignes.map((ligne) => (
          <li key={ligne.id} className={grille}>
            <Nom ligne={ligne} />
            <Piste ligne={ligne} frise={frise} hachures={hachures} />
          </li>
        ))}
      </ul>
      <LegendeFrise frise={frise} hachures={hachures} />
      <TableFrise lignes={frise.lignes} />
    </figure>
  )
}
