import type { ReactNode } from 'react'
import { SkipLink } from '@/components/ui/visually-hidden'
import type { Theme } from '@/components/ui/theme'
import { Footer } from './footer'
import { Logo } from './logo'
import { PrintTitle } from './print-title'
import { ThemeMenu } from './theme-menu'

/** Props of {@link PublicShell}. */
export type PublicShellProps = { theme?: Theme; accueil?: string; children: ReactNode }

/** Frame of the pages anyone may read: sign-in, statements. One narrow column. */
export function PublicShell({ theme, accueil, children }: PublicShellProps) {
  return (
    <div className="shell-public">
      <SkipLink />
      <header className="topbar no-print">
        <Logo href={accueil} />
        <div className="topbar-end">
          <ThemeMenu initial={theme} />
        </div>
      </header>
      <main id="contenu" tabIndex={-1} className="shell-main-public">
        {children}
      </main>
      <Footer />
      <PrintTitle />
    </div>
  )
}
