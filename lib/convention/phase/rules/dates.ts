import { formatAbsence } from '@/lib/convention/accord/rules/connaissance'
import { formatDateCourte, yearOf } from '@/lib/platform/dates'
import type { DatesConnues } from './suivi'

/**
 * The period of a convention, with whatever is known of it: « du 1 janvier 2026 au 31 décembre 2030 », « à partir du
 * 1 janvier 2026, fin non saisie ».
 * @param lacune why the document does not give what lacks, where a lacune says it
 * @returns null when neither bound is known
 */
export function formatPeriodeConnue({ debut, fin }: DatesConnues, lacune: string | null): string | null {
  if (debut !== null && fin !== null) return `du ${formatDateCourte(debut)} au ${formatDateCourte(fin)}`
  if (debut !== null) return `à partir du ${formatDateCourte(debut)}, fin ${formatAbsence(lacune, 'e')}`
  return fin === null ? null : `jusqu’au ${formatDateCourte(fin)}, début ${formatAbsence(lacune)}`
}

/** The years of a convention, beside its name: « 2026 – 2030 », « depuis 2026 », « jusqu’en 2030 »; null when none is known. */
export function formatAnneesConnues({ debut, fin }: DatesConnues): string | null {
  if (debut !== null && fin !== null) return `${yearOf(debut)} – ${yearOf(fin)}`
  if (debut !== null) return `depuis ${yearOf(debut)}`
  return fin === null ? null : `jusqu’en ${yearOf(fin)}`
}
