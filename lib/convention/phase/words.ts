import type { EtatSuivi } from './rules/suivi'

/** How an instance, or one of its periods, stands by its frequency: the legend of the frise and the badges. */
export const MOTS_SUIVI: Readonly<Record<EtatSuivi, string>> = {
  RESPECTEE: 'Fréquence respectée',
  PLANIFIEE: 'Planifiée',
  A_PLANIFIER: 'À planifier',
  A_DECLARER: 'Réunion à déclarer',
  EN_DEFAUT: 'Réunion manquante',
  DEPASSEE: 'Maximum dépassé',
  NON_ENREGISTREE: 'Aucune réunion enregistrée',
  SANS_REGLE: 'Sans fréquence à suivre',
}
