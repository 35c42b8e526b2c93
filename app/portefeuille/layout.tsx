import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Cadre } from '@/components/pilotage/navigation/cadre'
import { listNavigationGenerale } from '@/components/pilotage/navigation/navigation'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { getAccueil } from '@/lib/pilotage/navigation/queries'
import { unwrap } from '@/lib/platform/page'

export default async function PortefeuilleLayout({ children }: { children: ReactNode }) {
  const vue = unwrap(await getAccueil({}), (await headers()).get('x-adresse') ?? '/portefeuille')
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <Cadre navigation={listNavigationGenerale(vue)} user={{ nom: vue.nom, roles: vue.roles }} theme={theme}>
      {children}
    </Cadre>
  )
}
