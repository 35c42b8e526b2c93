'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { ChampFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
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

/** True when something waits in these fields: a draft found, two versions, or what could not be saved. */
export function isEnAttente(
  { retrouves, conflit, erreurs, etat, modifies }: EditionFiche,
  champs: readonly ChampFiche[],
): boolean {
  return champs.some(
    (champ) =>
      retrouves.some((retrouve) => retrouve.champ === champ) ||
      conflit?.conflits.some((oppose) => oppose.champ === champ) === true ||
      erreurs[champ] !== undefined ||
      (etat.state === 'error' && modifies.has(champ)),
  )
}
