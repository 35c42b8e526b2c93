'use client'

import { useState, useTransition } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import type { ArbreEcrit } from '@/lib/plan-action/arbre/types'
import type { Resultat } from '@/lib/platform/resultat'

const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'
const CHANGE =
  'Le plan a changé entre-temps\u00A0: ce qui a changé est dit au-dessus du plan. Votre saisie est toujours là\u00A0: enregistrez de nouveau si elle convient encore.'

/** A form on the tree: what was typed stays on a refusal; a passing message tells of success. */
export function useSaisie(onFini: () => void) {
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [enCours, start] = useTransition()
  function envoyer(appel: () => Promise<Resultat<ArbreEcrit, unknown> | null>): void {
    if (enCours) return
    start(async () => {
      const resultat = await appel().catch(() => null)
      if (resultat === null) return setErreurs([{ message: COUPURE }])
      if (!resultat.ok) return setErreurs(resultat.tag === 'CONFLIT' ? [{ message: CHANGE }] : readErreurs(resultat))
      setErreurs([])
      notify({ message: resultat.data.message })
      onFini()
    })
  }
  return { erreurs, enCours, envoyer }
}

/** The text of a field of a form, as typed. */
export function readTexte(formulaire: FormData, nom: string): string {
  const valeur = formulaire.get(nom)
  return typeof valeur === 'string' ? valeur : ''
}

export const readId = (texte: string): number | null => (texte === '' ? null : Number(texte))
