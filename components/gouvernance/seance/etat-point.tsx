'use client'

import { startTransition, useOptimistic } from 'react'
import { Badge } from '@/components/ui/badge'
import { Glyph } from '@/components/ui/mesure/glyph'
import { IconChevronDown } from '@/components/ui/icons'
import { Menu } from '@/components/ui/flottant/menu'
import { notify } from '@/components/ui/flottant/toast'
import { updateEtatPoint } from '@/lib/gouvernance/seance/actions/agenda'
import { ETATS_POINT } from '@/lib/gouvernance/seance/words'
import type { EtatPoint, VuePoint } from '@/lib/gouvernance/seance/types/reunion'
import { formatMinuteParis } from '@/lib/platform/heures'
import { ETATS_DE_POINT, NON_ENREGISTRE } from './mots-reunion'
import { readVersion } from './use-geste'

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
  const [etat, setEtat] = useOptimistic(point.etat)
  const { mots, tone, shape } = ETATS_DE_POINT[etat]

  function change(voulu: EtatPoint, version: number, retour: EtatPoint | null) {
    startTransition(async () => {
      setEtat(voulu)
      const write = (sur: number) =>
        updateEtatPoint({ convention, point: point.id, version: sur, etat: voulu }).catch(() => null)
      let resultat = await write(version)
      // Notes save themselves on the same point: their version is no reason to refuse a state that was chosen just now.
      const actuelle = resultat?.ok === false && resultat.tag === 'CONFLIT' ? readVersion(resultat.actuel) : null
      if (actuelle !== null) resultat = await write(actuelle)
      if (!resultat?.ok) return notify({ tone: 'bad', message: resultat?.message ?? NON_ENREGISTRE })
      const { version: apres, message } = resultat.data
      notify({
        message: `${message}. Enregistré à ${formatMinuteParis(new Date())}.`,
        action: retour === null ? undefined : { label: 'Annuler', onAction: () => change(retour, apres, null) },
      })
    })
  }

  return (
    <Menu
      className={`badge badge-button tone-${tone}`}
      trigger={
        <>
          <Glyph shape={shape} />
          <span>
            <span className="visually-hidden">État de « {point.titre} » : </span>
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
