import type { SerieEcrite } from '@/lib/gouvernance/calendrier/types'
import { findChampDerogation } from '@/components/gouvernance/reunions/saisie-derogation'

/**
 * How the forms of a series tell of their sendings.
 * @param titre what to say was not done, on a refusal
 */
export const readEnvoiSerie = (titre: string) => ({
  titre,
  titreConflit: titre,
  champRegle: findChampDerogation,
  message: ({ message, avertissements }: SerieEcrite) => [message, ...avertissements].join('. '),
})
