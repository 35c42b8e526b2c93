/** The words of minutes. */
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatHeure } from '@/lib/platform/heures'
import { MOTS_ETAT_DECISION } from '@/lib/competences/words'
import { MOTS_VOIX } from '@/lib/gouvernance/instances/words'
import { MOTS_ETAT_POINT, MOTS_PRESENCE } from '@/lib/gouvernance/seance/words'
import type { DecisionReleve, PointReleve, PresenceReleve } from './schema'
import type { EtatReleve } from './types'

/** What nobody said. */
export const NON_PRECISE = 'non précisé'

/** Masculine: minutes, « relevé ». */
export const MOTS_ETAT_RELEVE: Readonly<Record<EtatReleve, string>> = {
  BROUILLON: 'brouillon',
  A_VALIDER: 'à valider',
  VALIDE: 'validé',
}

/** The outcome of a decision, as minutes say it: one still to come is « en attente ». */
export const NOM_ISSUE: Record<DecisionReleve['issue'], string> = {
  ...MOTS_ETAT_DECISION,
  PROPOSEE: 'proposée',
  ATTENDUE: 'en attente',
}

/** What a meeting did of a point: one it did not reach is « non traité », once minutes tell of it. */
export const NOM_ETAT_POINT: Record<PointReleve['etat'], string> = {
  ...MOTS_ETAT_POINT,
  A_TRAITER: 'non traité',
}

export const NOM_VOIX: Record<PresenceReleve['voix'], string> = {
  DECISIVE: `voix ${MOTS_VOIX.DECISIVE}`,
  CONSULTATIVE: `voix ${MOTS_VOIX.CONSULTATIVE}`,
  NON_PRECISEE: '',
}

/** A name between quotes, as it is written. */
export const cite = (texte: string | null | undefined): string => `« ${texte ?? NON_PRECISE} »`

/** « présent », « représenté par Mme Martin », « non précisé ». */
export function formatPresence({ etat, representant }: PresenceReleve): string {
  if (etat === 'REPRESENTE')
    return representant ? `représenté par ${representant}` : `représenté, par une personne ${NON_PRECISE}e`
  const mots = etat === null ? NON_PRECISE : MOTS_PRESENCE[etat]
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
