import type { Cote, Frequence, GenreVentilation } from './words'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** An indicator as its definition says it; decimals are exact, as text. */
export interface DefinitionVue {
  libelle: string
  note: string | null
  nature: NatureIndicateur
  unite: string | null
  /** one of SENS, or words that a document brought */
  sens: string | null
  reference: string | null
  referenceTexte: string | null
  cible: string | null
  cibleTexte: string | null
  cibles: CibleVue[]
  frequence: Frequence | null
  fournisseur: string | null
  source: string | null
  confirmation: Cote | null
  ventilation: string | null
  ventilationGenre: GenreVentilation | null
  ventiles: string[]
  evolution: boolean
}

export interface CibleVue {
  periode: string
  valeur: string | null
  texte: string | null
}
