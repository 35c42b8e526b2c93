'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { notify } from '@/components/ui/flottant/toast'
import type { SerieEcrite } from '@/lib/gouvernance/calendrier/types'
import type { Echec, Resultat } from '@/lib/platform/resultat'
import type { Refus } from '@/components/gouvernance/reunions/use-ecriture'

const AUCUN: Refus = { erreurs: [], derogation: false, conflit: null }
const CHAMP_DEROGATION = 'derogation.motif'
const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'

/** @param titre what was not done */
export function readRefusSerie(echec: Echec<unknown>, titre: string): Refus {
  if (echec.tag === 'INVALIDE')
    return { ...AUCUN, erreurs: echec.champs, derogation: echec.champs.some(({ champ }) => champ === CHAMP_DEROGATION) }
  const derogation = echec.tag === 'REGLE' && echec.derogationPossible
  return {
    ...AUCUN,
    titre,
    derogation,
    erreurs: [derogation ? { champ: CHAMP_DEROGATION, message: echec.message } : { message: echec.message }],
  }
}

/**
 * Sending a change of a series: one at a time, everything typed kept on a refusal, a passing message on success.
 * @param titre what to say was not done, on a refusal
 * @param onFini called once the change is saved
 */
export function useSerie(titre: string, onFini: () => void) {
  const router = useRouter()
  const [refus, setRefus] = useState<Refus>(AUCUN)
  const [enCours, start] = useTransition()

  function envoyer(ecrire: () => Promise<Resultat<SerieEcrite, unknown>>): void {
    if (enCours) return
    start(async () => {
      try {
        const resultat = await ecrire()
        // Somebody changed one of its meetings: the page behind shows how many are left.
        if (!resultat.ok && resultat.tag === 'CONFLIT') router.refresh()
        if (!resultat.ok) return setRefus(readRefusSerie(resultat, titre))
        notify({ message: [resultat.data.message, ...resultat.data.avertissements].join('. ') })
        onFini()
      } catch {
        setRefus({ ...AUCUN, titre, erreurs: [{ message: COUPURE }] })
      }
    })
  }

  return { refus, enCours, envoyer, setRefus, oublier: () => setRefus(AUCUN) }
}
