'use client'

import { lazy, type ReactNode } from 'react'
import { LONGUEUR_TEXTE } from '@/lib/plan-action/champs/words'
import { useFicheEditable } from '@/components/plan-action/champs/contexte'
import { SectionChamps } from '@/components/plan-action/champs/section-champs'

/** The editor and its buttons are fetched when a section opens. */
const ChampTexteRiche = lazy(() =>
  import('@/components/plan-action/champs/texte-riche/champ').then(({ ChampTexteRiche: composant }) => ({
    default: composant,
  })),
)

/** Texts of a fiche that have a section of their own. */
export type ChampLong = 'contexte' | 'objectifs' | 'description' | 'publicVise' | 'moyens'

interface Props {
  champ: ChampLong
  titre: string
  niveau?: 2 | 3
  aide?: string
  vide: boolean
  /** the text as it is read, from the server */
  children: ReactNode
}

/** A text of a fiche: read first, typed in place. */
export function SectionTexte({ champ, titre, niveau = 2, aide, vide, children }: Props) {
  const { edition } = useFicheEditable()
  return (
    <SectionChamps
      titre={titre}
      niveau={niveau}
      champs={[champ]}
      className="max-w-prose"
      verbe={vide ? 'Ajouter' : 'Modifier'}
      lecture={children}
    >
      <ChampTexteRiche
        label={titre}
        labelHidden
        name={champ}
        hint={aide}
        maxLength={LONGUEUR_TEXTE}
        value={edition.valeurs[champ] ?? ''}
        error={edition.erreurs[champ]}
        onTexte={(texte) => edition.edit(champ, texte)}
        onBlur={() => void edition.saveNow()}
      />
    </SectionChamps>
  )
}
