'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import { readErreurs } from '@/components/formulaire/echec'
import type { ReleveEcrit } from '@/lib/gouvernance/releves/types'
import type { Echec, Resultat } from '@/lib/platform/resultat'
import { ID_ETAT } from './etat-releve'

export interface RefusReleve {
  titre?: string
  erreurs: ErreurDeChamp[]
  /** Somebody changed these minutes meanwhile: the page must be read again. */
  conflit: boolean
}

const AUCUN: RefusReleve = { erreurs: [], conflit: false }
const TITRE = 'Le relevé n’a pas changé'
const COUPURE = 'La connexion a été coupée avant la réponse\u00A0: vérifiez le réseau, puis recommencez.'

const readRefus = (echec: Echec<unknown>): RefusReleve => ({
  ...(echec.tag === 'INVALIDE'
    ? {}
    : { titre: echec.tag === 'CONFLIT' ? 'Quelqu’un a modifié ce relevé entre-temps' : TITRE }),
  erreurs: readErreurs(echec),
  conflit: echec.tag === 'CONFLIT',
})

/** A change of the minutes: one at a time, said when done, and why when it is not. What was typed stays. */
export function useGesteReleve(onFait: (ecrit: ReleveEcrit) => void = () => undefined) {
  const router = useRouter()
  const [refus, setRefus] = useState<RefusReleve>(AUCUN)
  const [enCours, start] = useTransition()

  function envoyer(ecrire: () => Promise<Resultat<ReleveEcrit, unknown>>): void {
    if (enCours) return
    start(async () => {
      const resultat = await ecrire().catch(() => null)
      if (!resultat?.ok)
        return setRefus(
          resultat ? readRefus(resultat) : { titre: TITRE, erreurs: [{ message: COUPURE }], conflit: false },
        )
      setRefus(AUCUN)
      notify({ message: resultat.data.message })
      onFait(resultat.data)
      document.getElementById(ID_ETAT)?.focus()
    })
  }

  return { refus, enCours, envoyer, relire: () => router.refresh() }
}
