import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Cadre } from '@/components/pilotage/navigation/cadre'
import { listNavigation } from '@/components/pilotage/navigation/navigation'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { unwrap } from '@/lib/platform/page'
import { readNavigation } from './navigation'

type Props = { params: Promise<{ convention: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resultat = await readNavigation((await params).convention)
  if (!resultat.ok) return {}
  const { nom } = resultat.data.convention
  return { title: { template: `%s – ${nom} – Copilote CTG`, default: nom } }
}

export default async function ConventionLayout({ params, children }: Props & { children: ReactNode }) {
  const { convention } = await params
  const ici = (await headers()).get('x-adresse') ?? `/conventions/${convention}`
  const vue = unwrap(await readNavigation(convention), ici)
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <Cadre navigation={listNavigation(vue)} user={{ nom: vue.nom, roles: vue.roles }} theme={theme}>
      {children}
    </Cadre>
  )
}
