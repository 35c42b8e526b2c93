import type { Frequence, GenreVentilation, NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** What the closed lists are called. */

export const MOTS_NATURE: Record<NatureIndicateur, string> = {
  NOMBRE: 'nombre',
  POURCENTAGE: 'pourcentage',
  MONTANT: 'montant en euros',
  LIVRABLE: 'oui ou non (un livrable)',
  PREVU_REALISE: 'réalisé sur prévu',
  QUALITATIF: 'appréciation en mots',
  CARTE_DOCUMENT: 'carte ou document',
}

export const MOTS_FREQUENCE: Record<Frequence, string> = {
  MENSUELLE: 'chaque mois',
  TRIMESTRIELLE: 'chaque trimestre',
  SEMESTRIELLE: 'chaque semestre',
  ANNUELLE: 'chaque année',
  UNIQUE: 'une seule fois',
}

export const MOTS_GENRE: Record<GenreVentilation, string> = {
  COMMUNE: 'par commune',
  EMPLOYEUR: 'par employeur',
  TYPE: 'par type',
  AUTRE: 'autrement',
}

/** Of a stale line: the page reads it again by itself. */
export const PERIME = 'La page montre maintenant ce qui est enregistré : vérifiez, puis recommencez.'

/** « Source à citer : Source Caf de la Vienne ». */
export const formatSource = (source: string): string => `Source à citer : ${source}`

export const toOptions = <C extends string>(mots: Record<C, string>): { value: string; label: string }[] =>
  Object.entries<string>(mots).map(([value, label]) => ({ value, label }))
