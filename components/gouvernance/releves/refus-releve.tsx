'use client'

import { useRouter } from 'next/navigation'
import { Refus } from '@/components/formulaire/refus'
import type { EnvoiOuvert } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'

/** Why the minutes did not change; when somebody else changed them, the way to read them again. */
export function RefusReleve<Input, T, Actuel>({ envoi }: { envoi: EnvoiOuvert<Input, T, Actuel> }) {
  const router = useRouter()
  return (
    <>
      <Refus envoi={envoi} />
      {envoi.conflit === null ? null : (
        <p>
          <Button onClick={() => router.refresh()}>Relire le relevé enregistré</Button>
        </p>
      )}
    </>
  )
}
