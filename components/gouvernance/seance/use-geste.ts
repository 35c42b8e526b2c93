'use client'

import { useTransition } from 'react'
import { notify } from '@/components/ui/flottant/toast'
import type { Resultat } from '@/lib/platform/resultat'
import { NON_ENREGISTRE } from './mots-reunion'

/** Version of the object as somebody else left it, when that is what stands in the way. */
export function readVersion(actuel: unknown): number | null {
  return typeof actuel === 'object' && actuel !== null && 'version' in actuel && typeof actuel.version === 'number'
    ? actuel.version
    : null
}

/** Sends a gesture that needs no form: one at a time, said when done, and why when it is not. */
export function useGeste() {
  const [enCours, start] = useTransition()

  function send<T extends { message: string }>(
    ecrire: () => Promise<Resultat<T, unknown>>,
    suite: { onFait?: (data: T) => void; annuler?: (data: T) => void } = {},
  ): void {
    if (enCours) return
    start(async () => {
      const resultat = await ecrire().catch(() => null)
      if (!resultat?.ok) {
        notify({ tone: 'bad', message: resultat?.message ?? NON_ENREGISTRE })
        return
      }
      const { annuler, onFait } = suite
      notify({
        message: resultat.data.message,
        action: annuler ? { label: 'Annuler', onAction: () => annuler(resultat.data) } : undefined,
      })
      onFait?.(resultat.data)
    })
  }

  return { enCours, send }
}
