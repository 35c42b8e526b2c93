import { colorVar, type ColorToken } from '@/components/ui/tokens'
import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'

export interface Barre {
  libelle: string
  /** Null: not known, drawn as an empty dashed box. */
  valeur: Centiemes | null
  /** Said instead of the figure when it is not known. */
  absence: string
  color: ColorToken
}

const PAS = 46
const HAUTEUR = 16

const toPart = (valeur: Centiemes, maximum: Centiemes): string =>
  `${Math.round((Math.min(valeur, maximum) / Math.max(1, maximum)) * 10_000) / 100}%`

/** A few quantities of ETP on one scale, each under its words: readable on a narrow screen. A table beside it says the same. */
export function Barres({ titre, lecture, barres }: { titre: string; lecture: string; barres: readonly Barre[] }) {
  const maximum = Math.max(1, ...barres.map(({ valeur }) => valeur ?? 0))
  return (
    <figure className="grid gap-2">
      <svg
        role="img"
        aria-label={`${titre}. ${lecture}`}
        width="100%"
        height={barres.length * PAS}
        className="block overflow-visible"
      >
        <title>{titre}</title>
        {barres.map(({ libelle, valeur, absence, color }, rang) => (
          <g key={libelle}>
            <text y={rang * PAS + 14} fill={colorVar('ink')} fontSize="15">
              {libelle}
            </text>
            <text
              x="100%"
              y={rang * PAS + 14}
              textAnchor="end"
              fill={colorVar(valeur === null ? 'muted' : 'ink')}
              fontSize="15"
              fontWeight={valeur === null ? 400 : 600}
            >
              {valeur === null ? absence : `${formatQuotite(valeur)} ETP`}
            </text>
            <rect
              x="0.5"
              y={rang * PAS + 20.5}
              width="100%"
              height={HAUTEUR}
              rx="3"
              fill="none"
              stroke={colorVar('line-strong')}
              strokeDasharray={valeur === null ? '4 4' : undefined}
            />
            {valeur ? (
              <rect
                x="0.5"
                y={rang * PAS + 20.5}
                width={toPart(valeur, maximum)}
                height={HAUTEUR}
                rx="3"
                fill={colorVar(color)}
              />
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption>{lecture}</figcaption>
    </figure>
  )
}
