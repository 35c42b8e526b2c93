import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { PublicShell } from '@/components/shell/public-shell'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <PublicShell theme={theme} accueil="/">
      {children}
    </PublicShell>
  )
}
