'use client'

import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import { Table, Td, Th, ThSort } from '@/components/ui/table'
import type { LigneConvention } from '@/lib/pilotage/portefeuille/read'
import type { TriPortefeuille } from '@/lib/pilotage/portefeuille/schema'
import { formatQuotite } from '@/lib/platform/nombres'
import { buildHrefPortefeuille, type FiltresAdresse } from './adresses'

/** What a row shows: the browser receives nothing else. */
export type LigneListe = Pick<
  LigneConvention,
  'slug' | 'nom' | 'territoire' | 'caf' | 'departement' | 'phaseTexte' | 'fiches' | 'realisees' | 'etp' | 'points'
> & { instances: string; annees: string | null }

function Ligne({ ligne }: { ligne: LigneListe }) {
  const { slug, nom, territoire, caf, departement, phaseTexte, annees, instances, fiches, realisees, etp, points } =
    ligne
  const lieu = [territoire === nom ? null : territoire, caf, departement].filter(Boolean).join(' · ')
  return (
    <tr className="row-hover">
      <Th scope="row">
        <Link className="link font-semibold" href={`/conventions/${slug}`}>
          {nom}
        </Link>
        <span className="block text-sm text-muted">{lieu}</span>
      </Th>
      <Td label="Période">{annees ?? <span className="text-muted">{phaseTexte}</span>}</Td>
      <Td label="À regarder">
        {points.length === 0 ? (
          <span className="text-muted">rien à signaler</span>
        ) : (
          <ul className="flex flex-wrap gap-1.5">
            {points.map(({ ton, texte }) => (
              <li key={texte}>
                <Badge tone={ton}>{texte}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Td>
      <Td num label="Instances">
        {instances}
      </Td>
      <Td num label="Actions">
        {fiches === 0 ? '–' : `${realisees} sur ${fiches}`}
      </Td>
      <Td num label="ETP">
        {etp === null ? '–' : formatQuotite(etp)}
      </Td>
    </tr>
  )
}

/** The conventions of the page, each with what deserves attention in it. Rendered from data: a long list is sent once. */
export function ListeConventions({
  lignes,
  filtres,
  tri,
}: {
  lignes: readonly LigneListe[]
  filtres: FiltresAdresse
  tri: TriPortefeuille
}) {
  const sort = (cle: TriPortefeuille) => ({
    href: buildHrefPortefeuille({ ...filtres, page: undefined, tri: cle }),
    ...(tri === cle ? { sens: cle === 'attention' ? ('desc' as const) : ('asc' as const) } : {}),
  })
  return (
    <Table caption="Conventions" stacked>
      <thead>
        <tr>
          <ThSort {...sort('nom')}>Convention</ThSort>
          <ThSort {...sort('fin')}>Période</ThSort>
          <ThSort {...sort('attention')}>À regarder</ThSort>
          <Th num>Instances conformes</Th>
          <Th num>Actions réalisées</Th>
          <Th num>ETP</Th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <Ligne key={ligne.slug} ligne={ligne} />
        ))}
      </tbody>
    </Table>
  )
}
