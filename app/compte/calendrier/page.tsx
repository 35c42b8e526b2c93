import type { Metadata } from 'next'
import { MonCalendrier } from '@/components/gouvernance/calendrier/mon-calendrier'
import { getAbonnement } from '@/lib/gouvernance/queries-calendrier'
import { unwrap } from '@/lib/platform/page'

export const metadata: Metadata = { title: 'Mon calendrier' }

export default async function Page() {
  return <MonCalendrier vue={unwrap(await getAbonnement({}), '/compte/calendrier')} />
}
