import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { ExplorerSeries } from '@/components/ui/explorer/explorer-series'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { PeriodeVue, VueTemps } from '@/lib/cooperation/vues/types'
import { MOTS_SITUATION_POSTE } from '@/lib/cooperation/schemas/words'
import { formatTrous } from '@/lib/cooperation/schemas/rules/periodes'
import { formatIntervalle } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { ETATS, formatPeriode } from '../mots'
import { formatOuVide } from '@/components/cooperation/schemas/table-marge'
import { buildAdresse, type LieuVues } from './adresses'
import { buildExploration } from './exploration'
import { Marches } from './marches'

/** What a document may write of a line: the states but the one where it writes nothing. */
const ETATS_ECRITS = [
  ['pourvu', MOTS_SITUATION_POSTE.POURVU],
  ['externalise', MOTS_SITUATION_POSTE.EXTERNALISE],
  ['vacant', MOTS_SITUATION_POSTE.VACANT],
  ['jamaisPourvu', MOTS_SITUATION_POSTE.JAMAIS_POURVU],
] as const

function Pourvu({ periode }: { periode: PeriodeVue }) {
  const { moyenne, ecrit } = periode
  const ecrits = [
    ...ETATS_ECRITS.flatMap(([etat, mots]) =>
      ecrit[etat] > 0 ? [`${formatQuotite(ecrit[etat])} écrit « ${mots} »`] : [],
    ),
    ...(ecrit.nonPrecise > 0 && ecrit.nonPrecise < ecrit.prevu
      ? [`${formatQuotite(ecrit.nonPrecise)} non précisé`]
      : []),
  ]
  return (
    <div>
      {moyenne ? (
        <>
          {moyenne.auMoins ? 'au moins ' : ''}
          {formatQuotite(moyenne.pourvu)} sur {formatQuotite(moyenne.decrit)} décrits
          {moyenne.partielle ? (
            <span className="block text-sm text-muted">{formatIntervalle(moyenne.bornes)}</span>
          ) : null}
        </>
      ) : ecrits.length > 0 ? null : (
        <span className="text-muted">non connu</span>
      )}
      {ecrits.map((texte) => (
        <span key={texte} className="block text-sm text-muted">
          {texte}
        </span>
      ))}
    </div>
  )
}

function Ligne({ periode, lieu }: { periode: PeriodeVue; lieu: LieuVues }) {
  const { ref, libelle, convention, anterieur } = periode
  return (
    <tr>
      <Th scope="row">
        {ref === null ? (
          libelle
        ) : (
          <Link className="link" href={buildAdresse({ ...lieu, vue: 'communes', schema: ref })}>
            {libelle}
          </Link>
        )}
        {convention ? (
          <span className="block text-sm font-normal text-muted">{convention}</span>
        ) : anterieur ? (
          <span className="block text-sm font-normal text-muted">convention précédente</span>
        ) : null}
      </Th>
      <Td label="Période">{formatPeriode(periode)}</Td>
      <Td label="État">
        <Badge tone={ETATS[periode.etat].tone}>{ETATS[periode.etat].mot}</Badge>
      </Td>
      <Td num label="Total">
        {formatOuVide(periode.total)}
      </Td>
      <Td num label="Entre porteurs">
        {formatOuVide(periode.parCommune)}
      </Td>
      <Td num label="Par thématique">
        {formatOuVide(periode.parThematique)}
      </Td>
      <Td label="Pourvu en moyenne">
        <Pourvu periode={periode} />
      </Td>
    </tr>
  )
}

/** All the schémas of the territory over the years: nothing is added from one to the next. */
export function DansLeTemps({ temps, lieu }: { temps: VueTemps; lieu: LieuVues }) {
  const { periodes, trous, bornes } = temps
  if (periodes.length === 0) {
    return (
      <Panneau label="Dans le temps">
        <EmptyState
          titre="Aucun schéma de coopération"
          pourquoi="Ni cette convention ni la précédente ne donnent d’ETP de chargé de coopération."
        />
      </Panneau>
    )
  }
  const exploration = buildExploration(temps)
  const phraseTrous = formatTrous(trous, periodes)
  const sansDate = periodes.filter(({ debut }) => debut === null)
  return (
    <Panneau
      titre="Les schémas, dans le temps"
      sousTitre={'Chaque total vaut pour sa période : ils se comparent et ne s’additionnent pas.'}
    >
      <div className="grid gap-4">
        {bornes ? <Marches temps={temps} bornes={bornes} /> : <Notice tone="neutral">{temps.phrase}</Notice>}
        {exploration ? <ExplorerSeries vue={exploration} /> : null}
        {phraseTrous === null ? null : <Notice tone="neutral">{phraseTrous}</Notice>}
        {bornes && sansDate.length > 0 ? (
          <Notice tone="neutral">
            {`Sans période connue, donc hors de l’image : ${sansDate.map(({ libelle }) => libelle).join(' ; ')}.`}
          </Notice>
        ) : null}
        <Table caption="Schémas de coopération dans le temps, en ETP" dense stacked>
          <thead>
            <tr>
              <Th>Schéma</Th>
              <Th>Période</Th>
              <Th>État</Th>
              <Th num>Total</Th>
              <Th num>Entre porteurs</Th>
              <Th num>Par thématique</Th>
              <Th>Pourvu en moyenne</Th>
            </tr>
          </thead>
          <tbody>
            {periodes.map((periode) => (
              <Ligne
                key={`${periode.convention ?? ''}${periode.ref ?? periode.libelle}${formatPeriode(periode)}`}
                periode={periode}
                lieu={lieu}
              />
            ))}
          </tbody>
        </Table>
        <p className="text-sm text-muted">
          {
            'La moyenne de ce qui est pourvu compte chaque jour passé de la période, sur les postes décrits ; sans poste décrit, elle n’est pas connue.'
          }
        </p>
      </div>
    </Panneau>
  )
}
