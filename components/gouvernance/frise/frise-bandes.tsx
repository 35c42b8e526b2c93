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

interface Boite {
  x: string
  largeur: string
  hauteur: number
}

/** The rectangle of one band, centred on the axis of its line; its look is in frise.css. */
export function Rectangle({ genre, boite, hachures }: { genre: GenreBande; boite: Boite; hachures: string }) {
  if (genre === 'LIBRE') return null
  const cotes = { x: boite.x, y: -boite.hauteur / 2, width: boite.largeur, height: boite.hauteur, rx: 3 }
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
export function Bandes({ bandes, hachures, expliquees }: { bandes: readonly Bande[]; hachures: string; expliquees: boolean }) {
  return bandes.map(([x, largeur, genre, quand, raison]) => {
    const rectangle = <Rectangle key={x} genre={genre} hachures={hachures} boite={{ x: `${x / 100}%`, largeur: `${largeur / 100}%`, hauteur: 20 }} />
    return expliquees && genre !== 'LIBRE' ? <g key={x}><title>{`${quand}\u00A0: ${raison}`}</title>{rectangle}</g> : rectangle
  })
}
