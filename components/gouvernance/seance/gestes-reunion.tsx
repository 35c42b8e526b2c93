'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Menu, type MenuItem } from '@/components/ui/flottant/menu'
import type { VueReunion } from '@/lib/gouvernance/instances/types/ecran'
import { DIALOGUES, listGestes, type Geste } from './gestes'

export interface GestesReunionProps {
  slug: string
  today: string
  reunion: VueReunion
}

/** What may be done of the meeting as a whole: held, moved, cancelled, taken back. */
export function GestesReunion({ slug, today, reunion }: GestesReunionProps) {
  const [geste, setGeste] = useState<Geste>('tenir')
  const [ouvert, setOuvert] = useState(false)
  const ecrite = useRef(false)

  // The button that opened a form may be gone with the change it made: focus goes to the state of the meeting.
  useEffect(() => {
    if (!ecrite.current || ouvert) return
    ecrite.current = false
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('etat-reunion')?.focus()
  }, [reunion.version, ouvert])

  function open(voulu: Geste) {
    setGeste(voulu)
    setOuvert(true)
  }
  const gestes = listGestes(reunion)
  // Nothing is held before its day.
  const premier = gestes.find((un) => un.geste === 'tenir' && reunion.date <= today)
  const items = gestes
    .filter((un) => un !== premier && (un.geste !== 'tenir' || reunion.date <= today))
    .map((un): MenuItem => ({ label: un.label, onSelect: () => open(un.geste), danger: un.geste === 'annuler' }))
  const { titre, Boite, Formulaire } = DIALOGUES[geste]
  return (
    <>
      {premier ? (
        <Button variant="primary" aria-haspopup="dialog" onClick={() => open('tenir')}>
          {premier.label}
        </Button>
      ) : null}
      {items.length > 0 ? <Menu trigger="Modifier la réunion" align="end" items={items} /> : null}
      <Boite open={ouvert} onClose={() => setOuvert(false)} titre={titre}>
        <Formulaire
          slug={slug}
          today={today}
          reunion={reunion}
          onFini={(reponse) => {
            ecrite.current = reponse !== undefined
            setOuvert(false)
          }}
        />
      </Boite>
    </>
  )
}
