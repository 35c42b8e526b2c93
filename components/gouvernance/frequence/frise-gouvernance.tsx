'use client'

import { useId, useSyncExternalStore } from 'react'
import { cx } from '@/components/ui/cx'
import { Link } from '@/components/ui/link'
import type { Frise, LigneFrise } from './frise-data'
import { Bandes, Hachures } from './frise-bandes'
import './frise.css'
import { LegendeFrise, TableFrise } from './frise-lecture'

const percent = (x: number): string => `${x / 100}%`

const subscribeRien = () => () => {}

/** Dots as one path, drawn on a stretched grid with strokes that are not: many meetings weigh little. */
function Points({ points, className }: { points: readonly number[]; className: string }) {
  if (points.length === 0) return null
  return <path d={points.map((x) => `M${x} 15h0`).join('')} className={className} />
}

function Annulees({ points }: { points: readonly number[] }) {
  return points.map((x) => (
    <svg key={x} x={percent(x)} className="stroke-muted">
      <path d="M-4-4 4 4M4-4-4 4" strokeWidth="2" strokeLinecap="round" />
    </svg>
  ))
}

/** The track of one instance. It fills its row whatever the height of the name, so that today’s line runs on. */
function Piste({
  ligne,
  frise,
  hachures,
  expliquees,
}: {
  ligne: LigneFrise
  frise: Frise
  hachures: string
  expliquees: boolean
}) {
  const { tenues, prevues, annulees, taille } = ligne
  return (
    <div className="frise-piste">
      <svg role="img" aria-label={ligne.phrase}>
        <svg viewBox="0 0 10000 30" preserveAspectRatio="none">
          <path d={frise.annees.map(({ x }) => `M${x} 0v30`).join('')} className="frise-traits" />
        </svg>
        <svg y="50%" className="frise-bandes">
          <Bandes bandes={ligne.bandes} hachures={hachures} expliquees={expliquees} />
        </svg>
        {frise.aujourdhui === null ? null : (
          <rect x={percent(frise.aujourdhui)} width="1.5" height="100%" className="fill-bad" />
        )}
        <svg y="50%">
          <svg y="-15" height="30" viewBox="0 0 10000 30" preserveAspectRatio="none" className="frise-points">
            <Points points={tenues} className={`frise-${taille}`} />
            <Points points={prevues} className={`frise-${taille}`} />
            <Points points={prevues} className={`frise-creux frise-${taille}`} />
          </svg>
          <Annulees points={annulees} />
        </svg>
      </svg>
    </div>
  )
}

/** Words above the tracks, in ten-thousandths of a track of 570 pixels: a year’s figures, and « aujourd’hui ». */
const LARGEUR_ANNEE = 700
const LARGEUR_MOT = 1200

/** Where « aujourd’hui » stands beside its line so as to cover no year; else over it, and the years under it give way. */
function placeMot(
  x: number,
  annees: readonly number[],
): { ancre: 'middle' | 'end' | 'start'; couvre: (annee: number) => boolean } {
  const places = [
    ['middle', x - LARGEUR_MOT / 2],
    ['end', x - LARGEUR_MOT],
    ['start', x],
  ] as const
  const heurte = (debut: number) => (annee: number) => annee < debut + LARGEUR_MOT && debut < annee + LARGEUR_ANNEE
  const libre = places.find(([, debut]) => debut >= 0 && debut + LARGEUR_MOT <= 10_000 && !annees.some(heurte(debut)))
  const [ancre, debut] = libre ?? (x < LARGEUR_MOT ? places[2] : x > 10_000 - LARGEUR_MOT ? places[1] : places[0])
  return { ancre, couvre: heurte(debut) }
}

/** The years above the tracks, and the word over today’s line; narrow, the legend says the word. */
function Axe({ frise }: { frise: Frise }) {
  const { annees, aujourdhui } = frise
  // A year that has no room for its figures before the next one is left to its line.
  const lisibles = annees.filter(({ x }, rang) => (annees[rang + 1]?.x ?? 10_000) - x >= LARGEUR_ANNEE)
  const mot =
    aujourdhui === null
      ? null
      : placeMot(
          aujourdhui,
          lisibles.map(({ x }) => x),
        )
  return (
    <svg aria-hidden="true" className="block h-[24px] w-full overflow-visible text-xs">
      {lisibles.map(({ x, libelle }) => (
        <text key={libelle} x={percent(x)} dx="4" y="15" className={cx('fill-muted', mot?.couvre(x) && '@2xl:hidden')}>
          {libelle}
        </text>
      ))}
      {aujourdhui === null || mot === null ? null : (
        <>
          <text
            x={percent(aujourdhui)}
            dx={mot.ancre === 'end' ? -4 : mot.ancre === 'start' ? 4 : 0}
            y="15"
            textAnchor={mot.ancre}
            className="fill-bad font-semibold @max-2xl:hidden"
          >
            aujourd’hui
          </text>
          <rect x={percent(aujourdhui)} y="19" width="1.5" height="5" className="fill-bad" />
        </>
      )}
    </svg>
  )
}

function Nom({ ligne }: { ligne: LigneFrise }) {
  return (
    <div className="frise-nom">
      {ligne.href ? (
        <Link href={ligne.href} className="link-quiet">
          <b>{ligne.nom}</b>
        </Link>
      ) : (
        <b>{ligne.nom}</b>
      )}
      <span>{ligne.regle}</span>
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
  // The reasons are many words, already there as data: the browser writes them, so that the page is not sent twice.
  const ecrite = useSyncExternalStore(
    subscribeRien,
    () => true,
    () => false,
  )
  return (
    <figure className="@container">
      <Hachures id={hachures} />
      <figcaption className="mb-3 text-sm text-muted print:mb-0">{frise.lecture}</figcaption>
      <div className="frise-ligne">
        <div className="@max-2xl:hidden" />
        <Axe frise={frise} />
      </div>
      <ul className="grid @max-2xl:gap-2.5">
        {frise.lignes.map((ligne) => (
          <li key={ligne.id} className="frise-ligne">
            <Nom ligne={ligne} />
            <Piste ligne={ligne} frise={frise} hachures={hachures} expliquees={ecrite} />
          </li>
        ))}
      </ul>
      <LegendeFrise frise={frise} hachures={hachures} />
      <TableFrise lignes={ecrite ? frise.lignes : []} />
    </figure>
  )
}
