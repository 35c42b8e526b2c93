'use client'

import { useId, useState } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatEuros, formatNombre, formatPourcent } from '@/lib/platform/nombres'
import { Select } from '@/components/ui/saisie/inputs'
import { Swatch } from '@/components/ui/mesure/legend'
import { colorVar } from '../tokens'
import { Infobulle } from './infobulle'
import { keepEntre, listTraits } from './traits'
import type { AnneeVue, RangeeVue, RepereVue, SerieVue, SeriesVue } from './types'

const HAUTEUR = 300
const FORMATS: Record<SeriesVue['axe'], (valeur: number) => string> = {
  nombre: formatNombre,
  etp: formatNombre,
  pourcent: formatPourcent,
  euros: formatEuros,
}
const GRADUATION = { fill: colorVar('muted'), fontSize: 13 }
/** A year is named in its middle. */
const toMilieu = ({ debut, fin }: AnneeVue): number => (debut + fin) / 2
const formeOf = ({ trait }: SerieVue) => (trait === 'tirets' ? ('tirets' as const) : ('carre' as const))

/** Which series and levels are shown. */
function Choix({
  objets,
  masques,
  onChange,
}: {
  objets: readonly (SerieVue | RepereVue)[]
  masques: ReadonlySet<string>
  onChange: (masques: ReadonlySet<string>) => void
}) {
  const id = useId()
  return (
    <fieldset className="choix-series">
      <legend className="visually-hidden">Ce que montre le graphique</legend>
      {objets.map((objet) => {
        const montre = !masques.has(objet.cle)
        return (
          <label key={objet.cle} htmlFor={`${id}${objet.cle}`}>
            <input
              id={`${id}${objet.cle}`}
              type="checkbox"
              checked={montre}
              onChange={() =>
                onChange(
                  montre ? new Set([...masques, objet.cle]) : new Set([...masques].filter((cle) => cle !== objet.cle)),
                )
              }
            />
            <Swatch color={objet.color} shape={'trait' in objet ? formeOf(objet) : 'tirets'} />
            {'texte' in objet ? `${objet.libelle} : ${objet.texte}` : objet.libelle}
          </label>
        )
      })}
    </fieldset>
  )
}

/** From which year to which. */
function ChoixAnnees({
  annees,
  de,
  a,
  onChange,
}: {
  annees: readonly number[]
  de: number
  a: number
  onChange: (de: number, a: number) => void
}) {
  const toOptions = (choix: readonly number[]) => choix.map((annee) => ({ value: String(annee), label: String(annee) }))
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        label="De"
        name="explorer-de"
        options={toOptions(annees.filter((annee) => annee <= a))}
        value={String(de)}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value), a)}
      />
      <Select
        label="À"
        name="explorer-a"
        options={toOptions(annees.filter((annee) => annee >= de))}
        value={String(a)}
        onChange={({ currentTarget }) => onChange(de, Number(currentTarget.value))}
      />
    </div>
  )
}

function Lecture({
  rangee,
  series,
  reperes,
}: {
  rangee: RangeeVue | undefined
  series: readonly SerieVue[]
  reperes: readonly RepereVue[]
}) {
  if (!rangee) return null
  const lues = series.flatMap((serie) => {
    const valeur = rangee.valeurs[serie.cle]
    return valeur
      ? [
          {
            cle: serie.cle,
            libelle: serie.libelle,
            texte: valeur.texte,
            echantillon: { color: serie.color, shape: formeOf(serie) },
          },
        ]
      : []
  })
  const niveaux = reperes.map(({ cle, libelle, texte, color }) => ({
    cle,
    libelle,
    texte,
    echantillon: { color, shape: 'tirets' as const },
  }))
  return <Infobulle titre={rangee.libelle} lignes={lues.length > 0 ? [...lues, ...niveaux] : []} vide="Aucune valeur" />
}

