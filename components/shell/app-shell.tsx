import type { ReactNode } from 'react'
import type { Theme } from '@/components/ui/theme'
import { Toasts } from '@/components/ui/flottant/toast'
import { SkipLink } from '@/components/ui/visually-hidden'
import { Footer } from './footer'
import { Logo } from './logo'
import { NavDrawer } from './nav-drawer'
import { NavLinks } from './nav-links'
import { PrintTitle } from './print-title'
import { SearchButton } from './search-button'
import { ThemeMenu } from './theme-menu'
import type { NavGroup, SearchFunction, SearchGroup, ShellUser } from './types'
import { UserMenu } from './user-menu'

/** Props of {@link AppShell}. */
export type AppShellProps = {
  /** Where the logo leads: the person's first page. */
  accueil?: string
  /** First group without title (Mes conventions), then the convention's sections under its name. */
  navigation: NavGroup[]
  user: ShellUser
  /** What the theme cookie says. */
  theme?: Theme
  /** Search behind Ctrl K; a server action may be given. */
  rechercher: SearchFunction
  /** What the search offers before anything is typed. */
  suggestions?: SearchGroup[]
  /** Words in the search field. */
  recherche?: string
  /** Links of the account menu. */
  liensCompte?: ReactNode
  /** The form or button that signs out. */
  deconnexion: ReactNode
  /** Beside the account, for what the page wants said there. */
  etat?: ReactNode
  children: ReactNode
}

/** Frame of every signed-in page: side navigation, search, account, content, foot. */
export function AppShell({
  accueil = '/',
  navigation,
  user,
  theme,
  rechercher,
  suggestions,
  recherche = 'Rechercher une fiche, une décision, une commune…',
  liensCompte,
  deconnexion,
  etat,
  children,
}: AppShellProps) {
  return (
    <div className="shell">
      <SkipLink />
      <nav className="sidebar no-print" aria-label="Principale">
        <div className="sidebar-inner">
          <div className="sidebar-head">
            <Logo href={accueil} />
          </div>
          <NavLinks groups={navigation} />
        </div>
      </nav>
      <div className="shell-column">
        <header className="topbar no-print">
          <NavDrawer groups={navigation} accueil={accueil} />
          <div className="shell-narrow topbar-logo">
            <Logo href={accueil} />
          </div>
          <SearchButton texte={recherche} rechercher={rechercher} suggestions={suggestions} />
          <div className="topbar-end">
            {etat}
            <ThemeMenu initial={theme} />
            <UserMenu user={user} liens={liensCompte} deconnexion={deconnexion} />
          </div>
        </header>
        <main id="contenu" tabIndex={-1} className="shell-main">
          {children}
        </main>
        <Footer />
      </div>
      <Toasts />
      <PrintTitle />
    </div>
  )
}
