'use client'

import type { ReactNode } from 'react'
import { SeDeconnecter } from '@/components/connexion/se-deconnecter'
import { AppShell } from '@/components/shell/app-shell'
import type { NavGroup, SearchGroup, ShellUser } from '@/components/shell/types'
import { ButtonLink } from '@/components/ui/button'
import type { Theme } from '@/components/ui/theme'

/** Searches over what the person may see. @throws when the answer cannot be had */
async function searchTexte(texte: string): Promise<SearchGroup[]> {
  const reponse = await fetch(`/api/recherche?q=${encodeURIComponent(texte)}`, {
    headers: { accept: 'application/json' },
  })
  if (!reponse.ok) throw new Error(`recherche: ${reponse.status}`)
  return (await reponse.json()) as SearchGroup[]
}

export interface CadreProps {
  navigation: NavGroup[]
  user: ShellUser
  theme: Theme | undefined
  children: ReactNode
}

/** The pages of one’s own account. */
function LiensCompte() {
  return (
    <div className="grid">
      <ButtonLink variant="ghost" href="/compte/calendrier">
        Mon calendrier
      </ButtonLink>
      <ButtonLink variant="ghost" href="/compte/veille">
        Mes messages
      </ButtonLink>
    </div>
  )
}

/** Frame of every signed-in page, with the search and the way out that this product gives it. */
export function Cadre({ navigation, user, theme, children }: CadreProps) {
  return (
    <AppShell
      accueil="/"
      navigation={navigation}
      user={user}
      theme={theme}
      rechercher={searchTexte}
      recherche="Rechercher une fiche, une instance, une commune…"
      liensCompte={<LiensCompte />}
      deconnexion={<SeDeconnecter />}
    >
      {children}
    </AppShell>
  )
}
