import type { Bande, GenreBande } from './frise-data'

/** Fill and outline of each band. Hatching, dashes and plain edges tell them apart without colour. */
const ASPECTS: Record<Exclude<GenreBande, 'LIBRE'>, { classes: string; tirets?: string; hachures?: true }> = {
  RESPECTEE: { classes: 'fill-ok-tint stroke-ok-line' },
  PLANIFIEE: { classes: 'fill-ok-tint stroke-ok-line', tirets: '7 3' },
  A_PLANIFIER: { classes: 'fill-warn-tint stroke-warn-line', tirets: '7 3' },
  EN_DEFAUT: { classes: 'fill-bad-tint stroke-bad-line', hachures: true },
  DEPASSEE: { classes: 'fill-warn-tint stroke-warn-line', hachures: true },
  A_VENIR: { classes: 'fill-none stroke-line-strong', tirets: '3 3' },
  NON_ENREGISTREE: { classes: 'fill-neutral-tint stroke-line-strong', tirets: '1 3' },
}

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

interface Boite {
  x: string
  largeur: string
  hauteur: number
}

/** The rectangles of one band, centred on the axis of its line. */
export function Rectangle({ genre, boite, hachures }: { genre: GenreBande; boite: Boite; hachures: string }) {
  if (genre === 'LIBRE') return null
  const { classes, tirets, hachures: avec } = ASPECTS[genre]
  const cotes = { x: boite.x, y: -boite.hauteur / 2, width: boite.largeur, height: boite.hauteur, rx: 3 }
  return (
    <>
      <rect {...cotes} className={classes} strokeDasharray={tirets} />
      {avec ? <rect {...cotes} fill={`url(#${hachures})`} /> : null}
    </>
  )
}

/** The periods of one instance, each explained to the pointer that rests on it. */
export function Bandes({ bandes, hachures }: { bandes: readonly Bande[]; hachures: string }) {
  return bandes.map(({ x, largeur, genre, quand, raison }) =>
    genre === 'LIBRE' ? null : (
      <g key={x}>
        <title>{`${quand}\u00A0: ${raison}`}</title>
        <Rectangle genre={genre} hachures={hachures} boite={{ x: `${x / 100}%`, largeur: `${largeur / 100}%`, hauteur: 20 }} />
      </g>
    ),
  )
}
