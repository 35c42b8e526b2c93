'use client'

import { useEffect, useRef, useState } from 'react'
import { createSender, isReessayable } from '@/components/formulaire/send'
import type { SaveStatusProps } from '@/components/ui/saisie/save-status'
import { recordPresence } from '@/lib/gouvernance/seance/actions/presence'
import type { EtatPresence } from '@/lib/gouvernance/seance/rules/quorum'
import type { PresenceMembre } from '@/lib/gouvernance/seance/types/reunion'
import { formatMinuteParis } from '@/lib/platform/heures'

export interface Presence {
  etat: EtatPresence | null
  representant: string | null
}

/** What was said of one member, and did not get through. */
interface Manquee {
  membre: PresenceMembre
  presence: Presence
  message: string
}

/** Those of one member leave one after the other, under keys of their own. */
interface FileMembre {
  derniere: Presence
  suite: Promise<void>
  send: ReturnType<typeof createSender>
}

/**
 * Presences that save themselves at each press. Those of one member leave one after the other, so that the last word
 * is the one kept; a refused one goes back to what it was, one that did not get through stays, to be sent again.
 */
export function usePresences(convention: string, reunion: number) {
  const [dites, setDites] = useState<ReadonlyMap<number, Presence>>(new Map())
  const [etat, setEtat] = useState<SaveStatusProps>({ state: 'idle' })
  const [manquees, setManquees] = useState<ReadonlyMap<number, Manquee>>(new Map())
  const files = useRef(new Map<number, FileMembre>())
  const enRoute = useRef(0)
  const [manquee] = manquees.values()
  const attend = etat.state === 'saving' || manquee !== undefined

  // Leaving while a presence is on its way, or did not get through, asks first.
  useEffect(() => {
    if (!attend) return
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [attend])

  function forget(id: number) {
    setManquees((toutes) => new Map([...toutes].filter(([membre]) => membre !== id)))
  }

  function record(membre: PresenceMembre, presence: Presence) {
    const { membre: id } = membre
    const avant = read(membre)
    const file: FileMembre = files.current.get(id) ?? {
      derniere: presence,
      suite: Promise.resolve(),
      send: createSender(),
    }
    files.current.set(id, file)
    file.derniere = presence
    setDites((toutes) => new Map(toutes).set(id, presence))
    forget(id)
    setEtat({ state: 'saving' })
    enRoute.current += 1
    file.suite = file.suite.then(async () => {
      const issue = await file.send(recordPresence, { convention, reunion, membre: id, ...presence })
      enRoute.current -= 1
      if (issue.ok) {
        // Saved once the last one is.
        if (enRoute.current === 0)
          setEtat((avant) =>
            avant.state === 'saving' ? { state: 'saved', heure: formatMinuteParis(new Date()) } : avant,
          )
        return
      }
      const message = `${membre.personne ?? membre.libelle} : ${issue.message}`
      setEtat({ state: 'error', message })
      if (file.derniere !== presence) return
      if (isReessayable(issue)) setManquees((toutes) => new Map(toutes).set(id, { membre, presence, message }))
      else setDites((toutes) => new Map(toutes).set(id, avant))
    })
  }

  /** What was said here since the page was drawn, else what it was drawn with. */
  function read(membre: PresenceMembre): Presence {
    return dites.get(membre.membre) ?? { etat: membre.etat, representant: membre.representant }
  }

  return {
    etat: manquee && etat.state !== 'saving' ? ({ state: 'error', message: manquee.message } as const) : etat,
    record,
    read,
    /** Sends again what did not get through; null when everything did. */
    reessayer: manquee
      ? () => {
          for (const { membre, presence } of manquees.values()) record(membre, presence)
        }
      : null,
  }
}
