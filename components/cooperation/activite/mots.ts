import type { RubriqueBilan } from '@/lib/cooperation/activite/types'

/** The appraisal of the function, in words. */
export const RUBRIQUES: Record<RubriqueBilan, { nom: string; aide: string }> = {
  effets: { nom: 'Effets de la fonction', aide: 'Ce que la coopération a changé sur le territoire' },
  objectifs: { nom: 'Objectifs', aide: 'Ce qui était attendu, et ce qui est atteint' },
  moyens: { nom: 'Moyens', aide: 'Le temps, les outils et l’appui dont les chargés ont disposé' },
  difficultes: { nom: 'Difficultés', aide: 'Ce qui a freiné' },
  suites: { nom: 'Suites', aide: 'Ce qui est proposé pour la suite' },
}
