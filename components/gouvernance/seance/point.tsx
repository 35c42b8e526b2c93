'use client'

import { IconButton } from '@/components/ui/button'
import { IconArrowDown, IconArrowUp, IconEllipsis } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Menu } from '@/components/ui/flottant/menu'
import type { ChoixDecisions } from '@/lib/competences/types'
import type { LienPoint, VuePageReunion, VuePoint } from '@/lib/gouvernance/seance/types/reunion'
import { DecisionsPoint } from '@/components/gouvernance/decisions/decisions-point'
import { formatDuree } from '@/lib/platform/heures'
import { BadgePoint, MenuPoint } from './etat-point'
import { Notes } from './notes'

const TYPES_LIEN: Record<LienPoint['type'], string> = {
  FICHE: 'Fiche',
  INDICATEUR: 'Indicateur',
  SCHEMA: 'Schéma de coopération',
  DOCUMENT: 'Document',
}

function Lien({ lien: { type, libelle, href } }: { lien: LienPoint }) {
  const externe = type === 'DOCUMENT' && href !== null
  return (
    <li>
      {TYPES_LIEN[type]} :{' '}
      {href === null ? (
        libelle
      ) : (
        <Link className="link" href={href} {...(externe ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
          {libelle}
        </Link>
      )}
    </li>
  )
}

/** Where the point comes from, and what it rests on. */
function Sources({ point, base }: { point: VuePoint; base: string }) {
  const { presentateur, dureeMinutes, repris, proposition, liens } = point
  const faits = [presentateur && `Présenté par ${presentateur}`, dureeMinutes && formatDuree(dureeMinutes)].filter(
    Boolean,
  )
  if (faits.length === 0 && liens.length === 0 && !repris && !proposition) return null
  return (
    <div className="text-sm text-muted">
      {faits.length > 0 ? <p>{faits.join(' · ')}</p> : null}
      {proposition ? (
        <p>
          Proposition de l’instance « {proposition.instance} »,{' '}
          <Link className="link" href={`${base}/reunions/${proposition.seance.ref}`}>
            {proposition.seance.dateTexte}
          </Link>{' '}
          : {proposition.texte}
        </p>
      ) : null}
      {repris ? (
        <p>
          Reprise du point de la réunion du{' '}
          <Link className="link" href={`${base}/reunions/${repris.ref}`}>
            {repris.dateTexte}
          </Link>
        </p>
      ) : null}
      {liens.length > 0 ? (
        <ul>
          {liens.map((lien) => (
            <Lien key={lien.type} lien={lien} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

export interface PointProps {
  vue: VuePageReunion
  point: VuePoint
  rang: number
  total: number
  modifiable: boolean
  choixDecisions: ChoixDecisions | null
  enCours: boolean
  onMove: (sens: 'MONTER' | 'DESCENDRE') => void
  onEdit: () => void
  onRemove: () => void
}

function Gestes({
  point,
  rang,
  total,
  enCours,
  onMove,
  onEdit,
  onRemove,
}: Omit<PointProps, 'vue' | 'modifiable' | 'choixDecisions'>) {
  const bouger = (sens: 'MONTER' | 'DESCENDRE', bout: boolean) => ({
    variant: 'ghost' as const,
    size: 'sm' as const,
    'aria-disabled': bout || enCours,
    className: bout ? 'bg-transparent opacity-40' : undefined,
    onClick: () => {
      if (!bout && !enCours) onMove(sens)
    },
  })
  return (
    <span className="no-print flex">
      <IconButton id={`monter-${point.id}`} label={`Monter « ${point.titre} »`} {...bouger('MONTER', rang === 1)}>
        <IconArrowUp />
      </IconButton>
      <IconButton
        id={`descendre-${point.id}`}
        label={`Descendre « ${point.titre} »`}
        {...bouger('DESCENDRE', rang === total)}
      >
        <IconArrowDown />
      </IconButton>
      <Menu
        trigger={<IconEllipsis />}
        label={`Actions, point ${rang} : ${point.titre}`}
        className="btn btn-ghost btn-icon btn-sm"
        align="end"
        items={[
          { label: 'Modifier le point', onSelect: onEdit },
          { label: 'Retirer de l’ordre du jour', danger: true, onSelect: onRemove },
        ]}
      />
    </span>
  )
}

/** One point of the agenda: what it is about, notes, decisions. */
export function Point(props: PointProps) {
  const { vue, point, rang, modifiable, choixDecisions } = props
  const { convention, reunion } = vue
  const aVenir = reunion.date > convention.today
  return (
    <li id={`point-${point.id}`} className="grid gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h3 id={`point-titre-${point.id}`} tabIndex={-1} className="min-w-0 flex-1 basis-64 text-base">
          <span className="text-muted">{rang}.</span> {point.titre}
        </h3>
        <div className="flex flex-wrap items-center gap-1">
          {modifiable ? <MenuPoint convention={convention.slug} point={point} /> : null}
          {/* « À traiter » tells nothing to those who read: the meeting is to come, or nobody said what became of the point. */}
          {!modifiable && point.etat !== 'A_TRAITER' ? <BadgePoint etat={point.etat} /> : null}
          {modifiable ? <Gestes {...props} /> : null}
        </div>
      </div>
      <Sources point={point} base={`/conventions/${convention.slug}`} />
      {modifiable ? <Notes convention={convention.slug} moi={vue.moi} point={point} aVenir={aVenir} /> : null}
      {!modifiable && point.notes ? <p className="whitespace-pre-line">{point.notes}</p> : null}
      <DecisionsPoint
        slug={convention.slug}
        reunion={{ id: reunion.id, ref: reunion.ref, figee: reunion.figee, aVenir }}
        point={{ id: point.id, titre: point.titre }}
        decisions={point.decisions}
        choix={choixDecisions}
        peutEcrire={vue.peutEcrire}
        today={convention.today}
      />
    </li>
  )
}
