'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { COUPURE_GARDEE } from '@/components/formulaire/mots'
import { createSender } from '@/components/formulaire/send'
import type { SaveStatusProps } from '@/components/ui/saisie/save-status'
import { recordNotes } from '@/lib/gouvernance/seance/actions/notes'
import type { PointActuel } from '@/lib/gouvernance/seance/types/reunion'
import { formatMinuteParis } from '@/lib/platform/heures'
import { forgetBrouillon, keepBrouillon, readBrouillon } from './brouillons'

/** Notes as they were saved. */
export interface NotesEnregistrees {
  version: number
  notes: string
}

/** A pause in typing long enough to save. */
const PAUSE_MS = 1_500
const REPRISE_MS = 10_000

/** What this tab saved last: a page that Back brings out of the browser’s memory shows older notes. */
const connues = new Map<number, NotesEnregistrees>()

const toEnregistrees = ({ version, notes }: PointActuel): NotesEnregistrees => ({ version, notes: notes ?? '' })

function findRecentes(point: number, recues: NotesEnregistrees): NotesEnregistrees {
  const connue = connues.get(point)
  return connue && connue.version > recues.version ? connue : recues
}

/** The version of a point as this tab knows it: notes are saved without refreshing the page. */
export const findVersion = (point: number, version: number): number =>
  Math.max(version, connues.get(point)?.version ?? 0)

interface Cible {
  convention: string
  /** Who types: a draft is theirs alone. */
  moi: number
  point: number
}

/**
 * Notes that save themselves: at each pause, on leaving the field, when the connection comes back. What is typed is
 * first kept on the device; a version saved by somebody else meanwhile is shown, never overwritten in silence.
 */
export function useNotes({ convention, moi, point }: Cible, recues: NotesEnregistrees) {
  const [texte, setTexte] = useState(() => findRecentes(point, recues).notes)
  const [etat, setEtat] = useState<SaveStatusProps>({ state: 'idle' })
  const [conflit, setConflit] = useState<NotesEnregistrees | null>(null)
  const [retrouve, setRetrouve] = useState(false)
  const [send] = useState(createSender)
  // What the save in flight, the timer and the network events read: always the latest.
  const suivi = useRef({
    texte,
    base: findRecentes(point, recues),
    conflit: false,
    envoi: false,
    minuterie: 0,
    perdues: null as string | null,
  })

  function program(delai: number) {
    window.clearTimeout(suivi.current.minuterie)
    suivi.current.minuterie = window.setTimeout(() => void save(), delai)
  }

  function accept(base: NotesEnregistrees) {
    suivi.current.base = base
    connues.set(point, base)
    if (suivi.current.texte === base.notes) forgetBrouillon(moi, point)
    else keepBrouillon(moi, point, { texte: suivi.current.texte, version: base.version, depuis: base.notes })
  }

  function oppose(autre: NotesEnregistrees) {
    suivi.current.conflit = true
    setConflit(autre)
    setEtat({ state: 'error', message: 'Ces notes ont été modifiées entre-temps : comparez les deux versions.' })
  }

  async function save(): Promise<void> {
    const s = suivi.current
    window.clearTimeout(s.minuterie)
    if (s.envoi || s.conflit || s.texte === s.base.notes) return
    const { texte: envoye, base } = s
    s.envoi = true
    setEtat({ state: 'saving' })
    const issue = await send(recordNotes, { convention, point, version: base.version, notes: envoye })
    s.envoi = false
    if (issue.ok) {
      s.perdues = null
      accept({ version: issue.data.version, notes: envoye })
      setRetrouve(false)
      setEtat({ state: 'saved', heure: formatMinuteParis(new Date()) })
      if (s.texte !== envoye) program(PAUSE_MS)
      return
    }
    if (issue.tag !== 'CONFLIT' || issue.actuel === null) {
      const coupee = issue.tag === 'COUPURE'
      if (coupee) s.perdues = envoye
      setEtat({ state: 'error', message: coupee ? COUPURE_GARDEE : issue.message })
      if (coupee) program(REPRISE_MS)
      return
    }
    const actuel = toEnregistrees(issue.actuel)
    if (actuel.notes === s.texte) {
      accept(actuel)
      setEtat({ state: 'saved', heure: formatMinuteParis(new Date()) })
      return
    }
    // Something else of the point changed, not its notes, or they are one’s own, saved before the answer was lost:
    // nothing stands against saving them.
    if (actuel.notes === base.notes || actuel.notes === s.perdues) {
      s.base = actuel
      return save()
    }
    oppose(actuel)
  }

  function edit(nouveau: string) {
    setTexte(nouveau)
    suivi.current.texte = nouveau
    const { base } = suivi.current
    if (nouveau === base.notes) forgetBrouillon(moi, point)
    else keepBrouillon(moi, point, { texte: nouveau, version: base.version, depuis: base.notes })
    setEtat((avant) => (avant.state === 'saved' ? { state: 'idle' } : avant))
    program(PAUSE_MS)
  }

  /** Ends a disagreement: what is to be kept, over the version that is there. */
  function settle(garde: string) {
    if (conflit === null) return
    suivi.current.conflit = false
    suivi.current.base = conflit
    suivi.current.texte = garde
    connues.set(point, conflit)
    setTexte(garde)
    setConflit(null)
    setEtat({ state: 'idle' })
    if (garde === conflit.notes) forgetBrouillon(moi, point)
    else {
      keepBrouillon(moi, point, { texte: garde, version: conflit.version, depuis: conflit.notes })
      void save()
    }
  }

  // A draft left on this device by a lost connection or a closed window.
  const resume = useEffectEvent(() => {
    const brouillon = readBrouillon(moi, point)
    const { base } = suivi.current
    if (brouillon === null) return
    if (brouillon.texte === base.notes) return forgetBrouillon(moi, point)
    setTexte(brouillon.texte)
    setRetrouve(true)
    suivi.current.texte = brouillon.texte
    if (brouillon.version === base.version || brouillon.depuis === base.notes) program(PAUSE_MS)
    else oppose(base)
  })
  useEffect(() => resume(), [])

  // The page was refreshed: by another action of oneself, or with what somebody else wrote.
  const receive = useEffectEvent((recue: NotesEnregistrees) => {
    const s = suivi.current
    if (recue.version <= s.base.version || s.envoi) return
    if (s.texte === s.base.notes) {
      s.texte = recue.notes
      setTexte(recue.notes)
      accept(recue)
    } else if (recue.notes === s.base.notes) s.base = recue
    else oppose(recue)
  })
  useEffect(() => receive({ version: recues.version, notes: recues.notes }), [recues.version, recues.notes])

  const saveNow = useEffectEvent(() => void save())
  useEffect(() => {
    const handle = () => saveNow()
    window.addEventListener('online', handle)
    document.addEventListener('visibilitychange', handle)
    const courant = suivi.current
    return () => {
      window.removeEventListener('online', handle)
      document.removeEventListener('visibilitychange', handle)
      window.clearTimeout(courant.minuterie)
      // Leaving for another page of the product: what is typed goes off at once.
      handle()
    }
  }, [])

  return { texte, etat, conflit, retrouve, edit, save, settle }
}
