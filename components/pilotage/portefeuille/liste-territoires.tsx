'use client'

import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Table, Td, Th } from '@/components/ui/table'
import type { TerritoireListe } from '@/lib/pilotage/portefeuille/queries/territoires'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatNombre } from '@/lib/platform/nombres'

type Convention = TerritoireListe['conventions'][number]

function formatSuite({ debut, fin, entier }: Convention, today: string): string {
  const dates =
    fin !== null && fin < today
      ? `terminée le ${formatDateCourte(fin)}`
      : debut && fin
        ? `${debut.slice(0, 4)} – ${fin.slice(0, 4)}`
        : 'dates non connues'
  return entier ? dates : `${dates}, pour une partie des communes`
}

/** The EPCI of a département, each with the conventions that cover it. Rendered from data: a long list is sent once. */
export function ListeTerritoires({ epcis, today }: { epcis: readonly TerritoireListe[]; today: string }) {
  return (
    <Table caption="Intercommunalités" stacked>
      <thead>
        <tr>
          <Th>Intercommunalité</Th>
          <Th num>Habitants</Th>
          <Th>Convention</Th>
        </tr>
      </thead>
      <tbody>
        {epcis.map(({ siren, nom, population, conventions }) => (
          <tr key={siren} className="row-hover">
            <Th scope="row">{nom}</Th>
            <Td num label="Habitants">
              {population === null ? '–' : formatNombre(population)}
            </Td>
            <Td label="Convention">
              {conventions.length === 0 ? (
                <Badge>sans convention connue</Badge>
              ) : (
                <ul>
                  {conventions.map((convention) => (
                    <li key={convention.slug}>
                      <Link className="link" href={`/conventions/${convention.slug}`}>
                        {convention.nom}
                      </Link>
                      <span className="text-sm text-muted">{` (${formatSuite(convention, today)})`}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
