import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { Marge } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatPeriode } from '@/components/cooperation/mots'

/** The lines of one margin, in the order of the document. */
export const listLignes = (schema: SchemaLu, marge: Marge): LigneSchema[] =>
  schema.lignes.filter((ligne) => ligne.marge === marge)

/** The column of the schéma before, for one margin; null when it says nothing of it. */
export function buildAvant(precedent: SchemaLu | null, marge: Marge) {
  const lignes = precedent ? listLignes(precedent, marge) : []
  if (!precedent || lignes.length === 0) return null
  return {
    titre: formatPeriode(precedent),
    quotites: new Map(lignes.map((ligne) => [ligne.cle, ligne.quotite])),
    somme: lignes.reduce((total, { quotite }) => total + (quotite ?? 0), 0),
  }
}
