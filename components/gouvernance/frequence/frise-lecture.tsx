import { Table, Td, Th } from '@/components/ui/table'
import { Rectangle } from './frise-bandes'
import { NOMS_GENRE, type Frise, type GenreBande, type LigneFrise } from './frise-data'

function Echantillon({ genre, hachures }: { genre: GenreBande; hachures: string }) {
  return (
    <svg viewBox="-1 -12 34 24" aria-hidden="true" className="frise-bandes h-3.5 w-5 flex-none">
      <Rectangle genre={genre} hachures={hachures} x="0" width="32" />
    </svg>
  )
}

const POINTS = {
  tenues: { nom: 'réunion tenue', dessin: <circle r="5" className="fill-primary" /> },
  prevues: { nom: 'réunion prévue', dessin: <circle r="4" className="fill-surface stroke-primary" strokeWidth="2" /> },
  annulees: {
    nom: 'réunion annulée',
    dessin: <path d="M-4-4 4 4M4-4-4 4" className="stroke-muted" strokeWidth="2" strokeLinecap="round" />,
  },
} as const

/** What the shapes of this frise mean: only those it shows. */
export function LegendeFrise({ frise, hachures }: { frise: Frise; hachures: string }) {
  return (
    <ul className="legend mt-3 print:mt-1" aria-label="Légende de la frise">
      {(['tenues', 'prevues', 'annulees'] as const).map((etat) =>
        frise.pointsDe[etat] ? (
          <li key={etat}>
            <svg viewBox="-6 -6 12 12" aria-hidden="true">
              {POINTS[etat].dessin}
            </svg>
            {POINTS[etat].nom}
          </li>
        ) : null,
      )}
      {frise.aujourdhui === null ? null : (
        <li>
          <svg viewBox="-6 -6 12 12" aria-hidden="true">
            <rect x="-1" y="-6" width="2" height="12" className="fill-bad" />
          </svg>
          aujourd’hui
        </li>
      )}
      {frise.genres.map((genre) => (
        <li key={genre}>
          <Echantillon genre={genre} hachures={hachures} />
          {NOMS_GENRE[genre].toLowerCase()}
        </li>
      ))}
    </ul>
  )
}

/** The same as the picture, in a table that opens on demand. @param props.lignes none until the browser has the page */
export function TableFrise({ lignes }: { lignes: readonly LigneFrise[] }) {
  return (
    <details className="no-print mt-3 text-sm">
      <summary className="w-fit text-primary underline underline-offset-4">Lire la frise en tableau</summary>
      <div className="mt-2">
        <Table
          caption="Réunions et fréquence de chaque instance, période par période"
          dense
          scroll="Frise de gouvernance en tableau"
        >
          <thead>
            <tr>
              <Th>Période</Th>
              <Th>Réunions</Th>
              <Th>Lecture</Th>
            </tr>
          </thead>
          {lignes.map((ligne) => (
            <tbody key={ligne.id}>
              <tr>
                <Th scope="rowgroup" colSpan={3}>{`${ligne.nom}, ${ligne.regle}`}</Th>
              </tr>
              {ligne.bandes.map(([x, , , quand, raison, reunions]) => (
                <tr key={x}>
                  <Td>{quand}</Td>
                  <Td>{reunions}</Td>
                  <Td>{raison}</Td>
                </tr>
              ))}
            </tbody>
          ))}
        </Table>
      </div>
    </details>
  )
}
