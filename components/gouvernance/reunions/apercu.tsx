'use client'

import { useEffect, useState } from 'react'
import { ask } from '@/components/formulaire/send'
import { Notice } from '@/components/ui/notice'
import { checkReunionProjet } from '@/lib/gouvernance/reunions/actions/apercu'
import type { CheckReunion } from '@/lib/gouvernance/reunions/schema'
import type { ApercuReunion } from '@/lib/gouvernance/instances/types/ecran'
import { capitalise } from '@/lib/platform/mots'

/** While a date is being typed, nothing is asked. */
const ATTENTE_MS = 350

/**
 * What the rule says of a change about to be made, asked each time it is complete.
 * @param projet the change; null while its date is not known
 */
export function useApercu(projet: CheckReunion | null): ApercuReunion | null {
  const [apercu, setApercu] = useState<{ cle: string; apercu: ApercuReunion | null } | null>(null)
  const cle = projet === null ? '' : JSON.stringify(projet)
  useEffect(() => {
    if (cle === '') return
    let perime = false
    const attente = window.setTimeout(async () => {
      // Only a help: without an answer, the rule speaks when the form is sent.
      const resultat = await ask(checkReunionProjet, JSON.parse(cle) as CheckReunion)
      if (!perime) setApercu({ cle, apercu: resultat.ok ? resultat.data : null })
    }, ATTENTE_MS)
    return () => {
      perime = true
      window.clearTimeout(attente)
    }
  }, [cle])
  return apercu?.cle === cle ? apercu.apercu : null
}

/** The effect of the change in words, before it is saved. */
export function Apercu({ apercu }: { apercu: ApercuReunion | null }) {
  const titre = apercu && capitalise(apercu.dateTexte)
  return (
    <div role="status" aria-label="Effet sur la fréquence" className="empty:-mt-4.5">
      {apercu === null ? null : apercu.refus !== null ? (
        <Notice tone="warn" titre={titre}>
          {apercu.refus}
        </Notice>
      ) : (
        <Notice tone="info" titre={titre}>
          <p>{`Une fois enregistré : ${apercu.apres.charAt(0).toLowerCase()}${apercu.apres.slice(1)}`}</p>
          {apercu.avertissements.map((texte) => (
            <p key={texte}>{texte}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}
