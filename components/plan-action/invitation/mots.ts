import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { LigneProposee, ValeurProposee } from '@/lib/plan-action/invitation/rules'
import { LABELS_STATUT, STATUTS, type StatutFiche } from '@/lib/plan-action/champs/words/statuts'

/** What is proposed, in words. */

const isStatut = (valeur: ValeurProposee): valeur is StatutFiche => STATUTS.some((statut) => statut === valeur)

export const OPTIONS_STATUT = STATUTS.map((value) => ({ value, label: LABELS_STATUT[value] }))

export function formatLibelle({ champ, sujet }: LigneProposee): string {
  if (champ === 'statut') return `${MOTS_CHAMP.statut} de la fiche`
  if (champ !== 'etape') return MOTS_CHAMP[champ]
  return sujet ?? 'Étape retirée depuis'
}

export function formatValeur(valeur: ValeurProposee): string {
  if (valeur === null || valeur === '') return 'rien'
  if (typeof valeur === 'number') return `${valeur} %`
  return isStatut(valeur) ? LABELS_STATUT[valeur] : valeur
}
