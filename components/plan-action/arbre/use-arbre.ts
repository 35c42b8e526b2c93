'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { notify } from '@/components/ui/flottant/toast'
import { moveAxe } from '@/lib/plan-action/arbre/actions/axes'
import { moveFiche } from '@/lib/plan-action/arbre/actions/fiches'
import { formatPlace, listEnfants, listFiches, placeAxe, placeFiche } from '@/lib/plan-action/arbre/rules/arbre'
import type { Changement } from '@/lib/plan-action/versions/rules/comparaison'
import { compareArbres } from '@/lib/plan-action/versions/rules/arbre'
import type { ArbreEcrit, ArbrePlan } from '@/lib/plan-action/arbre/types'
import { formatMinuteParis } from '@/lib/platform/heures'
import type { Resultat } from '@/lib/platform/resultat'
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

/** Whether what is on screen is saved. */
type Sauvegarde = { state: 'idle' | 'saving' } | { state: 'saved'; heure: string } | { state: 'error'; message: string }

const COUPURE =
  'La connexion a été coupée avant la réponse\u00A0: le plan affiché est celui d’avant. Vérifiez le réseau, puis recommencez.'

const hasArbre = (actuel: unknown): actuel is { arbre: ArbrePlan } =>
  typeof actuel === 'object' && actuel !== null && 'arbre' in actuel

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
  const [sauvegarde, setSauvegarde] = useState<Sauvegarde>({ state: 'idle' })
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

  function receive(resultat: Resultat<ArbreEcrit, unknown>, geste: Geste | null, sujet: string | null): boolean {
    if (resultat.ok) {
      connu.current = resultat.data.arbre
      if (enRoute.current === 0) {
        show(resultat.data.arbre)
        setSauvegarde({ state: 'saved', heure: formatMinuteParis(new Date()) })
      }
      return true
    }
    if (resultat.tag === 'CONFLIT' && hasArbre(resultat.actuel)) {
      setEcart({ changements: compareArbres(connu.current, resultat.actuel.arbre), geste, sujet })
      connu.current = resultat.actuel.arbre
    }
    if (resultat.tag === 'INTROUVABLE') {
      relecture.current = { geste, sujet }
      router.refresh()
    }
    refus.current += 1
    show(connu.current)
    setSauvegarde({ state: 'idle' })
    return false
  }

  /** Sends a write after those on their way, over the tree they leave. */
  async function ecrire<R extends Resultat<ArbreEcrit, unknown>>(
    appel: (version: number) => Promise<R>,
  ): Promise<R | null> {
    const attente = file.current
    const envoi = (async () => {
      await attente.catch(() => null)
      try {
        const resultat = await appel(connu.current.version)
        if (receive(resultat, null, null)) setEcart(null)
        return resultat
      } catch {
        return null
      }
    })()
    file.current = envoi
    return envoi
  }

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
      `${sujet}\u00A0: ${formatPlace(rang, freres.length, place.arbre.axes.find(({ id }) => id === geste.parent)?.titre ?? null)}.`,
    )
    cible.current = idLigne(geste.genre, geste.id)
    show({ ...ecran.current, ...place.arbre })
    enRoute.current += 1
    setSauvegarde({ state: 'saving' })
    const attente = file.current
    const connus = refus.current
    file.current = (async () => {
      await attente.catch(() => null)
      if (connus !== refus.current) {
        enRoute.current -= 1
        return
      }
      const { version } = connu.current
      try {
        const resultat =
          geste.genre === 'AXE'
            ? await moveAxe({ convention: slug, version, axe: geste.id, parent: geste.parent, rang: geste.rang })
            : await moveFiche({ convention: slug, version, fiche: geste.id, axe: geste.parent, rang: geste.rang })
        enRoute.current -= 1
        if (receive(resultat, geste, sujet)) return
        const message = resultat.ok
          ? ''
          : resultat.tag === 'CONFLIT'
            ? `Le plan a changé entre-temps\u00A0: ${sujet} n’a pas bougé.`
            : resultat.message
        setAnnonce(message)
        if (!resultat.ok && resultat.tag !== 'CONFLIT') notify({ message, tone: 'bad' })
      } catch {
        enRoute.current -= 1
        refus.current += 1
        show(connu.current)
        setSauvegarde({ state: 'error', message: COUPURE })
      }
    })()
  }

  return { arbre, annonce, ecart, sauvegarde, deplacer, ecrire, oublier: () => setEcart(null) }
}

export type EtatArbre = ReturnType<typeof useArbre>
