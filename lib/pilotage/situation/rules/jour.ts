/** Which days a situation may be asked for. */
import type { DateCivile } from '@/lib/platform/dates'

/** Beyond these years, a day is a slip of the keys. */
const PREMIER: DateCivile = '2000-01-01'
const DERNIER: DateCivile = '2100-12-31'

export const checkJourPlausible = (jour: DateCivile): boolean => jour >= PREMIER && jour <= DERNIER

/** Said to who asks for another. */
export const JOUR_IMPLAUSIBLE = 'Le jour n’est pas lisible : écrivez « le » comme 2026-12-31, entre 2000 et 2100.'
