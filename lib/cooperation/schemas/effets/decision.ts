import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { listSchemas } from '../read/schemas'
import { checkValidation } from '../rules/equilibre'
import { toSchemaRegle } from '../rules/enregistre'

/**
 * Validates a proposed schéma by the decision of an instance, in that decision’s transaction: under the lock of
 * the schéma, by the rule that its own screen applies.
 */
export async function validateSchemaParDecision(
  tx: Tx,
  conventionId: number,
  id: number,
): Promise<{ ok: true; avant: Record<string, string | null> } | Echec> {
  await tx.$queryRaw`SELECT 1 FROM schema_cooperation WHERE id = ${id} AND convention_id = ${conventionId} FOR UPDATE`
  const schema = (await listSchemas(tx, conventionId)).find((lu) => lu.id === id)
  if (!schema) return echecs.introuvable()
  const verdict = checkValidation(toSchemaRegle(schema))
  if (!verdict.ok) return echecs.regle('SOMME_INEXACTE', verdict.message)
  await tx.schemaCooperation.updateMany({
    where: { id, conventionId },
    data: { etat: 'VALIDE', version: { increment: 1 } },
  })
  return { ok: true, avant: { etat: schema.etat } }
}
