import { colorVar } from '@/components/ui/tokens'
import type { IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import type { PointSerie } from '@/lib/plan-action/indicateurs/rules/evolution'
import { isTrou } from '@/lib/plan-action/indicateurs/rules/exploration'
import { daysBetween } from '@/lib/platform/dates'
import { formatValeur } from '@/components/plan-action/champs/valeurs'
import { readEvolution } from './lecture'

const LARGEUR = 360
const HAUTEUR = 132
const MARGE = { gauche: 16, droite: 16, haut: 26, bas: 24 }

interface Trace {
  x: number
  y: number
  point: PointSerie
}

const arrondi = (nombre: number): number => Math.round(nombre * 10) / 10

/** Places of the points, on a scale that holds the targets and the start too. */
function computeTraces(
  points: readonly PointSerie[],
  autres: readonly number[],
): { traces: Trace[]; place: (valeur: number) => number } {
  const valeurs = [...points.map(({ valeur }) => Number(valeur)), ...autres]
  const [min, max] = [Math.min(0, ...valeurs), Math.max(...valeurs)]
  const place = (valeur: number) =>
    arrondi(HAUTEUR - MARGE.bas - ((valeur - min) / (max - min || 1)) * (HAUTEUR - MARGE.bas - MARGE.haut))
  const [premier, dernier] = [points[0], points.at(-1)]
  const etendue = premier && dernier ? daysBetween(premier.fin, dernier.fin) || 1 : 1
  const traces = points.map((point) => ({
    x: arrondi(
      MARGE.gauche +
        (points.length === 1 ? 0.5 : daysBetween(premier?.fin ?? point.fin, point.fin) / etendue) *
          (LARGEUR - MARGE.gauche - MARGE.droite),
    ),
    y: place(Number(point.valeur)),
    point,
  }))
  return { traces, place }
}

/** The course of an indicator: its line, what is aimed at, and the same in one sentence. */
export function Courbe({ indicateur, titreVisible = false }: { indicateur: IndicateurEcrit; titreVisible?: boolean }) {
  const { nature, unite, libelle, cible, cibles, reference } = indicateur
  const { serie, phrase } = readEvolution(indicateur)
  const visee = cibles.at(-1)?.valeur ?? cible
  const { traces, place } = computeTraces(
    serie.points,
    [visee, reference].flatMap((valeur) => (valeur === null ? [] : [Number(valeur)])),
  )
  return (
    <figure className="keep basis-full">
      {titreVisible ? <figcaption className="font-semibold">{libelle}</figcaption> : null}
      {serie.points.length > 0 ? (
        <svg
          role="img"
          aria-label={`${libelle}. ${phrase}`}
          viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
          className="mt-1 w-full max-w-md"
        >
          <path
            d={`M${MARGE.gauche} ${place(0)}H${LARGEUR - MARGE.droite}`}
            stroke={colorVar('line-strong')}
            strokeWidth="1"
          />
          {visee === null ? null : (
            <>
              <path
                d={`M${MARGE.gauche} ${place(Number(visee))}H${LARGEUR - MARGE.droite}`}
                stroke={colorVar('ok')}
                strokeWidth="1.5"
                strokeDasharray="5 4"
              />
              <text
                x={LARGEUR - MARGE.droite}
                y={place(Number(visee)) - 4}
                textAnchor="end"
                fontSize="11"
                fill={colorVar('ok')}
              >
                cible {formatValeur(nature, visee, unite)}
              </text>
            </>
          )}
          {traces.slice(1).map((trace, rang) => {
            const avant = traces[rang]
            return avant ? (
              <path
                key={trace.point.debut}
                d={`M${avant.x} ${avant.y}L${trace.x} ${trace.y}`}
                stroke={colorVar('primary')}
                strokeWidth="2"
                strokeDasharray={isTrou(avant.point, trace.point) ? '2 5' : undefined}
                strokeLinecap="round"
              />
            ) : null
          })}
          {traces.map(({ x, y, point }, rang) => (
            <g key={point.debut}>
              <circle
                cx={x}
                cy={y}
                r="3.5"
                fill={point.calcule ? colorVar('surface') : colorVar('primary')}
                stroke={colorVar('primary')}
                strokeWidth="2"
              />
              {traces.length <= 6 || rang === 0 || rang === traces.length - 1 ? (
                <>
                  <text
                    x={x}
                    y={y - 8}
                    textAnchor={
                      rang === 0 && traces.length > 1
                        ? 'start'
                        : rang === traces.length - 1 && traces.length > 1
                          ? 'end'
                          : 'middle'
                    }
                    fontSize="11"
                    fontWeight="600"
                    fill={colorVar('ink')}
                  >
                    {formatValeur(nature, point.valeur, null)}
                  </text>
                  <text
                    x={x}
                    y={HAUTEUR - 6}
                    textAnchor={
                      rang === 0 && traces.length > 1
                        ? 'start'
                        : rang === traces.length - 1 && traces.length > 1
                          ? 'end'
                          : 'middle'
                    }
                    fontSize="11"
                    fill={colorVar('muted')}
                  >
                    {point.periode}
                  </text>
                </>
              ) : null}
            </g>
          ))}
        </svg>
      ) : null}
      <p className="text-sm">{phrase}</p>
    </figure>
  )
}
