'use client'

import { useEffect, useRef, useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Button } from '@/components/ui/button'
import { Dialog, Tiroir } from '@/components/ui/flottant/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { IconPlus } from '@/components/ui/icons'
import { Panneau } from '@/components/ui/flottant/panneau'
import { movePoint, removePoint } from '@/lib/gouvernance/seance/actions/agenda'
import type { PointEcrit, VuePageReunion, VuePoint } from '@/lib/gouvernance/seance/types/reunion'
import { formatDuree } from '@/lib/platform/heures'
import { formatCompte } from '@/lib/platform/typographie'
import { FormulairePoint } from './formulaire-point'
import { Point } from './point'
import { findVersion } from './use-notes'

const focus = (id: string) => document.getElementById(id)?.focus()

/** What is lost with the point, said before it goes. */
function Retrait({
  point,
  enCours,
  onConfirm,
  onClose,
}: {
  point: VuePoint
  enCours: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  return (
    <div className="grid gap-4">
      <p>
        « {point.titre} » quitte l’ordre du jour{point.notes ? ', avec les notes qui y ont été prises' : ''}.
      </p>
      <div className="form-actions">
        <Button variant="danger" busy={enCours} onClick={onConfirm}>
          Retirer le point
        </Button>
        <Button onClick={onClose}>Le garder</Button>
      </div>
    </div>
  )
}

function formatResume({ points, minutes }: VuePageReunion): string {
  const traites = points.filter(({ etat }) => etat === 'TRAITE').length
  return [
    formatCompte(points.length, 'point'),
    minutes > 0 && `${formatDuree(minutes)} au total`,
    traites > 0 && formatCompte(traites, 'traité'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The agenda of a meeting: points in order, each with its notes and its decisions. */
export function OrdreDuJour({ vue }: { vue: VuePageReunion }) {
  const { convention, reunion, points, choix, lectureSeule, peutEcrire } = vue
  const modifiable = peutEcrire && lectureSeule === null && choix !== null
  const [boite, setBoite] = useState<{ genre: 'edition' | 'retrait'; point: VuePoint | null } | null>(null)
  const [ouverte, setOuverte] = useState(false)
  const deplacement = useGeste(movePoint)
  const retrait = useGeste(removePoint)
  const enCours = deplacement.enCours || retrait.enCours
  // Where focus goes once the list is drawn again: a button that moved with its point, the point just added.
  const voulu = useRef<string | null>(null)
  useEffect(() => {
    if (voulu.current === null || ouverte || enCours || !document.getElementById(voulu.current)) return
    focus(voulu.current)
    voulu.current = null
  }, [points, ouverte, enCours])

  function open(genre: 'edition' | 'retrait', point: VuePoint | null) {
    setBoite({ genre, point })
    setOuverte(true)
  }
  function handleEcrit(ecrit?: PointEcrit) {
    voulu.current = ecrit ? `point-titre-${ecrit.point}` : null
    setOuverte(false)
  }
  function handleMove(point: VuePoint, sens: 'MONTER' | 'DESCENDRE') {
    deplacement.envoyer(
      { convention: convention.slug, point: point.id, sens },
      {
        onEcrit: () => {
          voulu.current = `${sens === 'MONTER' ? 'monter' : 'descendre'}-${point.id}`
        },
      },
    )
  }
  function handleRemove(point: VuePoint) {
    const version = points.find(({ id }) => id === point.id)?.version ?? point.version
    retrait.envoyer(
      { convention: convention.slug, point: point.id, version: findVersion(point.id, version) },
      {
        onEcrit: () => {
          voulu.current = 'ajouter-point'
          setOuverte(false)
        },
      },
    )
  }

  const ajouter = modifiable ? (
    <Button id="ajouter-point" icon={<IconPlus />} aria-haspopup="dialog" onClick={() => open('edition', null)}>
      Ajouter un point
    </Button>
  ) : null
  const Boite = boite?.genre === 'retrait' ? Dialog : Tiroir
  const point = boite?.point ?? null
  return (
    <Panneau
      titre="Ordre du jour"
      id="ordre-du-jour"
      sousTitre={points.length > 0 ? formatResume(vue) : null}
      actions={ajouter}
    >
      {points.length === 0 ? (
        <EmptyState
          titre="Aucun point à l’ordre du jour"
          pourquoi={
            modifiable
              ? 'Ajoutez un point, ou choisissez parmi ceux qui sont proposés d’après ce qui est attendu.'
              : 'Aucun point n’a été enregistré pour cette réunion.'
          }
        />
      ) : (
        <ol className="rows">
          {points.map((un, index) => (
            <Point
              key={un.id}
              vue={vue}
              point={un}
              rang={index + 1}
              total={points.length}
              modifiable={modifiable}
              choixDecisions={vue.choixDecisions}
              enCours={enCours}
              onMove={(sens) => handleMove(un, sens)}
              onEdit={() => open('edition', un)}
              onRemove={() => open('retrait', un)}
            />
          ))}
        </ol>
      )}
      <Boite
        open={ouverte}
        onClose={() => setOuverte(false)}
        titre={boite?.genre === 'retrait' ? 'Retirer un point' : point ? 'Modifier le point' : 'Ajouter un point'}
      >
        {boite?.genre === 'edition' && choix ? (
          <FormulairePoint
            key={point?.id ?? 0}
            convention={convention.slug}
            reunion={reunion.id}
            point={point}
            choix={choix}
            onFini={handleEcrit}
          />
        ) : null}
        {boite?.genre === 'retrait' && point ? (
          <Retrait
            point={point}
            enCours={enCours}
            onConfirm={() => handleRemove(point)}
            onClose={() => setOuverte(false)}
          />
        ) : null}
      </Boite>
    </Panneau>
  )
}
