/** The time of schémas: inside their convention, one after the other, with gaps shown. */
import { addDays, formatIntervalle, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes } from '@/lib/platform/dates'
import type { PeriodeConnue, Verdict } from '../types/regles'

export interface SchemaDate extends PeriodeConnue {
  id: number
  libelle: string
}

/** The days a span is sure to hold: with one end unknown, the other end alone. Null when nothing is known. */
function computeCertaine({ debut, fin }: PeriodeConnue): Bornes | null {
  const premier = debut ?? fin
  const dernier = fin ?? debut
  return premier === null || dernier === null ? null : { debut: premier, fin: dernier }
}

/**
 * Refuses a schéma that shares a day with another of its convention, in whatever state, and names it. Bounds
 * are inclusive civil dates; an unknown one proves no overlap beyond the day that is known.
 */
export function checkChevauchement(schema: SchemaDate, autres: readonly SchemaDate[]): Verdict {
  const sienne = computeCertaine(schema)
  const heurte = autres.find((autre) => {
    const leur = computeCertaine(autre)
    return (
      autre.id !== schema.id && sienne !== null && leur !== null && sienne.debut <= leur.fin && leur.debut <= sienne.fin
    )
  })
  const leur = heurte && computeCertaine(heurte)
  if (!sienne || !heurte || !leur) return { ok: true }
  const commun = { debut: maxDate(sienne.debut, leur.debut), fin: minDate(sienne.fin, leur.fin) }
  return {
    ok: false,
    message: `Ce schéma recouvre « ${heurte.libelle} » ${formatIntervalle(commun)} : changez les dates de l’un des deux.`,
  }
}

/** A schéma lies inside its convention, or wholly before it (that of the previous one). Unknown dates refuse nothing. */
export function checkPeriode(schema: PeriodeConnue, convention: PeriodeConnue): Verdict {
  const { debut, fin } = schema
  if (debut !== null && fin !== null && debut > fin) {
    return { ok: false, message: 'Le schéma finit avant de commencer : vérifiez les deux dates.' }
  }
  const sienne = computeCertaine(schema)
  if (sienne === null || (convention.debut !== null && sienne.fin < convention.debut)) return { ok: true }
  const dedans = (convention.debut ?? sienne.debut) <= sienne.debut && sienne.fin <= (convention.fin ?? sienne.fin)
  if (dedans) return { ok: true }
  return {
    ok: false,
    message:
      'La période du schéma déborde de celle de la convention : ramenez ses dates à l’intérieur, ou entièrement avant pour le schéma précédent.',
  }
}

/**
 * The spans of the convention no schéma covers, in order: shown, never refused. With a date of the convention
 * unknown, only gaps between schémas are known. Schémas with an unknown bound cover the day that is known.
 */
export function computeTrous(schemas: readonly PeriodeConnue[], convention: PeriodeConnue): Bornes[] {
  const couvertes = schemas
    .map(computeCertaine)
    .filter((bornes) => bornes !== null)
    .sort((a, b) => (a.debut < b.debut ? -1 : 1))
  const trous: Bornes[] = []
  let attendu = convention.debut ?? couvertes[0]?.debut ?? null
  if (attendu === null) return trous
  for (const { debut, fin } of couvertes) {
    if (attendu < debut) trous.push({ debut: attendu, fin: addDays(debut, -1) })
    attendu = maxDate(attendu, addDays(fin, 1))
  }
  if (convention.fin !== null) trous.push({ debut: attendu, fin: convention.fin })
  const { fin: limite } = convention
  return trous
    .map(({ debut, fin }) => ({ debut, fin: minDate(fin, limite ?? fin) }))
    .filter(({ debut, fin }) => debut <= fin)
}
