'use client'

import { useState, useTransition } from 'react'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import type { Echec, Resultat } from '@/lib/platform/resultat'

/** What was refused; `conflit` is what somebody else has saved meanwhile. */
export interface Refus<Actuel> {
  titre?: string
  erreurs: ErreurDeChamp[]
  conflit: Actuel | null
}

const NON = 'Rien n’est enregistré'
const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'

function readRefus<Actuel>(echec: Echec<unknown>, isActuel: (valeur: unknown) => valeur is Actuel): Refus<Actuel> {
  if (echec.tag === 'INVALIDE') return { erreurs: echec.champs, conflit: null }
  if (echec.tag !== 'CONFLIT') return { titre: NON, erreurs: [{ message: echec.message }], conflit: null }
  return {
    titre: 'Quelqu’un a enregistré entre-temps',
    erreurs: [{ message: echec.message }],
    conflit: isActuel(echec.actuel) ? echec.actuel : null,
  }
}

interface Envoi<Actuel, Ecrite> {
  version: number
  ecrire: (version: number) => Promise<Resultat<Ecrite, unknown>>
  onFini: (ecrite: Ecrite) => void
  /** True when what somebody else saved leaves this part of the form as it was opened: it is then sent over their version. */
  isInchange?: (actuel: Actuel) => boolean
}

/**
 * Sending a change, one at a time: everything typed is kept on a refusal, a passing message tells of success.
 * @param isActuel recognises what a conflict gives back
 */
export function useEnvoi<Actuel extends { version: number }>(isActuel: (valeur: unknown) => valeur is Actuel) {
  const [refus, setRefus] = useState<Refus<Actuel>>({ erreurs: [], conflit: null })
  const [enCours, start] = useTransition()

  function envoyer<Ecrite extends { message: string }>({
    version,
    ecrire,
    onFini,
    isInchange,
  }: Envoi<Actuel, Ecrite>): void {
    if (enCours) return
    start(async () => {
      try {
        const premier = await ecrire(version)
        const reprise =
          !premier.ok && premier.tag === 'CONFLIT' && isActuel(premier.actuel) && isInchange?.(premier.actuel)
            ? premier.actuel
            : null
        const resultat = reprise ? await ecrire(reprise.version) : premier
        if (!resultat.ok) return setRefus(readRefus(resultat, isActuel))
        setRefus({ erreurs: [], conflit: null })
        notify({ message: resultat.data.message })
        onFini(resultat.data)
      } catch {
        setRefus({ titre: NON, erreurs: [{ message: COUPURE }], conflit: null })
      }
    })
  }

  return { refus, enCours, envoyer, oublier: () => setRefus({ erreurs: [], conflit: null }) }
}
