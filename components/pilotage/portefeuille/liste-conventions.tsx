'use client'

import { TONS_GRAVITE } from '@/components/pilotage/veille/tons'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { VieConvention } from '@/components/ui/mesure/vie-convention'
import { Table, Td, Th, ThSort } from '@/components/ui/table'
import type { Raison } from '@/lib/pilotage/situation/rules/raisons'
import type { TriPortefeuille } from '@/lib/pilotage/portefeuille/schema'
import { formatQuotite } from '@/lib/platform/nombres'
import { buildHrefPortefeuille, type FiltresAdresse } from './adresses'

/** What a row shows: the browser receives nothing else. */
export interface LigneListe {
  slug: string
  nom: string
  lieu: string
  /** Its years and how far it is between them; its phase in words when a date is missing. */
  vie: { annees: string; part: number } | null
  phase: string
  raisons: Raison[]
  /** Reasons that are not listed. */
  reste: number
  /** What lists them all. */
  suite: string
  copil: { quand: string; ref: string } | null
  actions: string
  etp: number | null
  coordination: string
}

function Raisons({ raisons, reste, suite }: Pick<LigneListe, 'raisons' | 'reste' | 'suite'>) {
  if (raisons.length === 0) return <span className="text-muted">rien n’attend</span>
  return (
    <ul className="flex flex-wrap items-center gap-1.5">
      {raisons.map(({ gravite, texte }) => (
        <li key={texte}>
          <Badge tone={TONS_GRAVITE[gravite]}>{texte}</Badge>
        </li>
      ))}
      <li className="text-sm">
        <Link className="link" href={suite}>
          {reste > 0 ? `et ${reste} de plus` : 'voir'}
        </Link>
      </li>
    </ul>
  )
}

function Ligne({ ligne, comparable }: { ligne: LigneListe; comparable: boolean }) {
  const { slug, nom, lieu, vie, phase, copil, actions, etp, coordination } = ligne
  return (
    <tr className="row-hover">
      {comparable ? (
        <Td className="w-8 no-print">
          <input type="checkbox" name="c" value={slug} aria-label={`Comparer ${nom}`} />
        </Td>
      ) : null}
      <Th scope="row">
        <Link className="link font-semibold" href={`/conventions/${slug}`}>
          {nom}
        </Link>
        <span className="block text-sm text-muted">{lieu}</span>
        {coordination ? <span className="block text-sm text-muted">Coordination : {coordination}</span> : null}
      </Th>
      <Td label="Période">
        {vie ? <VieConvention {...vie} phase={phase} /> : <span className="text-muted">{phase}</span>}
      </Td>
      <Td label="Ce qui attend">
        <Raisons {...ligne} />
      </Td>
      <Td label="Prochain COPIL">
        {copil ? (
          <Link className="link-quiet" href={`/conventions/${slug}/reunions/${copil.ref}`}>
            {copil.quand}
          </Link>
        ) : (
          <span className="text-muted">non planifié</span>
        )}
      </Td>
      <Td num label="Actions réalisées">
        {actions}
      </Td>
      <Td num label="ETP">
        {etp === null ? '–' : formatQuotite(etp)}
      </Td>
    </tr>
  )
}

/**
 * Conventions, each with what it asks for. Rendered from data: a long list is sent once.
 * @param comparable two to four of them can be chosen and put side by side
 */
export function ListeConventions({
  titre,
  lignes,
  filtres,
  tri,
  comparable,
}: {
  titre: string
  lignes: readonly LigneListe[]
  filtres: FiltresAdresse
  tri: TriPortefeuille
  comparable: boolean
}) {
  const sort = (cle: TriPortefeuille) => ({
    href: buildHrefPortefeuille({ ...filtres, page: undefined, tri: cle }),
    ...(tri === cle ? { sens: cle === 'attention' ? ('desc' as const) : ('asc' as const) } : {}),
  })
  return (
    <form action="/portefeuille/comparer">
      <Table caption={titre} stacked>
        <thead>
          <tr>
            {comparable ? (
              <Th className="no-print">
                <span className="visually-hidden">Comparer</span>
              </Th>
            ) : null}
            <ThSort {...sort('nom')}>Convention</ThSort>
            <ThSort {...sort('fin')}>Période</ThSort>
            <ThSort {...sort('attention')}>Ce qui attend</ThSort>
            <Th>Prochain COPIL</Th>
            <Th num>Actions réalisées</Th>
            <Th num>ETP</Th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <Ligne key={ligne.slug} ligne={ligne} comparable={comparable} />
          ))}
        </tbody>
      </Table>
      {comparable ? (
        <div className="no-print mt-3 flex flex-wrap items-center gap-3">
          <Button type="submit" size="sm">
            Comparer
          </Button>
          <span className="text-sm text-muted">Cochez deux à quatre conventions pour les lire côte à côte.</span>
        </div>
      ) : null}
    </form>
  )
}
