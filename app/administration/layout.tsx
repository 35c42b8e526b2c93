import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Cadre } from '@/components/portefeuille/cadre'
import { listNavigationGenerale } from '@/components/portefeuille/navigation'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { getAccueil } from '@/lib/conventions/queries-navigation'
import { unwrap } from '@/lib/platform/page'

export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  const ici = (await headers()).get('x-adresse') ?? '/'
  const qui = unwrap(await getAccueil({}), ici)
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <Cadre navigation={listNavigationGenerale(qui)} user={{ nom: qui.nom, roles: qui.roles }} theme={theme}>
      {children}
    </Cadre>
  )
}
