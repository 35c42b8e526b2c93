/** How long before, and how long after: every delay of the watch, in days, in one place. */
import { addDays, yearOf, type DateCivile } from '@/lib/platform/dates'

/** A period still short of meetings is at risk in its last quarter, forty-five days at most. */
export const RISQUE_MAXIMUM = 45
/** A period that ended in default is told for two months: later, it is history. */
export const DEFAUT_RECENT = 60
/** A meeting this near should have an agenda. */
export const ORDRE_DU_JOUR = 7
/** A past meeting that nobody declared is late after two weeks. */
export const DECLARATION = 14
/** Minutes are prepared, and validated, within a week; they are late after three. */
export const RELEVE = 7
export const RELEVE_TARDIF = 21
/** Meetings held longer ago than that were recorded from papers: nobody is asked for their minutes. */
export const RELEVE_ANCIEN = 120
/** A decision is recalled two weeks before its due date. */
export const DECISION_PROCHE = 14
/** Ends of mandates, and beginnings of schémas, are seen two months ahead. */
export const MANDAT = 60
export const SCHEMA = 60
/** An avenant announced is recalled three months ahead, and is at risk in the last one. */
export const AVENANT = 92
export const AVENANT_PROCHE = 31
/** An appraisal is recalled four months ahead: it takes that long. */
export const EVALUATION = 122
/** What follows a convention is prepared in its last year, and is at risk in its last six months. */
export const RENOUVELLEMENT = 365
export const RENOUVELLEMENT_PROCHE = 183

/**
 * The year whose indicators are expected: the one that ends from mid-November on, the one before until the end of
 * March, none in between.
 */
export function computeAnneeAttendue(today: DateCivile): number | null {
  const jour = today.slice(5)
  if (jour >= '11-15') return yearOf(today)
  return jour <= '03-31' ? yearOf(today) - 1 : null
}

/** The days that the facts of a convention are read for. */
export const readBornes = (today: DateCivile) => ({
  reunionsDepuis: addDays(today, -RELEVE_ANCIEN),
  reunionsJusque: addDays(today, ORDRE_DU_JOUR),
  decisionsJusque: addDays(today, DECISION_PROCHE),
  mandatsJusque: addDays(today, MANDAT),
  schemasJusque: addDays(today, SCHEMA),
})
