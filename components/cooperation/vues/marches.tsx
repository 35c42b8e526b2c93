import { Legend } from '@/components/ui/mesure/legend'
import { colorVar } from '@/components/ui/tokens'
import { MOTS_TOTAL_SCHEMA } from '@/lib/cooperation/schemas/words'
import type { PeriodeVue, VueTemps } from '@/lib/cooperation/vues/types'
import { daysBetween, formatIntervalle, yearOf, type Bornes, type DateCivile } from '@/lib/platform/dates'
import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'
import { formatPeriode } from '../mots'
import { formatAccordEtp } from '../postes/mots'

const HAUT = 26
const BAS = 176
const HAUTEUR = 204
/** Years written under the picture at most: the others are only marked. */
const ANNEES = 10

const toX = (jours: number, bornes: Bornes): string =>
  `${Math.round((jours / (daysBetween(bornes.debut, bornes.fin) + 1)) * 10_000) / 100}%`
const toLargeur = (debut: DateCivile, fin: DateCivile, bornes: Bornes): string =>
  toX(daysBetween(debut, fin) + 1, bornes)
const toY = (valeur: Centiemes, maximum: Centiemes): number =>
  Math.round((BAS - (valeur / maximum) * (BAS - HAUT)) * 10) / 10

interface Marche {
  periode: PeriodeVue
  bornes: Bornes
  maximum: Centiemes
  toutes: Bornes
}

function Marche({ periode, bornes, maximum, toutes }: Marche) {
  const { total, moyenne } = periode
  const x = toX(daysBetween(toutes.debut, bornes.debut), toutes)
  const width = toLargeur(bornes.debut, bornes.fin, toutes)
  const centre = `${(Number.parseFloat(x) + Number.parseFloat(width) / 2).toFixed(2)}%`
  return (
    <g>
      <title>
        {`${periode.libelle} : ${total === null ? 'total non précisé' : `${formatQuotite(total)} ETP ${formatAccordEtp(total, MOTS_TOTAL_SCHEMA[periode.etat])}`}${moyenne ? `, ${formatQuotite(moyenne.pourvu)} pourvus en moyenne` : ''}`}
      </title>
      {total === null ? (
        <rect
          x={x}
          width={width}
          y={HAUT}
          height={BAS - HAUT}
          fill="none"
          stroke={colorVar('line-strong')}
          strokeDasharray="4 4"
        />
      ) : (
        <>
          <rect
            x={x}
            width={width}
            y={toY(total, maximum)}
            height={BAS - toY(total, maximum)}
            fill={colorVar('a-engager')}
          />
          <rect x={x} width={width} y={toY(total, maximum) - 1.5} height="3" fill={colorVar('primary')} />
          <text
            x={centre}
            y={toY(total, maximum) - 8}
            textAnchor="middle"
            fontSize="15"
            fontWeight="600"
            fill={colorVar('ink')}
          >
            {formatQuotite(total)}
          </text>
        </>
      )}
      {moyenne ? (
        <rect
          x={toX(daysBetween(toutes.debut, moyenne.bornes.debut), toutes)}
          width={toLargeur(moyenne.bornes.debut, moyenne.bornes.fin, toutes)}
          y={toY(moyenne.pourvu, maximum)}
          height={BAS - toY(moyenne.pourvu, maximum)}
          fill={colorVar('realisee')}
        />
      ) : null}
      <rect x={x} width="1.5" y={HAUT} height={BAS - HAUT} fill={colorVar('surface')} />
    </g>
  )
}

function Axe({ bornes }: { bornes: Bornes }) {
  const premiere = yearOf(bornes.debut)
  const nombre = yearOf(bornes.fin) - premiere + 1
  const pas = Math.ceil(nombre / ANNEES)
  const annees = Array.from({ length: nombre }, (_, rang) => premiere + rang).filter(
    (annee) => annee === premiere || `${annee}-01-01` > bornes.debut,
  )
  return (
    <g>
      <rect x="0" width="100%" y={BAS} height="1.5" fill={colorVar('line-strong')} />
      {annees.map((annee, rang) => {
        const debut = rang === 0 ? bornes.debut : `${annee}-01-01`
        const x = toX(daysBetween(bornes.debut, debut), bornes)
        return (
          <g key={annee}>
            <rect x={x} width="1.5" y={BAS} height="6" fill={colorVar('line-strong')} />
            {rang % pas === 0 ? (
              <text x={x} y={BAS + 22} dx="2" fontSize="12" fill={colorVar('muted')}>
                {annee}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

/** All schémas over the years, one step each; spans that none covers are hatched. The table below says the same. */
export function Marches({ temps, bornes }: { temps: VueTemps; bornes: Bornes }) {
  const datees = temps.periodes.flatMap((periode) =>
    periode.debut === null ? [] : [{ periode, bornes: { debut: periode.debut, fin: periode.fin ?? bornes.fin } }],
  )
  const maximum = Math.max(
    1,
    ...datees.map(({ periode }) => Math.max(periode.total ?? 0, periode.moyenne?.pourvu ?? 0)),
  )
  const titre = `Total de chaque schéma, ${formatIntervalle(bornes)}`
  return (
    <figure className="grid gap-2">
      <svg
        role="img"
        aria-label={`${titre}. ${temps.phrase}`}
        width="100%"
        height={HAUTEUR}
        className="block overflow-visible"
      >
        <title>{titre}</title>
        <pattern id="sans-schema" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M1 0v7" stroke={colorVar('line-strong')} strokeWidth="2" />
        </pattern>
        {temps.trous.map((trou) => (
          <rect
            key={trou.debut}
            x={toX(daysBetween(bornes.debut, trou.debut), bornes)}
            width={toLargeur(trou.debut, trou.fin, bornes)}
            y={HAUT}
            height={BAS - HAUT}
            fill="url(#sans-schema)"
          >
            <title>{`Aucun schéma ${formatIntervalle(trou)}`}</title>
          </rect>
        ))}
        {datees.map(({ periode, bornes: siennes }) => (
          <Marche
            key={`${periode.convention ?? ''}${periode.ref ?? periode.libelle}${formatPeriode(periode)}`}
            periode={periode}
            bornes={siennes}
            maximum={maximum}
            toutes={bornes}
          />
        ))}
        <Axe bornes={bornes} />
      </svg>
      <Legend
        items={[
          { label: 'Total, convenu ou proposé', color: 'a-engager', shape: 'cadre', stroke: 'primary' },
          ...(datees.some(({ periode }) => periode.moyenne)
            ? [{ label: 'Pourvu en moyenne, jours passés', color: 'realisee' as const }]
            : []),
          ...(temps.trous.length > 0
            ? [{ label: 'Aucun schéma', color: 'line-strong' as const, shape: 'hachures' as const }]
            : []),
        ]}
      />
      <figcaption>{temps.phrase}</figcaption>
    </figure>
  )
}
