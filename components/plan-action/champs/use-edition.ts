'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { createBrouillons, type Brouillons } from '@/components/formulaire/brouillons'
import { createSender } from '@/components/formulaire/send'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import type { ChampFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import { createEdition, type EtatEdition } from './edition'

interface OptionsEdition<V extends Partial<ValeursFiche>> {
  /** slug */
  convention: string
  /** id of the fiche; give the component a `key` of it where the fiche may change under it */
  fiche: number
  /** the fields edited here, as the page read them */
  valeurs: V
  /** who types: drafts are theirs alone. Without it nothing is kept on the device */
  brouillon?: { moi: number }
}

/** An edition as a component uses it. */
export interface EditionFiche<V extends Partial<ValeursFiche> = Partial<ValeursFiche>> extends EtatEdition<V> {
  /**
   * Changes a field: a choice is saved at once, a text at a pause.
   * @param options `pause: true` for a field of several parts where one types
   */
  edit: <C extends keyof V & ChampFiche>(champ: C, valeur: ValeursFiche[C], options?: { pause?: boolean }) => void
  /** on leaving a field */
  saveNow: () => Promise<void>
  undo: () => void
  settle: <C extends ChampFiche>(champ: C, garde: ValeursFiche[C]) => void
  abandon: (champ: ChampFiche) => void
}

const rangement = createBrouillons('fiche')

/** The place of one person’s drafts of one fiche. */
function openBrouillons(convention: string, fiche: number, moi: number): Brouillons {
  const readCle = (champ: string) => `${moi}:${convention}:${fiche}:${champ}`
  return {
    read: (champ) => rangement.read(readCle(champ)),
    keep: (champ, brouillon) => rangement.keep(readCle(champ), brouillon),
    forget: (champ) => rangement.forget(readCle(champ)),
  }
}

/**
 * Fields of a fiche that save themselves, with undo, drafts on the device, retry when the connection is back, and both
 * versions of what two people changed (show them with `ConflitFiche`).
 */
export function useEdition<V extends Partial<ValeursFiche>>({
  convention,
  fiche,
  valeurs,
  brouillon,
}: OptionsEdition<V>): EditionFiche<V> {
  const router = useRouter()
  const [send] = useState(createSender)
  const [edition] = useState(() =>
    createEdition(valeurs, {
      envoyer: (champs) => send(updateFiche, { convention, fiche, champs }),
      brouillons: brouillon ? openBrouillons(convention, fiche, brouillon.moi) : null,
      rafraichir: () => router.refresh(),
    }),
  )
  const etat = useSyncExternalStore(edition.subscribe, edition.read, edition.read) as EtatEdition<V>

  const recues = JSON.stringify(valeurs)
  const receive = useEffectEvent(() => edition.receive(valeurs))
  useEffect(() => receive(), [recues])

  useEffect(() => {
    edition.resume()
    const handle = () => void edition.save()
    window.addEventListener('online', handle)
    document.addEventListener('visibilitychange', handle)
    return () => {
      window.removeEventListener('online', handle)
      document.removeEventListener('visibilitychange', handle)
      // Leaving for another page of the product: what is typed goes off at once.
      handle()
    }
  }, [edition])

  return {
    ...etat,
    edit: edition.edit,
    saveNow: edition.save,
    undo: edition.undo,
    settle: edition.settle,
    abandon: edition.abandon,
  }
}
