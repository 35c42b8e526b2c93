'use client'

import { lazy, type ReactNode } from 'react'
import { getTexte } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChampParagraphes } from '@/lib/plan-action/champs/words/catalogue'
import { useFicheEditable } from '@/components/plan-action/champs/contexte'
import { SectionChamps } from '@/components/plan-action/champs/section-champs'

/** The editor and its buttons are fetched when a section opens. */
const ChampTexteRiche = lazy(() =>
  import('@/components/plan-action/champs/texte-riche/champ').then(({ ChampTexteRiche: composant }) => ({
    default: composant,
  })),
)

interface Props {
  champ: ChampParagraphes
  vide: boolean
  /** the text as it is read, from the server */
  children: ReactNode
}

/** A text of a fiche: read first, typed in place. */
export function SectionTexte({ champ, vide, children }: Props) {
  const { edition } = useFicheEditable()
  const { label, aide, longueur } = getTexte(champ)
  return (
    <SectionChamps
      titre={label}
      niveau={2}
      champs={[champ]}
      className="max-w-prose"
      verbe={vide ? 'Ajouter' : 'Modifier'}
      lecture={children}
    >
      <ChampTexteRiche
        label={label}
        labelHidden
        name={champ}
        hint={aide}
        maxLength={longueur}
        value={edition.valeurs[champ] ?? ''}
        error={edition.erreurs[champ]}
        onTexte={(texte) => edition.edit(champ, texte)}
        onBlur={() => void edition.saveNow()}
      />
    </SectionChamps>
  )
}
