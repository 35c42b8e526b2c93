import { redirect } from 'next/navigation'
import { getAccueil } from '@/lib/pilotage/navigation/queries'
import { unwrap } from '@/lib/platform/page'

/** First screen by role: the one convention of a person who reads only one, else their list. */
export default async function Page() {
  const { seule, lecture } = unwrap(await getAccueil({}), '/')
  redirect(seule !== null && lecture ? `/conventions/${seule}` : '/portefeuille')
}
