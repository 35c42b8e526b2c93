/** What follows from the fiches of a plan at a date: lateness and progress are derived, never stored. */
import { formatMois } from '@/lib/platform/dates'
import type { DateCivile } from '@/lib/platform/dates'
import { formatAccord } from '@/lib/platform/typographie'
import { STATUTS, type StatutFiche } from '../words/statuts'
import { isEnRetard, type FicheRegle } from './echeance'

export type { StatutFiche }

export interface Avancement {
  total: number
  parStatut: Record<StatutFiche, number>
  /** Fiches late today, whatever their status; they are also counted in `parStatut`. */
  enRetard: number
  /** '2 fiches réalisées sur 5, 1 en cours, 1 en retard'. */
  phrase: string
}

/** Where fiches stand, in a sentence: « 2 fiches réalisées sur 5, 1 en cours ». */
export function formatAvancement(
  total: number,
  { REALISEE, EN_COURS, A_PRECISER }: Record<StatutFiche, number>,
  enRetard: number,
): string {
  if (total === 0) return 'Aucune fiche'
  if (A_PRECISER === total)
    return `${total} ${formatAccord(total, 'fiche')}, ${total === 1 ? 'statut' : 'statuts'} à préciser`
  const realisees =
    REALISEE === 0
      ? 'Aucune fiche réalisée'
      : `${REALISEE} ${formatAccord(REALISEE, 'fiche réalisée', 'fiches réalisées')}`
  return [
    `${realisees} sur ${total}`,
    EN_COURS > 0 && `${EN_COURS} en cours`,
    enRetard > 0 && `${enRetard} en retard`,
    A_PRECISER > 0 && `${A_PRECISER} à préciser`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Counts the fiches of an axe, or of a whole plan, by status and lateness, with a sentence. */
export function computeAvancement(fiches: readonly FicheRegle[], today: DateCivile): Avancement {
  const parStatut = Object.fromEntries(STATUTS.map((statut) => [statut, 0])) as Record<StatutFiche, number>
  for (const { statut } of fiches) parStatut[statut] += 1
  const enRetard = fiches.filter((fiche) => isEnRetard(fiche, today)).length
  return { total: fiches.length, parStatut, enRetard, phrase: formatAvancement(fiches.length, parStatut, enRetard) }
}

/** A span known more or less well: its words as written, and the bounds they were read as. */
export interface PeriodeFiche {
  texte: string | null
  debut: DateCivile | null
  fin: DateCivile | null
}

/**
 * A period for the reader: the words of the document when there are any, else its bounds by month
 * ('de mars 2024 à juin 2024', 'à partir de mars 2024', 'jusqu’à juin 2024'), else 'non précisée'.
 */
export function formatPeriode({ texte, debut, fin }: PeriodeFiche): string {
  const mots = texte?.trim()
  if (mots) return mots
  if (debut !== null && fin !== null) {
    const [de, a] = [formatMois(debut), formatMois(fin)]
    return de === a ? `en ${de}` : `${formatDe(de)} à ${a}`
  }
  if (debut !== null) return `à partir ${formatDe(formatMois(debut))}`
  return fin === null ? 'non précisée' : `jusqu’à ${formatMois(fin)}`
}

/** 'de mars 2024', 'd’avril 2024'. */
const formatDe = (mois: string): string => (/^[ao]/.test(mois) ? `d’${mois}` : `de ${mois}`)
