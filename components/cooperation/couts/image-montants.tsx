import { Legend } from '@/components/ui/mesure/legend'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import { colorVar } from '@/components/ui/tokens'
import type { AnneeMontants } from '@/lib/cooperation/couts/types'
import { formatMontant } from './mots'

const HAUTEUR = 120
const PIED = 24

const place = (rang: number, combien: number): string => `${Math.round((rang / combien) * 10_000) / 100}%`

/** The reading of the picture in one sentence: the year in view, or the last one that has amounts. */
function formatLecture(annees: readonly AnneeMontants[], annee: number): string {
  const lue = annees.find((candidate) => candidate.annee === annee) ?? annees.at(-1)
  return lue ? `En ${lue.annee} : prévu ${formatMontant(lue.prevu)}, réalisé ${formatMontant(lue.realise)}.` : ''
}

function Barres({
  ligne,
  rang,
  combien,
  maximum,
}: {
  ligne: AnneeMontants
  rang: number
  combien: number
  maximum: number
}) {
  const toHauteur = (centimes: number | null) =>
    centimes === null ? 0 : Math.round((centimes / Math.max(1, maximum)) * HAUTEUR)
  const prevu = toHauteur(ligne.prevu)
  const realise = toHauteur(ligne.realise)
  return (
    <g>
      <title>{formatLecture([ligne], ligne.annee)}</title>
      {ligne.prevu === null ? null : (
        <rect
          x={place(rang + 0.2, combien)}
          width={place(0.28, combien)}
          y={HAUTEUR - prevu}
          height={Math.max(1, prevu)}
          fill={colorVar('line-strong')}
        />
      )}
      {ligne.realise === null ? null : (
        <rect
          x={place(rang + 0.52, combien)}
          width={place(0.28, combien)}
          y={HAUTEUR - realise}
          height={Math.max(1, realise)}
          fill={colorVar('en-cours')}
        />
      )}
      <text x={place(rang + 0.5, combien)} y={HAUTEUR + 18} textAnchor="middle" fontSize="14" fill={colorVar('ink')}>
        {ligne.annee}
      </text>
    </g>
  )
}

/** Planned and actual, year by year. */
export function ImageMontants({ annees, annee }: { annees: AnneeMontants[]; annee: number }) {
  if (annees.length === 0) return null
  const maximum = Math.max(...annees.flatMap(({ prevu, realise }) => [prevu ?? 0, realise ?? 0]))
  const lecture = formatLecture(annees, annee)
  return (
    <Panneau titre="Prévu et réalisé, année par année" sousTitre={lecture}>
      <figure className="grid gap-2">
        <Legend
          label="Légende"
          items={[
            { label: 'prévu', color: 'line-strong' },
            { label: 'réalisé', color: 'en-cours' },
          ]}
        />
        <svg
          role="img"
          aria-label={`Prévu et réalisé, année par année. ${lecture}`}
          width="100%"
          height={HAUTEUR + PIED}
          className="block"
        >
          {annees.map((ligne, rang) => (
            <Barres key={ligne.annee} ligne={ligne} rang={rang} combien={annees.length} maximum={maximum} />
          ))}
          <rect x="0" y={HAUTEUR} width="100%" height="1" fill={colorVar('line-strong')} />
        </svg>
      </figure>
      <details className="mt-2">
        <summary>Les mêmes chiffres en tableau</summary>
        <Table caption="Prévu et réalisé, année par année" stacked dense>
          <thead>
            <tr>
              <Th>Année</Th>
              <Th num>Prévu</Th>
              <Th num>Réalisé</Th>
            </tr>
          </thead>
          <tbody>
            {annees.map((ligne) => (
              <tr key={ligne.annee}>
                <Th scope="row">{ligne.annee}</Th>
                <Td num label="Prévu">
                  {formatMontant(ligne.prevu)}
                </Td>
                <Td num label="Réalisé">
                  {formatMontant(ligne.realise)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Panneau>
  )
}
