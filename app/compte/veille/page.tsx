import type { Metadata } from 'next'
import { MesMessages } from '@/components/pilotage/veille/mes-messages'
import { unwrap } from '@/lib/platform/page'
import { getReglageVeille } from '@/lib/pilotage/veille/queries'

export const metadata: Metadata = { title: 'Mes messages' }

export default async function Page() {
  return <MesMessages vue={unwrap(await getReglageVeille({}), '/compte/veille')} />
}
