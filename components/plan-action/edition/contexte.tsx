'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { ChampFiche, ValeursFiche } from '@/lib/plan-action/schema-champs'
import { useEdition, type EditionFiche } from './use-edition'
import type { NomsChamps } from './valeur-champ'

interface FicheOuverte {
  edition: EditionFiche<ValeursFiche>
  convention: string
  fiche: number
  noms: NomsChamps
}

const Contexte = createContext<FicheOuverte | null>(null)

interface Props {
  convention: string
  fiche: number
  valeurs: ValeursFiche
  moi: number
  noms: NomsChamps
  children: ReactNode
}

/** One edition for a whole page: its sections share what is saved, undone and disagreed on. Give it a `key` of the fiche. */
export function FicheEditable({ convention, fiche, valeurs, moi, noms, children }: Props) {
  const edition = useEdition({ convention, fiche, valeurs, brouillon: { moi } })
  return <Contexte value={{ edition, convention, fiche, noms }}>{children}</Contexte>
}

/** The edition of the page’s fiche; only under {@link FicheEditable}. */
export function useFicheEditable(): FicheOuverte {
  const ouverte = useContext(Contexte)
  if (!ouverte) throw new Error('useFicheEditable: no FicheEditable above')
  return ouverte
}

/** True when something waits in these fields: a draft found, or two versions. */
export function isEnAttente({ retrouves, conflit }: Pick<EditionFiche, 'retrouves' | 'conflit'>, champs: readonly ChampFiche[]): boolean {
  return retrouves.some(({ champ }) => champs.includes(champ)) || (conflit?.conflits.some(({ champ }) => champs.includes(champ)) ?? false)
}
