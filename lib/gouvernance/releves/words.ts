/** The words of minutes. */
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatHeure } from '@/lib/platform/heures'
import type { DecisionReleve, PointReleve, PresenceReleve } from './schema'

/** What nobody said. */
export const NON_PRECISE = 'non précisé'

export const NOM_ISSUE: Record<DecisionReleve['issue'], string> = {
  PRISE: 'prise',
  REPORTEE: 'reportée',
  REFUSEE: 'refusée',
  PROPOSEE: 'proposée',
  ATTENDUE: 'en attente',
}

export const NOM_NATURE: Record<DecisionReleve['nature'], string> = {
  VALIDATION: 'Validation',
  AJUSTEMENT: 'Ajustement',
  ARBITRAGE: 'Arbitrage',
  ENGAGEMENT: 'Engagement',
}

export const NOM_ETAT_POINT: Record<PointReleve['etat'], string> = {
  A_TRAITER: 'non traité',
  TRAITE: 'traité',
  REPORTE: 'reporté',
}

export const NOM_VOIX: Record<PresenceReleve['voix'], string> = {
  DECISIVE: 'voix décisive',
  CONSULTATIVE: 'voix consultative',
  NON_PRECISEE: '',
}

const NOM_PRESENCE = { PRESENT: 'présent', EXCUSE: 'excusé', ABSENT: 'absent' } as const

export const NOM_DEROGATION: Readonly<Record<string, string>> = {
  MAXIMUM_DEPASSE: 'maximum de réunions dépassé',
  MINIMUM_IMPOSSIBLE: 'minimum de réunions non assuré',
  HORS_CONVENTION: 'date en dehors de la convention',
}

/** A name between quotes, as it is written. */
export const cite = (texte: string | null | undefined): string => `« ${texte ?? NON_PRECISE} »`

/** « présent », « représenté par Mme Martin », « non précisé ». */
export function formatPresence({ etat, representant }: PresenceReleve): string {
  if (etat === 'REPRESENTE')
    return representant ? `représenté par ${representant}` : `représenté, par une personne ${NON_PRECISE}e`
  const mots = etat === null ? NON_PRECISE : NOM_PRESENCE[etat]
  return representant ? `${mots} (représentant : ${representant})` : mots
}

export const formatReprise = (date: DateCivile): string =>
  `Reprise d’un point de la réunion du ${formatDateCourte(date)}`

export const formatPropositionDe = ({
  instance,
  date,
  texte,
}: {
  instance: string
  date: DateCivile
  texte: string
}): string => `Proposition de l’instance ${cite(instance)} du ${formatDateCourte(date)} : ${texte}`

/** 'de 14 h à 16 h 30', 'à 14 h', 'non précisée'. */
export function formatHeures(debut: string | null, fin: string | null): string {
  if (debut !== null && fin !== null) return `de ${formatHeure(debut)} à ${formatHeure(fin)}`
  if (debut !== null) return `à ${formatHeure(debut)}`
  return fin === null ? 'non précisée' : `jusqu’à ${formatHeure(fin)}`
}
