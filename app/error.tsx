'use client'

import { PublicShell } from '@/components/shell/public-shell'
import { Incident } from '@/components/pilotage/navigation/incident'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <PublicShell accueil="/">
      <Incident repere={error.digest} onRetry={reset} />
    </PublicShell>
  )
}