/** Series over time: what is read where one points or comes by the arrow keys, which of them, and from when to when. */
export function Series({ titre, axe, series, rangees, reperes, annees }: SeriesVue) {
  const [masques, setMasques] = useState<ReadonlySet<string>>(new Set())
  const choix = annees.map(({ annee }) => annee)
  const [premiere, derniere] = [choix[0] ?? 0, choix.at(-1) ?? 0]
  const [[de, a], setBornes] = useState([premiere, derniere] as const)
  const marches = series.some(({ marche }) => marche)
  const bornes = annees.filter(({ annee }) => annee >= de && annee <= a)
  const [x0, x1] = [bornes[0]?.debut ?? 0, bornes.at(-1)?.fin ?? 0]
  const vues = keepEntre(rangees, x0, x1, marches)
  const montrees = series.filter(({ cle }) => !masques.has(cle))
  const niveaux = reperes.filter(({ cle }) => !masques.has(cle))
  const traits = montrees.flatMap((serie) => listTraits(serie, vues))
  const donnees = vues.map(({ x }, rang) => ({
    x,
    ...Object.fromEntries(traits.map(({ cle, hauteurs }) => [cle, hauteurs[rang] ?? null])),
  }))
  const objets = [...series, ...reperes]
  const bas = Math.min(0, ...traits.flatMap(({ hauteurs }) => hauteurs.filter((hauteur) => hauteur !== null)))
  const noms = new Map(annees.map((annee) => [toMilieu(annee), String(annee.annee)]))
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        {objets.length > 1 ? <Choix objets={objets} masques={masques} onChange={setMasques} /> : null}
        {choix.length > 3 ? (
          <ChoixAnnees annees={choix} de={de} a={a} onChange={(debut, fin) => setBornes([debut, fin])} />
        ) : null}
      </div>
      <div className="graphique">
        <ResponsiveContainer width="100%" height={HAUTEUR}>
          <LineChart
            data={donnees}
            margin={{ top: 12, right: 16, bottom: 4, left: 0 }}
            aria-label={`${titre}. Les flèches gauche et droite vont d’une valeur à l’autre.`}
          >
            <CartesianGrid vertical={false} stroke={colorVar('line')} />
            <XAxis
              dataKey="x"
              type="number"
              domain={[x0, x1]}
              allowDataOverflow
              ticks={bornes.map(toMilieu)}
              tickFormatter={(x: number) => noms.get(x) ?? ''}
              tick={GRADUATION}
              stroke={colorVar('line-strong')}
              interval="equidistantPreserveStart"
              minTickGap={8}
            />
            <YAxis
              width="auto"
              tickFormatter={FORMATS[axe]}
              tick={GRADUATION}
              stroke={colorVar('line-strong')}
              axisLine={false}
              tickLine={false}
              domain={[bas, 'auto']}
            />
            {niveaux.map(({ cle, y, color }) => (
              <ReferenceLine
                key={cle}
                y={y}
                stroke={colorVar(color)}
                strokeWidth={1.5}
                strokeDasharray="5 4"
                ifOverflow="extendDomain"
              />
            ))}
            {traits.map(({ cle, serie, pointille }) => (
              <Line
                key={cle}
                dataKey={cle}
                type={serie.marche ? 'stepAfter' : 'linear'}
                stroke={colorVar(serie.color)}
                strokeWidth={pointille ? 1.5 : 2}
                strokeDasharray={pointille ? '2 5' : serie.trait === 'tirets' ? '6 4' : '0'}
                dot={pointille || serie.marche ? false : { r: 3.5, fill: colorVar(serie.color), strokeDasharray: '0' }}
                activeDot={pointille ? false : { r: 5, fill: colorVar(serie.color), stroke: colorVar('surface') }}
                connectNulls={!serie.marche}
                isAnimationActive={false}
              />
            ))}
            <Tooltip
              isAnimationActive={false}
              filterNull={false}
              cursor={{ stroke: colorVar('line-field') }}
              content={({ active, label }) =>
                active ? (
                  <Lecture rangee={vues.find(({ x }) => x === label)} series={montrees} reperes={niveaux} />
                ) : null
              }
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
}
