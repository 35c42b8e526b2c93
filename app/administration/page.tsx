import { redirect } from 'next/navigation'
import { getAccueil } from '@/lib/pilotage/navigation/queries'
import { unwrap } from '@/lib/platform/page'

export default async function Page() {
  unwrap(await getAccueil({}), '/administration/personnes')
  redirect('/administration/personnes')
}
