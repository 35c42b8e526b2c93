import 'server-only'
import { echecs, type Echec } from '@/lib/platform/resultat'
import type { ContextePoste } from '../write/postes'

/**
 * The person who fills a post: one already in post in this convention, or somebody named, whom the professional
 * address tells apart. Another convention that employs the same person is neither shown nor hinted at.
 */
export async function readCharge(
  { tx, convention }: ContextePoste,
  saisie: { charge: number | null; nom: string; email: string | null },
): Promise<{ ok: true; id: number; nom: string } | Echec> {
  if (saisie.charge !== null) {
    const [connu] = await tx.$queryRaw<{ id: number; nom: string; anonyme: boolean }[]>`
      SELECT k.id, k.nom, k.anonymise_le IS NOT NULL AS anonyme FROM charge_cooperation k
      WHERE k.id = ${saisie.charge} AND EXISTS (SELECT 1 FROM occupation o WHERE o.charge_id = k.id AND o.convention_id = ${convention.id})`
    if (!connu) return echecs.introuvable()
    if (connu.anonyme)
      return echecs.regle('PERSONNE_ANONYME', 'Cette personne a été rendue anonyme : nommez celle qui prend le poste.')
    return { ok: true, id: connu.id, nom: connu.nom }
  }
  const [trouve] = await tx.$queryRaw<
    { id: number | null }[]
  >`SELECT app.trouver_charge(${saisie.email}, ${saisie.nom}) AS id`
  if (!trouve || trouve.id === null) return echecs.interdit()
  return { ok: true, id: trouve.id, nom: saisie.nom }
}
