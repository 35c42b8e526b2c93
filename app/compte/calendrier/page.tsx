import type { Metadata } from 'next'
import { MonCalendrier } from '@/components/gouvernance/calendrier/mon-calendrier'
import { getAbonnement } from '@/lib/gouvernance/calendrier/queries/abonnement'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Mon calendrier' }

export default async function Page() {
  return <MonCalendrier vue={unwrap(await getAbonnement({}), '/compte/calendrier')} />
}
