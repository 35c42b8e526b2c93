'use client'

import { useRouter } from 'next/navigation'
import { notify } from '@/components/ui/flottant/toast'
import { SESSION_FINIE } from './mots'
import { isReessayable, type Action, type Refus } from './send'
import { useNoyau, type EnvoiOuvert, type OptionsEnvoi } from './use-envoi'

/** A refusal in a passing message, with the way to send again. */
export function notifyRefus(refus: Refus<unknown>, reessayer: () => void): void {
  notify({
    tone: 'bad',
    message:
      refus.tag === 'NON_CONNECTE'
        ? SESSION_FINIE
        : refus.tag === 'INVALIDE'
          ? refus.champs.map(({ message }) => message).join(' ')
          : refus.message,
    ...(refus.tag === 'NON_CONNECTE' ? { lien: { label: 'Se reconnecter', href: '/connexion' } } : {}),
    ...(isReessayable(refus) ? { action: { label: 'Réessayer', onAction: reessayer } } : {}),
  })
}

/**
 * A button or a menu item that writes, without a form: refusals are passing messages, and what somebody else changed is
 * read again. Another input is another gesture.
 */
export function useGeste<Input, T, Actuel>(
  action: Action<Input, T, Actuel>,
  options: OptionsEnvoi<Input, T, Actuel> = {},
): EnvoiOuvert<Input, T, Actuel> {
  const router = useRouter()
  const geste = useNoyau('GESTE', action, {
    ...options,
    onRefus: (refus) => {
      options.onRefus?.(refus)
      if (refus.tag === 'CONFLIT' || refus.tag === 'INTROUVABLE') router.refresh()
      notifyRefus(refus, () => geste.reessayer())
    },
  })
  return geste
}
