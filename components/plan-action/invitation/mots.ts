import type { LigneProposee, ValeurProposee } from '@/lib/plan-action/invitation/rules'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { STATUTS } from '@/lib/plan-action/champs/words'
import { MOTS_STATUT } from '@/components/plan-action/champs/statuts'

/** What is proposed, in words. */

const isStatut = (valeur: ValeurProposee): valeur is StatutFiche => STATUTS.some((statut) => statut === valeur)

export const OPTIONS_STATUT = STATUTS.map((value) => ({ value, label: MOTS_STATUT[value].label }))

export function formatLibelle({ champ, sujet }: LigneProposee): string {
  if (champ === 'statut') return 'Statut de la fiche'
  if (champ === 'avancement') return 'Avancement'
  if (champ === 'suivi') return 'Note de suivi'
  return sujet ?? 'Étape retirée depuis'
}

export function formatValeur(valeur: ValeurProposee): string {
  if (valeur === null || valeur === '') return 'rien'
  if (typeof valeur === 'number') return `${valeur}\u202F%`
  return isStatut(valeur) ? MOTS_STATUT[valeur].label : valeur
}
