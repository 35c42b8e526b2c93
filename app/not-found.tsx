import type { Metadata } from 'next'
import { PageIntrouvable } from '@/components/pilotage/navigation/introuvable'

export const metadata: Metadata = { title: 'Page introuvable' }

export default function NotFound() {
  return <PageIntrouvable />
}
