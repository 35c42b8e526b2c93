/** The time of schémas: inside their convention, one after the other, with gaps shown. */
import { addDays, formatDateCourte, formatIntervalle, maxDate, minDate } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
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

/** Days held: without an end they go on; without a beginning, the last one alone is known. Null when nothing is. */
function computeOccupee({ debut, fin }: PeriodeConnue): { debut: DateCivile; fin: DateCivile | null } | null {
  const premier = debut ?? fin
  return premier === null ? null : { debut: premier, fin }
}

/** The days that two spans share, the end open when both go on; null when they share none that is known. */
function computeCommun(a: PeriodeConnue, b: PeriodeConnue): { debut: DateCivile; fin: DateCivile | null } | null {
  const [une, autre] = [computeOccupee(a), computeOccupee(b)]
  if (une === null || autre === null) return null
  const debut = maxDate(une.debut, autre.debut)
  const fin = une.fin === null ? autre.fin : autre.fin === null ? une.fin : minDate(une.fin, autre.fin)
  return fin !== null && fin < debut ? null : { debut, fin }
}

const formatCommun = ({ debut, fin }: { debut: DateCivile; fin: DateCivile | null }): string =>
  fin === null ? `à partir du ${formatDateCourte(debut)}` : formatIntervalle({ debut, fin })

/** What to do of an overlap: one that has no end is given one. */
const formatRemede = ({ libelle, fin }: SchemaDate, sien: PeriodeConnue): string =>
  fin === null
    ? `donnez d’abord un dernier jour à « ${libelle} »`
    : sien.fin === null
      ? 'donnez-lui un dernier jour'
      : 'changez les dates de l’un des deux'

/**
 * Refuses a schéma that shares a day with another of its convention, in whatever state, and names it. Bounds are
 * inclusive civil dates. One without an end goes on: it overlaps whatever follows.
 */
export function checkChevauchement(schema: SchemaDate, autres: readonly SchemaDate[]): Verdict {
  for (const autre of autres) {
    const commun = autre.id === schema.id ? null : computeCommun(schema, autre)
    if (commun !== null)
      return {
        ok: false,
        message: `Ce schéma recouvre « ${autre.libelle} » ${formatCommun(commun)} : ${formatRemede(autre, schema)}.`,
      }
  }
  return { ok: true }
}

/** Overlaps that are there already, one sentence each: a base may hold some that were accepted before the rule. */
export function listChevauchements(schemas: readonly SchemaDate[]): string[] {
  return schemas.flatMap((schema, rang) =>
    schemas.slice(rang + 1).flatMap((autre) => {
      const commun = computeCommun(schema, autre)
      if (commun === null) return []
      const ouvert = [schema, autre].find(({ fin }) => fin === null)
      return [
        `« ${schema.libelle} » et « ${autre.libelle} » se recouvrent ${formatCommun(commun)}${ouvert ? ` : « ${ouvert.libelle} » n’a pas de dernier jour` : ''}.`,
      ]
    }),
  )
}

/** The last day given to a schéma that had none: not before its first. */
export function checkFin({ debut, fin }: PeriodeConnue, dernier: DateCivile): Verdict {
  if (fin !== null)
    return { ok: false, message: `Ce schéma finit le ${formatDateCourte(fin)} : son dernier jour est connu.` }
  if (debut !== null && dernier < debut)
    return { ok: false, message: `Ce jour précède le premier du schéma, le ${formatDateCourte(debut)} : corrigez-le.` }
  return { ok: true }
}

/**
 * A schéma lies inside its convention, or wholly before it (that of the previous one), which one without an end never
 * does. Unknown dates refuse nothing.
 */
export function checkPeriode(schema: PeriodeConnue, convention: PeriodeConnue): Verdict {
  const { debut, fin } = schema
  if (debut !== null && fin !== null && debut > fin) {
    return { ok: false, message: 'Le schéma finit avant de commencer : vérifiez les deux dates.' }
  }
  const sienne = computeCertaine(schema)
  if (sienne === null || (convention.debut !== null && fin !== null && fin < convention.debut)) return { ok: true }
  const dedans = (convention.debut ?? sienne.debut) <= sienne.debut && sienne.fin <= (convention.fin ?? sienne.fin)
  if (dedans) return { ok: true }
  return {
    ok: false,
    message:
      'La période du schéma déborde de celle de la convention : ramenez ses dates à l’intérieur, ou entièrement avant pour le schéma précédent.',
  }
}

/**
 * The spans of the convention no schéma covers, in order: shown, never refused. With a date of the convention unknown,
 * only gaps between schémas are known. One without an end leaves no gap after it; one of which only the last day is known
 * may cover any day before: none of these is said to be a gap. One that nothing dates is left out (`formatTrous` says so).
 */
export function computeTrous(schemas: readonly PeriodeConnue[], convention: PeriodeConnue): Bornes[] {
  const possibles = schemas
    .filter(({ debut, fin }) => debut !== null || fin !== null)
    .sort((a, b) => ((a.debut ?? '') < (b.debut ?? '') ? -1 : 1))
  const trous: Bornes[] = []
  let attendu: DateCivile | null = convention.debut ?? possibles[0]?.debut ?? null
  for (const { debut, fin } of possibles) {
    if (attendu !== null && debut !== null && attendu < debut) trous.push({ debut: attendu, fin: addDays(debut, -1) })
    if (fin === null) return clipTrous(trous, convention)
    const lendemain = addDays(fin, 1)
    attendu = attendu === null ? lendemain : maxDate(attendu, lendemain)
  }
  if (convention.fin !== null && attendu !== null) trous.push({ debut: attendu, fin: convention.fin })
  return clipTrous(trous, convention)
}

/** Gaps end with the convention. */
const clipTrous = (trous: readonly Bornes[], { fin: limite }: PeriodeConnue): Bornes[] =>
  trous.map(({ debut, fin }) => ({ debut, fin: minDate(fin, limite ?? fin) })).filter(({ debut, fin }) => debut <= fin)

/** The gaps in one sentence, which says when undated schémas may fill them; null when there is none. */
export function formatTrous(trous: readonly Bornes[], schemas: readonly PeriodeConnue[]): string | null {
  if (trous.length === 0) return null
  const sansDate = schemas.some(({ debut, fin }) => debut === null && fin === null)
  return `Aucun schéma ${sansDate ? 'daté ' : ''}ne couvre : ${trous.map(formatIntervalle).join(' ; ')}.`
}
