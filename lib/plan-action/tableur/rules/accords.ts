/** An accord in a cell: the reference of an organisme, and the day it agreed where it is known. */

interface AccordPlat {
  organisme: string
  /** YYYY-MM-DD */
  le: string | null
}

/** « caf-13 : 2026-03-03 », or the reference alone. */
export const formatAccordPlat = ({ organisme, le }: AccordPlat): string => (le ? `${organisme} : ${le}` : organisme)

/** Reads one line, however its colon is spaced; null when it is not an accord. */
export function parseAccordPlat(ligne: string): AccordPlat | null {
  const lu = /^([a-z0-9-]+)(?:\s*:\s*(\d{4}-\d{2}-\d{2}))?$/.exec(ligne.trim())
  return lu ? { organisme: lu[1] ?? '', le: lu[2] ?? null } : null
}
