'use client'

import { ExplorerBandes } from '@/components/ui/explorer/explorer-bandes'
import type { BandesVue } from '@/components/ui/explorer/types'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { ConventionRepartie, Repartition } from '@/lib/pilotage/portefeuille/rules/repartition'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'

const TITRE = 'Répartition des conventions'
const MOTS = { un: 'convention', signale: 'À regarder', autre: 'Rien qui presse' }

const formatDetail = ({ fin, fiches, realisees }: ConventionRepartie): string =>
  [
    fin === null ? 'fin non connue' : `fin le ${formatDateCourte(fin)}`,
    fiches === 0 ? 'sans action' : `${realisees} sur ${formatCompte(fiches, 'action')}`,
  ].join(' ; ')

function toBandes(repartitions: readonly Repartition[]): BandesVue {
  return {
    titre: TITRE,
    mots: MOTS,
    repartitions: repartitions.map(({ cle, libelle, phrase, tranches }) => ({
      cle,
      libelle,
      phrase,
      bandes: tranches.map((tranche) => ({
        libelle: tranche.libelle,
        elements: tranche.conventions.map((convention) => ({
          libelle: convention.nom,
          href: `/conventions/${convention.slug}`,
          detail: formatDetail(convention),
          signale: convention.aTraiter,
        })),
      })),
    })),
  }
}

function TableRepartition({ libelle, tranches }: Repartition) {
  return (
    <Table caption={`${libelle}, en nombre de conventions`} captionVisible dense>
      <thead>
        <tr>
          <Th>{libelle}</Th>
          <Th num>Conventions</Th>
          <Th num>dont à regarder</Th>
        </tr>
      </thead>
      <tbody>
        {tranches.map(({ libelle: tranche, conventions }) => (
          <tr key={tranche}>
            <Th scope="row">{tranche}</Th>
            <Td num>{conventions.length}</Td>
            <Td num>{conventions.filter(({ aTraiter }) => aTraiter).length}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/**
 * How the conventions of the filters are spread, in sentences and tables; who likes explores the same by bars. A client
 * component: each convention stands in both spreads, and is sent once.
 */
export function RepartitionConventions({ repartitions }: { repartitions: readonly Repartition[] }) {
  return (
    <Panneau titre={TITRE}>
      <div className="grid gap-3">
        {repartitions.map(({ cle, phrase }) => (
          <p key={cle}>{phrase}</p>
        ))}
        <details>
          <summary>Les mêmes chiffres en tableaux</summary>
          <div className="grid gap-5 sm:grid-cols-2">
            {repartitions.map((repartition) => (
              <TableRepartition key={repartition.cle} {...repartition} />
            ))}
          </div>
        </details>
        <ExplorerBandes vue={toBandes(repartitions)} />
      </div>
    </Panneau>
  )
}
