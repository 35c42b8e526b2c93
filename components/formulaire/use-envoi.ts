'use client'

import { useRouter } from 'next/navigation'
import { useState, useSyncExternalStore, useTransition } from 'react'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import { createEnvoi, type LectureRefus, type Suite } from './envoi'
import { readErreur } from './erreurs'
import { isReessayable, type Action, type Refus } from './send'

/** What a form says of its sendings. */
export interface OptionsEnvoi<Input, T, Actuel> extends LectureRefus {
  /** passing message of a success; default: the `message` of the answer; null: none */
  message?: string | null | ((data: T) => string | null)
  /** offers « Annuler » beside the passing message */
  annuler?: (data: T) => void
  /** called once it is written: closes the form, takes the new version */
  onEcrit?: (data: T) => void
  onRefus?: (refus: Refus<Actuel>) => unknown
  /** reads the page again once it is written (what the action itself refreshes needs nothing) */
  rafraichir?: boolean
  /** reads the page again when somebody else saved first */
  relire?: boolean
  /** id of what takes the focus once it is written */
  focus?: string
  reprise?: Suite<Input, T, Actuel>['reprise']
  /** the write is guarded by what it was typed over, other than by a `version`: a corrected sending is then another write */
  gardee?: boolean
}

type Fin<T> = Pick<OptionsEnvoi<never, T, never>, 'message' | 'annuler' | 'onEcrit' | 'rafraichir' | 'focus'>

/** A form that sends, as its screen sees it. */
export interface EnvoiOuvert<Input, T, Actuel> {
  enCours: boolean
  erreurs: readonly ErreurDeChamp[]
  titre: string | undefined
  refus: Refus<Actuel> | null
  /** what somebody else saved meanwhile: to be shown beside what is typed */
  conflit: Actuel | null
  reessayable: boolean
  deconnecte: boolean
  /** message of one field, if it has one */
  readErreur: (champ: string) => string | undefined
  /** @param propres what is done otherwise this time */
  envoyer: (input: Input, propres?: OptionsEnvoi<Input, T, Actuel>) => void
  /** another write of the same form: its panel, its button, its key */
  avec: AvecAction<T, Actuel>
  /** the very same again */
  reessayer: () => void
  /** what the screen itself finds wrong: nothing is sent */
  refuser: (erreurs: readonly ErreurDeChamp[], titre?: string) => void
  oublier: () => void
}

interface AvecAction<T, Actuel> {
  <Autre>(action: Action<Autre, T, Actuel>, input: Autre): void
  <Autre, U>(action: Action<Autre, U, Actuel>, input: Autre, options: OptionsEnvoi<Autre, U, Actuel>): void
}

export type VueEnvoi = Pick<
  EnvoiOuvert<never, never, unknown>,
  'enCours' | 'erreurs' | 'titre' | 'reessayable' | 'deconnecte' | 'reessayer'
>

function readMessage<T>(data: T, message: OptionsEnvoi<never, T, never>['message']): string | null {
  if (message !== undefined) return typeof message === 'function' ? message(data) : message
  return typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string'
    ? data.message
    : null
}

/** What both hooks share; `genre` says whether another input is another gesture. */
export function useNoyau<Input, T, Actuel>(
  genre: 'FORMULAIRE' | 'GESTE',
  action: Action<Input, T, Actuel>,
  options: OptionsEnvoi<Input, T, Actuel>,
): EnvoiOuvert<Input, T, Actuel> {
  const router = useRouter()
  const [envoi] = useState(() => createEnvoi<Actuel>(genre))
  const etat = useSyncExternalStore(envoi.subscribe, envoi.read, envoi.read)
  const [attend, start] = useTransition()
  const enCours = attend || etat.enCours

  function finish<U>(data: U, { message, annuler, onEcrit, rafraichir, focus }: Fin<U>): void {
    const dit = readMessage(data, message)
    if (dit !== null)
      notify({ message: dit, action: annuler ? { label: 'Annuler', onAction: () => annuler(data) } : undefined })
    onEcrit?.(data)
    if (rafraichir) router.refresh()
    if (focus !== undefined) document.getElementById(focus)?.focus()
  }

  function run<Autre, U>(
    autre: Action<Autre, U, Actuel>,
    input: Autre,
    { onRefus, ...suite }: OptionsEnvoi<Autre, U, Actuel>,
  ): void {
    if (enCours) return
    start(() =>
      envoi.send(autre, input, {
        ...suite,
        onEcrit: (data) => finish(data, suite),
        onRefus: (refus) => {
          // Saved before, its answer lost: the page behind shows it.
          if (refus.tag === 'REGLE' && refus.code === 'DEJA_ENREGISTRE') router.refresh()
          if (refus.tag === 'CONFLIT' && suite.relire) router.refresh()
          onRefus?.(refus)
        },
      }),
    )
  }

  return {
    enCours,
    erreurs: etat.erreurs,
    titre: etat.titre,
    refus: etat.refus,
    conflit: etat.conflit,
    reessayable: etat.refus !== null && isReessayable(etat.refus),
    deconnecte: etat.refus?.tag === 'NON_CONNECTE',
    readErreur: (champ) => readErreur(etat.erreurs, champ),
    envoyer: (input, propres) => run(action, input, { ...options, ...propres }),
    avec: <Autre, U>(autre: Action<Autre, U, Actuel>, input: Autre, propres?: OptionsEnvoi<Autre, U, Actuel>) => {
      const { titre, titreChamps, champ, nommer, champRegle, titreConflit, conflit } = options
      // Without options of its own, it answers as the form’s action does.
      run(
        autre,
        input,
        propres
          ? { titre, titreChamps, champ, nommer, champRegle, titreConflit, conflit, ...propres }
          : (options as unknown as OptionsEnvoi<Autre, U, Actuel>),
      )
    },
    reessayer: () => {
      if (!enCours) start(() => envoi.retry())
    },
    refuser: envoi.refuse,
    oublier: envoi.forget,
  }
}

/**
 * A form that writes: what is typed stays on a refusal, a double click sends once, a lost answer is asked for again under
 * the same key. Shown by {@link Refus}.
 * @param action the server action; it is sent, and never called by a component
 */
export function useEnvoi<Input, T, Actuel>(
  action: Action<Input, T, Actuel>,
  options: OptionsEnvoi<Input, T, Actuel> = {},
): EnvoiOuvert<Input, T, Actuel> {
  return useNoyau(options.gardee ? 'GESTE' : 'FORMULAIRE', action, options)
}
