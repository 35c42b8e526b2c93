import type { Bande, GenreBande } from './frise-data'

/** Definition of the hatching, once per frise. */
export function Hachures({ id }: { id: string }) {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M1 0v6" className="stroke-bad-line" strokeWidth="1.5" />
      </pattern>
    </svg>
  )
}

/** What is missing, or too much, is hatched: seen without colour. */
const HACHUREES: ReadonlySet<GenreBande> = new Set(['EN_DEFAUT', 'DEPASSEE'])

/** The rectangle of one band, centred on the axis of its line; its look and height are in frise.css. */
export function Rectangle({
  genre,
  x,
  width,
  hachures,
}: {
  genre: GenreBande
  x: string
  width: string
  hachures: string
}) {
  if (genre === 'LIBRE') return null
  const cotes = { x, width }
  return (
    <>
      <rect {...cotes} className={`frise-${genre}`} />
      {HACHUREES.has(genre) ? <rect {...cotes} fill={`url(#${hachures})`} /> : null}
    </>
  )
}

/**
 * The periods of one instance.
 * @param props.expliquees whether each carries its reason for the pointer that rests on it; the table says it too
 */
export function Bandes({
  bandes,
  hachures,
  expliquees,
}: {
  bandes: readonly Bande[]
  hachures: string
  expliquees: boolean
}) {
  return bandes.map(([x, largeur, genre, quand, raison]) => {
    const rectangle = (
      <Rectangle key={x} genre={genre} hachures={hachures} x={`${x / 100}%`} width={`${largeur / 100}%`} />
    )
    return expliquees && genre !== 'LIBRE' ? (
      <g key={x}>
        <title>{`${quand} : ${raison}`}</title>
        {rectangle}
      </g>
    ) : (
      rectangle
    )
  })
}
