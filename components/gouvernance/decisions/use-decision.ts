'use client'

import { useState, useTransition } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import type { VueDecision } from '@/lib/competences/types'
import type { Resultat } from '@/lib/platform/resultat'

/** Fields of these forms bear names of their own: the page of a meeting has other forms. */
export const nomChamp = (champ: string): string => `decision-${champ}`

const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'

const isVueDecision = (valeur: unknown): valeur is VueDecision =>
  typeof valeur === 'object' &&
  valeur !== null &&
  'version' in valeur &&
  'texte' in valeur &&
  'etat' in valeur &&
  'pointId' in valeur

/**
 * Sending a change of a decision: one at a time, everything typed kept on a refusal, a passing message on success.
 * @param onFini called once the change is saved
 */
export function useDecision(onFini: () => void) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [titre, setTitre] = useState<string | undefined>(undefined)
  const [conflit, setConflit] = useState<VueDecision | null>(null)
  const [enCours, start] = useTransition()

  function refuse(suite: ErreurDeChamp[], nom?: string, actuel: VueDecision | null = null): void {
    setErreurs(suite)
    setTitre(nom)
    setConflit(actuel)
  }

  function send(ecrire: () => Promise<Resultat<{ message: string }, unknown>>): void {
    if (enCours) return
    start(async () => {
      const resultat = await ecrire().catch(() => null)
      if (resultat === null) return refuse([{ message: COUPURE }], 'La décision n’est pas enregistrée')
      if (resultat.ok) {
        notify({ message: `${resultat.data.message}.` })
        return onFini()
      }
      const lues = readErreurs(resultat).map(({ champ, message }) =>
        champ ? { champ: nomChamp(champ), message } : { message },
      )
      if (resultat.tag === 'CONFLIT')
        return refuse(
          lues,
          'Quelqu’un a enregistré entre-temps',
          isVueDecision(resultat.actuel) ? resultat.actuel : null,
        )
      refuse(lues, resultat.tag === 'INVALIDE' ? undefined : 'La décision n’est pas enregistrée')
    })
  }

  return { erreurs, titre, conflit, enCours, send, oublier: () => refuse([]) }
}
