'use client'

import { createContext, useContext } from 'react'
import type { LignePostes, PersonnePostes, PosteVue, VuePostes } from '@/lib/cooperation/postes/types/ecran'

/** What somebody wants to do on the page of posts; the one drawer answers. */
export type Geste =
  | { genre: 'POSTE'; poste: number | null; ligne: number | null }
  | { genre: 'RETIRER_POSTE'; poste: number }
  /** Takes the post, or stands in for an absent person of it. */
  | { genre: 'OCCUPER'; poste: number; remplace: number | null }
  | { genre: 'QUOTITE' | 'TERMINER' | 'CORRIGER' | 'RETIRER_OCCUPATION'; poste: number; occupation: number }
  | { genre: 'ABSENCE'; poste: number; occupation: number; absence: number | null }
  | { genre: 'RETIRER_ABSENCE'; poste: number; occupation: number; absence: number }
  | { genre: 'ANONYME'; charge: number }
  | { genre: 'RECONDUIRE' }

export const OuvrirGeste = createContext<(geste: Geste) => void>(() => {})

export const useOuvrir = () => useContext(OuvrirGeste)

/** What the forms need to know of the page. */
export interface DonneesPostes
  extends Pick<VuePostes, 'date' | 'today' | 'missions' | 'precedent' | 'personnes' | 'lignes' | 'sansLigne'> {
  slug: string
  schema: NonNullable<VuePostes['schema']>
}

export const listPostesDe = ({ lignes, sansLigne }: DonneesPostes): PosteVue[] => [
  ...lignes.flatMap(({ postes }) => postes),
  ...sansLigne,
]

export const findLigneDe = ({ lignes }: DonneesPostes, poste: PosteVue): LignePostes | undefined =>
  lignes.find(({ id }) => id === poste.affectation)

/** People who may take a post here. */
export const listChoix = ({ personnes }: DonneesPostes): PersonnePostes[] => personnes.filter(({ anonyme }) => !anonyme)
