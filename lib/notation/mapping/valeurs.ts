import type { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'

/** A civil date as its column carries it: midnight UTC of that day. */
export function toDate(date: DateCivile): Date
export function toDate(date: DateCivile | null): Date | null
export function toDate(date: DateCivile | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00.000Z`)
}

export function fromDate(date: Date): DateCivile
export function fromDate(date: Date | null): DateCivile | null
export function fromDate(date: Date | null): DateCivile | null {
  return date === null ? null : date.toISOString().slice(0, 10)
}

/** A moment as its column carries it. */
export const toInstant = (instant: string | null): Date | null => (instant === null ? null : new Date(instant))
export const fromInstant = (instant: Date | null): string | null => instant?.toISOString() ?? null

/** A numeric column as the minimal decimal of a dossier: 1.60 → "1.6". Never through a float. */
export function fromDecimal(valeur: Prisma.Decimal): string
export function fromDecimal(valeur: Prisma.Decimal | null): string | null
export function fromDecimal(valeur: Prisma.Decimal | null): string | null {
  return valeur === null ? null : valeur.toFixed()
}

interface Periode {
  texte: string | null
  debut: DateCivile | null
  fin: DateCivile | null
}

/** Columns of a period that may be unknown as a whole. */
export function toPeriode(periode: Periode | null): { texte: string | null; debut: Date | null; fin: Date | null } {
  return { texte: periode?.texte ?? null, debut: toDate(periode?.debut ?? null), fin: toDate(periode?.fin ?? null) }
}

export function fromPeriode(texte: string | null, debut: Date | null, fin: Date | null): Periode | null {
  return texte === null && debut === null && fin === null ? null : { texte, debut: fromDate(debut), fin: fromDate(fin) }
}

/** Rows by the id of what they hang on, order kept. */
export function groupBy<T, K>(lignes: readonly T[], cle: (ligne: T) => K): (valeur: K) => T[] {
  const groupes = new Map<K, T[]>()
  for (const ligne of lignes) {
    const groupe = groupes.get(cle(ligne))
    if (groupe) groupe.push(ligne)
    else groupes.set(cle(ligne), [ligne])
  }
  return (valeur) => groupes.get(valeur) ?? []
}

/** Answers the `ref` of a row by its id; null for none. */
export function indexRefs(lignes: readonly { id: number; ref: string }[]): (id: number | null) => string | null {
  const refs = new Map(lignes.map(({ id, ref }) => [id, ref]))
  return (id) => (id === null ? null : (refs.get(id) ?? null))
}
