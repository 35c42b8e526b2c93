import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { listSchemas } from '../read/schemas'
import type { SchemaLu } from '../rules/enregistre'

/**
 * Takes the lock of a schéma, then reads it: two people who save at once wait for each other, and
 * the second one is told what the first has written.
 * @returns the schéma as it is now, with the convention’s others; or INTROUVABLE, or CONFLIT
 */
export async function lockSchema(
  tx: Tx,
  conventionId: number,
  cible: { schema: number; version: number },
): Promise<{ ok: true; schema: SchemaLu; autres: SchemaLu[] } | Echec<SchemaLu>> {
  await tx.$queryRaw`SELECT 1 FROM schema_cooperation WHERE id = ${cible.schema} AND convention_id = ${conventionId} FOR UPDATE`
  const schemas = await listSchemas(tx, conventionId)
  const schema = schemas.find(({ id }) => id === cible.schema)
  if (!schema) return echecs.introuvable()
  if (schema.version !== cible.version) return echecs.conflit(schema)
  return { ok: true, schema, autres: schemas.filter(({ id }) => id !== cible.schema) }
}

/** Only a draft is edited: a proposal or a validated schéma is what others are reading. */
export function requireBrouillon(schema: SchemaLu): Echec | null {
  if (schema.etat === 'BROUILLON') return null
  const remede =
    schema.etat === 'PROPOSE' ? 'Remettez-le d’abord en brouillon.' : 'Préparez plutôt un nouveau schéma pour la suite.'
  return echecs.regle('PAS_UN_BROUILLON', `Ce schéma n’est plus un brouillon. ${remede}`)
}
