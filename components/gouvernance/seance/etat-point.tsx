'use client'

import { useState } from 'react'
import { useGeste } from '@/components/formulaire/use-geste'
import { Badge } from '@/components/ui/badge'
import { Glyph } from '@/components/ui/mesure/glyph'
import { IconChevronDown } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { updateEtatPoint } from '@/lib/gouvernance/seance/actions/agenda'
import { ETATS_POINT } from '@/lib/gouvernance/seance/words'
import type { EtatPoint, VuePoint } from '@/lib/gouvernance/seance/types/reunion'
import { formatMinuteParis } from '@/lib/platform/heures'
import { ETATS_DE_POINT } from './mots-reunion'

/** State of a point for those who read. */
export function BadgePoint({ etat }: { etat: EtatPoint }) {
  const { mots, tone, shape } = ETATS_DE_POINT[etat]
  return (
    <Badge tone={tone} shape={shape}>
      {mots}
    </Badge>
  )
}

/** State of a point, changed in two presses, with a way back. */
export function MenuPoint({
  convention,
  point,
}: {
  convention: string
  point: Pick<VuePoint, 'id' | 'version' | 'etat' | 'titre'>
}) {
  const [demande, setDemande] = useState(point.etat)
  // Notes save themselves on the same point: their version is no reason to refuse a state that was chosen just now.
  const geste = useGeste(updateEtatPoint, { reprise: ({ version }, input) => ({ ...input, version }) })
  // What was asked shows at once, until the answer is there.
  const etat = geste.enCours ? demande : point.etat
  const { mots, tone, shape } = ETATS_DE_POINT[etat]

  function change(voulu: EtatPoint, version: number, retour: EtatPoint | null) {
    setDemande(voulu)
    geste.envoyer(
      { convention, point: point.id, version, etat: voulu },
      {
        message: ({ message }) => `${message}. Enregistré à ${formatMinuteParis(new Date())}.`,
        ...(retour === null ? {} : { annuler: (ecrit) => change(retour, ecrit.version, null) }),
      },
    )
  }

  return (
    <Menu
      className={`badge badge-button tone-${tone}`}
      trigger={
        <>
          <Glyph shape={shape} />
          <span>
            <span className="visually-hidden">État de « {point.titre} » : </span>
            {mots}
          </span>
          <IconChevronDown />
        </>
      }
      items={ETATS_POINT.map((choix) => ({
        label: ETATS_DE_POINT[choix].mots,
        icon: <Glyph shape={ETATS_DE_POINT[choix].shape} />,
        checked: choix === etat,
        onSelect: () => {
          if (choix !== etat) change(choix, point.version, etat)
        },
      }))}
    />
  )
}
