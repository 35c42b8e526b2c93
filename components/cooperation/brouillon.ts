import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schema-lu'
import { toSchemaRegle } from '@/lib/cooperation/schema-lu'
import type { MotifZero } from '@/lib/cooperation/schema-motifs'
import { computeEquilibre, type Equilibre } from '@/lib/cooperation/rules'
import { formatQuotite, parseQuotite } from '@/lib/platform/nombres'

/** What is typed in a draft: texts, kept as typed even when they cannot be read. */
export interface Saisie {
  total: string
  lignes: Record<number, { quotite: string; motifZero: MotifZero | null; note: string }>
}

const formatSaisie = (quotite: number | null): string => (quotite === null ? '' : formatQuotite(quotite, { deux: true }))

export function buildSaisie(schema: SchemaLu): Saisie {
  return {
    total: formatSaisie(schema.total),
    lignes: Object.fromEntries(schema.lignes.map((ligne) => [ligne.id, { quotite: formatSaisie(ligne.quotite), motifZero: ligne.motifZero, note: ligne.note ?? '' }])),
  }
}

/** A typed quotité: hundredths, null when left empty, undefined when it cannot be read. */
export function readQuotite(texte: string): number | null | undefined {
  if (texte.trim() === '') return null
  const lu = parseQuotite(texte)
  return lu.ok ? lu.centiemes : undefined
}

/** Message beside a typed quotité that cannot be read. */
export function readErreurQuotite(texte: string): string | undefined {
  if (texte.trim() === '') return undefined
  const lu = parseQuotite(texte)
  return lu.ok ? undefined : lu.message
}

/** The balance of what is typed, line by line; an unreadable figure counts as not given. */
export function computeEquilibreSaisie(schema: SchemaLu, saisie: Saisie): Equilibre {
  const lignes = schema.lignes.map((ligne) => ({ ...ligne, quotite: readQuotite(saisie.lignes[ligne.id]?.quotite ?? '') ?? null }))
  return computeEquilibre(toSchemaRegle({ ...schema, lignes, total: readQuotite(saisie.total) ?? null }))
}

const hasChanged = (ligne: LigneSchema, saisie: Saisie): boolean => {
  const tapee = saisie.lignes[ligne.id]
  return tapee !== undefined && (readQuotite(tapee.quotite) !== ligne.quotite || tapee.motifZero !== ligne.motifZero || tapee.note.trim() !== (ligne.note ?? ''))
}

/** The lines whose typed values differ from what is saved. */
export const listChangees = (schema: SchemaLu, saisie: Saisie): LigneSchema[] => schema.lignes.filter((ligne) => hasChanged(ligne, saisie))
export const hasTotalChange = (schema: SchemaLu, saisie: Saisie): boolean => readQuotite(saisie.total) !== schema.total
