'use client'

import { useState, useTransition } from 'react'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import type { Echec, Resultat } from '@/lib/platform/resultat'

export interface RefusEnvoi {
  titre?: string
  erreurs: ErreurDeChamp[]
  /** What somebody else saved meanwhile, and its version. */
  conflit: { actuel: object; version: number } | null
}

const AUCUN: RefusEnvoi = { erreurs: [], conflit: null }
const RIEN = 'Rien n’est enregistré'
const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'

function readConflit(actuel: unknown): RefusEnvoi['conflit'] {
  return typeof actuel === 'object' && actuel !== null && 'version' in actuel && typeof actuel.version === 'number'
    ? { actuel, version: actuel.version }
    : null
}

function readRefus(echec: Echec<unknown>): RefusEnvoi {
  if (echec.tag === 'INVALIDE') return { erreurs: echec.champs, conflit: null }
  if (echec.tag === 'CONFLIT')
    return {
      titre: 'Deux versions à comparer',
      erreurs: [{ message: echec.message }],
      conflit: readConflit(echec.actuel),
    }
  return { titre: RIEN, erreurs: [{ message: echec.message }], conflit: null }
}

/**
 * Sends one change at a time: everything typed stays on a refusal, a passing message says a success.
 * @param onFini called with the answer once it is saved
 */
export function useEnvoi<T extends { message: string }>(onFini: (reponse: T) => void) {
  const [refus, setRefus] = useState<RefusEnvoi>(AUCUN)
  const [enCours, start] = useTransition()
  function envoyer(ecrire: () => Promise<Resultat<T, unknown>>): void {
    if (enCours) return
    start(async () => {
      try {
        const resultat = await ecrire()
        if (!resultat.ok) return setRefus(readRefus(resultat))
        setRefus(AUCUN)
        notify({ message: resultat.data.message })
        onFini(resultat.data)
      } catch {
        setRefus({ titre: RIEN, erreurs: [{ message: COUPURE }], conflit: null })
      }
    })
  }
  return { refus, enCours, envoyer }
}

/** A text field of a form, as typed. */
export function readChamp(formulaire: FormData, nom: string): string {
  const valeur = formulaire.get(nom)
  return typeof valeur === 'string' ? valeur : ''
}
