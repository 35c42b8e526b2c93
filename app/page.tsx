import { redirect } from 'next/navigation'
import { getAccueil } from '@/lib/pilotage/navigation/queries'
import { unwrap } from '@/lib/platform/page'

/** First screen by role: the one convention of a person who reads only one, what waits for who coordinates, else the list. */
export default async function Page() {
  const { seule, lecture, coordination } = unwrap(await getAccueil({}), '/')
  redirect(seule !== null && lecture ? `/conventions/${seule}` : coordination ? '/a-faire' : '/portefeuille')
}
