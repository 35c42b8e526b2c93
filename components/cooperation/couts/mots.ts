import type {
  Estimation,
  LigneCout,
  NatureFinancement,
  ReglageLu,
  SansEstimation,
  TotalCouts,
} from '@/lib/cooperation/couts/types'
import { formatCentimes, formatSaisie } from '@/lib/cooperation/couts/rules/argent'
import { MOTS_NATURE } from '@/lib/cooperation/couts/words'
import { formatDateCourte } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'

/** Money of the posts in words. */

export const INCONNU = 'non précisé'

export const NATURES: Record<NatureFinancement, { mot: string; aide: string }> = {
  TAUX: { mot: capitalise(MOTS_NATURE.TAUX), aide: 'en pourcentage du coût par ETP' },
  MONTANT_PAR_ETP: { mot: capitalise(MOTS_NATURE.MONTANT_PAR_ETP), aide: 'en euros pour un ETP sur une année entière' },
  FORFAIT: { mot: capitalise(MOTS_NATURE.FORFAIT), aide: 'en euros par année entière, quel que soit le nombre d’ETP' },
}

/** Why a figure is not computed. */
export const RAISONS: Record<SansEstimation, string> = {
  SANS_COUT: 'aucun coût par ETP n’est donné pour tout ou partie de cette année',
  PLUSIEURS_COUTS: 'deux coûts par ETP sont donnés pour les mêmes jours',
  SANS_POSTE: 'aucun poste n’est décrit sur cette ligne, on ne sait donc pas ce qui est pourvu',
  SANS_QUOTITE: 'le schéma ne donne pas de quotité pour cette ligne',
  EXTERNALISE: 'le poste est confié à un opérateur extérieur dont personne n’est nommé : il peut être payé sans nom',
  QUOTITE_INCONNUE: 'la quotité d’une personne en poste n’est pas connue',
  SANS_SCHEMA: 'aucun schéma ne couvre les jours où ce cofinancement vaut',
  FORFAIT_PARTIEL: 'le forfait ne vaut que pour une partie de l’année, et rien ne dit combien il donne alors',
  HORS_ANNEE: 'ne vaut pas cette année',
  SANS_TOTAL: 'le total d’ETP du schéma n’est pas connu',
}

export const formatMontant = (centimes: number | null): string =>
  centimes === null ? INCONNU : formatCentimes(centimes)

export const formatEstimation = (estimation: Estimation): string =>
  'manque' in estimation ? INCONNU : formatCentimes(estimation.centimes)

/** The reasons why some figures are missing, each once. */
export const listRaisons = (estimations: readonly Estimation[]): string[] =>
  [...new Set(estimations.flatMap((estimation) => ('manque' in estimation ? [estimation.manque] : [])))].map(
    (manque) => RAISONS[manque],
  )

/** A total and how many rows it leaves out; no figure when it holds none. */
export function formatTotal({ centimes, inconnues }: TotalCouts, lignes: number): string {
  if (lignes === 0 || inconnues === lignes) return INCONNU
  return inconnues === 0
    ? formatCentimes(centimes)
    : `${formatCentimes(centimes)} (${inconnues} non ${inconnues > 1 ? 'précisées' : 'précisée'})`
}

export const formatNomLigne = ({ genre, libelle }: LigneCout): string =>
  genre === 'RESTE' ? `${libelle}, reste sans poste décrit` : libelle

export const formatValeur = ({ nature, valeur }: Pick<ReglageLu, 'nature' | 'valeur'>): string =>
  nature === 'TAUX'
    ? `${formatSaisie(valeur)} % du coût`
    : nature === 'FORFAIT'
      ? `${formatCentimes(valeur)} par an`
      : `${formatCentimes(valeur)} par ETP et par an`

export function formatValidite(valableDu: string | null, valableAu: string | null): string {
  if (valableDu === null) return valableAu === null ? 'dates non précisées' : `jusqu’au ${formatDateCourte(valableAu)}`
  return valableAu === null
    ? `à partir du ${formatDateCourte(valableDu)}`
    : `du ${formatDateCourte(valableDu)} au ${formatDateCourte(valableAu)}`
}

/** How what is expected of a setting is computed, in words. */
export const FORMULES: Record<NatureFinancement, string> = {
  TAUX: 'le taux × le coût par ETP × le total du schéma',
  MONTANT_PAR_ETP: 'le montant × le total du schéma',
  FORFAIT: 'le forfait',
}
