import type { Dossier } from '@/lib/dossier/schema/dossier'
import { centiemesFromDecimal, type Centiemes } from '@/lib/platform/nombres'

type Schema = Dossier['schemas'][number]
type Affectation = Schema['affectations'][number]

/** Exact sum in hundredths of ETP; what has no figure adds nothing. */
export function sumQuotites(lignes: readonly { quotite: string | null }[]): Centiemes {
  return lignes.reduce((total, { quotite }) => total + (quotite === null ? 0 : centiemesFromDecimal(quotite)), 0)
}

/** The lines of one margin; throws when the dossier has no schéma of that ref. */
export function listMarge(dossier: Dossier, ref: string, marge: Affectation['marge']): Affectation[] {
  const schema = dossier.schemas.find((candidat) => candidat.ref === ref)
  if (schema === undefined) throw new Error(`no schéma ${ref}`)
  return schema.affectations.filter((ligne) => ligne.marge === marge)
}
