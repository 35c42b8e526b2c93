'use client'

import { useId, useState } from 'react'
import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCompte } from '@/lib/platform/typographie'
import { Select } from '@/components/ui/saisie/inputs'
import { Link } from '../link'
import { Legend } from '@/components/ui/mesure/legend'
import { colorVar } from '../tokens'
import { Infobulle } from './infobulle'
import type { BandesVue, BandeVue } from './types'

const HAUTEUR = 280
const GRADUATION = { fill: colorVar('muted'), fontSize: 13 }

/** The count over a bar: on its upper part, whichever that is. */
const TOTAL = { position: 'top', fill: colorVar('ink'), fontSize: 14, fontWeight: 600 } as const

const toOptions = (libelles: readonly string[]) =>
  libelles.map((libelle, rang) => ({ value: String(rang), label: libelle }))
const countSignales = ({ elements }: BandeVue): number => elements.filter(({ signale }) => signale).length

function Elements({ bande }: { bande: BandeVue }) {
  return (
    <ul className="rows">
      {bande.elements.map(({ libelle, href, detail }) => (
        <li key={href} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Link className="link" href={href}>
            {libelle}
          </Link>
          <span className="text-sm text-muted">{detail}</span>
        </li>
      ))}
    </ul>
  )
}

/** How things are spread: the bands as bars, by which measure one likes, and what is in a band when one opens it. */
export function Bandes({ titre, repartitions, mots }: BandesVue) {
  const id = useId()
  const [choisie, setChoisie] = useState(0)
  const [ouverte, setOuverte] = useState<number | null>(null)
  const repartition = repartitions[choisie] ?? repartitions[0]
  if (!repartition) return null
  const { bandes, phrase } = repartition
  const bande = ouverte === null ? undefined : bandes[ouverte]
  const donnees = bandes.map((une, rang) => ({
    rang,
    libelle: une.libelle,
    total: une.elements.length,
    signales: countSignales(une),
    autres: une.elements.length - countSignales(une),
  }))
  const open = (rang: number | null) => setOuverte(rang !== null && bandes[rang]?.elements.length ? rang : null)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <Select
          label="Répartir"
          name="explorer-repartition"
          options={toOptions(repartitions.map(({ libelle }) => libelle))}
          value={String(choisie)}
          onChange={({ currentTarget }) => {
            setChoisie(Number(currentTarget.value))
            setOuverte(null)
          }}
        />
        <Select
          label="Ouvrir"
          name="explorer-bande"
          vide="Aucune"
          value={ouverte === null ? '' : String(ouverte)}
          options={donnees
            .filter(({ total }) => total > 0)
            .map(({ rang, libelle, total }) => ({
              value: String(rang),
              label: `${libelle} : ${formatCompte(total, mots.un)}`,
            }))}
          onChange={({ currentTarget }) => open(currentTarget.value === '' ? null : Number(currentTarget.value))}
        />
      </div>
      <p>{phrase}</p>
      <div className="graphique">
        <ResponsiveContainer width="100%" height={HAUTEUR}>
          <BarChart
            data={donnees}
            margin={{ top: 24, right: 8, bottom: 4, left: 0 }}
            aria-label={`${titre}, ${repartition.libelle}. Les flèches gauche et droite vont d’une barre à l’autre.`}
            onClick={({ activeTooltipIndex }) => open(activeTooltipIndex == null ? null : Number(activeTooltipIndex))}
          >
            <defs>
              <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="6" height="6" fill={colorVar('warn')} />
                <path d="M1 0v6" stroke={colorVar('surface')} strokeWidth="1.5" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} stroke={colorVar('line')} />
            <XAxis
              dataKey="libelle"
              tick={GRADUATION}
              stroke={colorVar('line-strong')}
              tickLine={false}
              interval="preserveStartEnd"
              minTickGap={4}
            />
            <YAxis width="auto" allowDecimals={false} tick={GRADUATION} axisLine={false} tickLine={false} />
            <Bar dataKey="signales" stackId="une" fill={`url(#${id})`} maxBarSize={56} isAnimationActive={false}>
              <LabelList
                {...TOTAL}
                dataKey={({ total, autres }: { total: number; autres: number }) =>
                  autres === 0 && total > 0 ? total : ''
                }
              />
            </Bar>
            <Bar dataKey="autres" stackId="une" fill={colorVar('primary')} maxBarSize={56} isAnimationActive={false}>
              <LabelList
                {...TOTAL}
                dataKey={({ total, autres }: { total: number; autres: number }) => (autres > 0 ? total : '')}
              />
            </Bar>
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: colorVar('hover') }}
              content={({ active, label }) => {
                const une = active ? donnees.find(({ libelle }) => libelle === label) : undefined
                return une ? (
                  <Infobulle
                    titre={`${une.libelle} : ${formatCompte(une.total, mots.un)}`}
                    vide=""
                    lignes={[
                      {
                        cle: 's',
                        libelle: mots.signale,
                        texte: String(une.signales),
                        echantillon: { color: 'warn', shape: 'hachures' },
                      },
                      { cle: 'a', libelle: mots.autre, texte: String(une.autres), echantillon: { color: 'primary' } },
                    ]}
                  />
                ) : null
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <Legend
        items={[
          { label: mots.signale, color: 'warn', shape: 'hachures' },
          { label: mots.autre, color: 'primary' },
        ]}
      />
      <div role="status">
        {bande ? (
          <p className="font-semibold">{`${bande.libelle} : ${formatCompte(bande.elements.length, mots.un)}`}</p>
        ) : null}
      </div>
      {bande ? <Elements bande={bande} /> : null}
    </div>
  )
}
