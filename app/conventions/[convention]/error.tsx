'use client'

import { Incident } from '@/components/pilotage/navigation/incident'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <Incident repere={error.digest} onRetry={reset} />
}
