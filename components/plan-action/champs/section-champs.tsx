'use client'

import type { ReactNode } from 'react'
import type { ChampFiche } from '@/lib/plan-action/champs/schema'
import { BarreEdition, BrouillonsRetrouves } from './barre'
import { ConflitFiche } from './conflit-fiche'
import { isEnAttente, useFicheEditable } from './contexte'
import { Section } from './section'

interface Props {
  titre: string
  niveau?: 2 | 3
  id?: string
  className?: string
  verbe?: string
  /** the fields it edits */
  champs: readonly ChampFiche[]
  lecture: ReactNode
  /** the editor */
  children: ReactNode
}

/** A section of the page of a fiche that edits these fields: drafts found, both versions, state of the save. */
export function SectionChamps({ champs, children, ...section }: Props) {
  const { edition, noms } = useFicheEditable()
  return (
    <Section {...section} modifiable attente={isEnAttente(edition, champs)} onFermer={() => void edition.saveNow()}>
      <BrouillonsRetrouves edition={edition} champs={champs} />
      {children}
      <ConflitFiche edition={edition} noms={noms} champs={champs} />
      <BarreEdition edition={edition} champs={champs} />
    </Section>
  )
}
