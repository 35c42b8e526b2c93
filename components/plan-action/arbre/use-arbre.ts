'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { createSender, type Action, type Refus } from '@/components/formulaire/send'
import { notifyRefus } from '@/components/formulaire/use-geste'
import { notify } from '@/components/ui/flottant/toast'
import type { SaveStatusProps } from '@/components/ui/saisie/save-status'
import { moveAxe } from '@/lib/plan-action/arbre/actions/axes'
import { moveFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { formatPlace, listEnfants, listFiches, placeAxe, placeFiche } from '@/lib/plan-action/arbre/rules/arbre'
import type { Changement } from '@/lib/plan-action/versions/rules/comparaison'
import { compareArbres } from '@/lib/plan-action/versions/rules/arbre'
import type { ArbreEcrit, ArbrePlan } from '@/lib/plan-action/arbre/types'
import { formatMinuteParis } from '@/lib/platform/heures'
import { quote } from './mots-arbre'

/** A move asked for: an axe under another (null: at the top), or a fiche in an axe, at a rank among those there. */
export type Geste =
  | { genre: 'AXE'; id: number; parent: number | null; rang: number }
  | { genre: 'FICHE'; id: number; parent: number; rang: number }

/** What somebody else changed meanwhile, and the move it kept from being made. */
export interface Ecart {
  changements: Changement[]
  geste: Geste | null
  sujet: string | null
}

/** What a conflict gives back. */
interface ArbreActuel {
  arbre: ArbrePlan
}

type ActionArbre<Input> = Action<Input, ArbreEcrit, ArbreActuel>

export const idLigne = (genre: Geste['genre'], id: number): string => `ligne-${genre.toLowerCase()}-${id}`

/** The tree after a move, by the rules the server applies too. */
const apply = (arbre: ArbrePlan, { genre, id, parent, rang }: Geste) =>
  genre === 'AXE'
    ? placeAxe(arbre, { axe: id, parent, rang }, arbre.reglages.niveaux.length)
    : placeFiche(arbre, { fiche: id, axe: parent, rang })

/**
 * The tree on screen and its writes. A move shows at once and is saved behind, one after the other; a tree that somebody
 * else changed is shown as it became, with what changed, and nothing typed is lost.
 */
export function useArbre(slug: string, initial: ArbrePlan) {
  const [arbre, setArbre] = useState(initial)
  const [annonce, setAnnonce] = useState('')
  const [ecart, setEcart] = useState<Ecart | null>(null)
  const [sauvegarde, setSauvegarde] = useState<SaveStatusProps>({ state: 'idle' })
  const [send] = useState(createSender)
  /** what the server last said, and what is on screen: they differ while moves are on their way */
  const connu = useRef(initial)
  const ecran = useRef(initial)
  const file = useRef<Promise<unknown>>(Promise.resolve())
  const enRoute = useRef(0)
  /** counts refusals: moves that waited behind one were made over a tree that is no more */
  const refus = useRef(0)
  const cible = useRef<string | null>(null)
  /** what was asked of an object that is no longer there: the page is read again to say what became of it */
  const relecture = useRef<Pick<Ecart, 'geste' | 'sujet'> | null>(null)
  const router = useRouter()

  function show(suivant: ArbrePlan) {
    ecran.current = suivant
    setArbre(suivant)
  }
  // The page was read again (another write, a return to it): the newest wins, unless moves are on their way.
  useEffect(() => {
    if (initial.version <= connu.current.version || enRoute.current > 0) return
    if (relecture.current)
      setEcart({ changements: compareArbres(connu.current, initial), geste: null, sujet: relecture.current.sujet })
    relecture.current = null
    connu.current = initial
    show(initial)
  }, [initial])
  // Focus follows the row that moved.
  useEffect(() => {
    if (cible.current === null) return
    document.getElementById(cible.current)?.querySelector<HTMLElement>('[data-deplacer] button')?.focus()
    cible.current = null
  }, [arbre])

  // A move on its way is not left behind without a word.
  useEffect(() => {
    if (sauvegarde.state !== 'saving') return
    const retenir = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', retenir)
    return () => window.removeEventListener('beforeunload', retenir)
  }, [sauvegarde.state])

  function accept({ arbre: suivant }: ArbreEcrit) {
    connu.current = suivant
    if (enRoute.current > 0) return
    show(suivant)
    setSauvegarde({ state: 'saved', heure: formatMinuteParis(new Date()) })
  }

  /** The screen goes back to what the server last said; what somebody else changed is told. */
  function refuse(issue: Refus<ArbreActuel>, geste: Geste | null, sujet: string | null) {
    if (issue.tag === 'CONFLIT' && issue.actuel) {
      setEcart({ changements: compareArbres(connu.current, issue.actuel.arbre), geste, sujet })
      connu.current = issue.actuel.arbre
    }
    if (issue.tag === 'INTROUVABLE') {
      relecture.current = { geste, sujet }
      router.refresh()
    }
    refus.current += 1
    show(connu.current)
    setSauvegarde({ state: 'idle' })
  }

  /** An action for a form to hand to the kit: it leaves after the moves on their way, and the tree takes its answer. */
  function enFile<Input>(action: ActionArbre<Input>): ActionArbre<Input> {
    return (input, envoi) => {
      const reponse = file.current.then(async () => {
        const resultat = await action(input, envoi)
        if (resultat.ok) {
          accept(resultat.data)
          setEcart(null)
        } else refuse(resultat, null, null)
        return resultat
      })
      file.current = reponse.catch(() => null)
      return reponse
    }
  }

  /** The same for what is written over the whole plan: its version is that of the tree which those moves leave. */
  const surPlan = <Input extends { version: number }>(action: ActionArbre<Input>) =>
    enFile<Omit<Input, 'version'>>((input, envoi) =>
      action({ ...input, version: connu.current.version } as Input, envoi),
    )

  function deplacer(geste: Geste): void {
    const place = apply(ecran.current, geste)
    if (!place.ok) {
      setAnnonce(place.message)
      notify({ message: place.message, tone: 'bad' })
      return
    }
    const freres: { id: number; titre: string }[] =
      geste.genre === 'AXE' ? listEnfants(place.arbre.axes, geste.parent) : listFiches(place.arbre.fiches, geste.parent)
    const rang = freres.findIndex(({ id }) => id === geste.id)
    const sujet = quote(freres[rang]?.titre ?? '')
    setAnnonce(
      `${sujet} : ${formatPlace(rang, freres.length, place.arbre.axes.find(({ id }) => id === geste.parent)?.titre ?? null)}.`,
    )
    cible.current = idLigne(geste.genre, geste.id)
    show({ ...ecran.current, ...place.arbre })
    enRoute.current += 1
    setSauvegarde({ state: 'saving' })
    const connus = refus.current
    file.current = file.current.then(async () => {
      if (connus !== refus.current) {
        enRoute.current -= 1
        return
      }
      const { version } = connu.current
      const { id, rang } = geste
      const issue =
        geste.genre === 'AXE'
          ? await send(moveAxe, { convention: slug, version, axe: id, parent: geste.parent, rang })
          : await send(moveFiche, { convention: slug, version, fiche: id, axe: geste.parent, rang })
      enRoute.current -= 1
      if (issue.ok) return accept(issue.data)
      refuse(issue, geste, sujet)
      const change = issue.tag === 'CONFLIT' && issue.actuel !== null
      setAnnonce(change ? `Le plan a changé entre-temps : ${sujet} n’a pas bougé.` : '')
      if (!change) notifyRefus(issue, () => deplacer(geste))
    })
  }

  return { arbre, annonce, ecart, sauvegarde, deplacer, enFile, surPlan, oublier: () => setEcart(null) }
}

export type EtatArbre = ReturnType<typeof useArbre>
