import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { CoutLu, MontantLu, ReglageLu } from './types'

export interface ArgentLu {
  couts: CoutLu[]
  reglages: ReglageLu[]
  montants: MontantLu[]
  /** Organismes of the convention, who may finance. */
  organismes: { id: number; nom: string }[]
  lacune: string | null
}

/**
 * All the money of the posts of a convention, in one statement. Amounts are multiplied by one hundred in PostgreSQL: whole
 * cents, no float. A cost per ETP has no column for its version: the number of the transaction that wrote it says the same.
 */
export async function readArgent(tx: Tx, conventionId: number): Promise<ArgentLu> {
  const [lu] = await tx.$queryRaw<ArgentLu[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'version', k.xmin::text::bigint, 'montant', (k.montant * 100)::bigint, 'valableDu', k.valable_du,
          'indicatif', k.indicatif, 'source', k.source) ORDER BY k.valable_du NULLS FIRST, k.ordre, k.id), '[]')
        FROM cout_etp k WHERE k.convention_id = ${conventionId}) AS couts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version, 'financeur', r.financeur, 'nature', r.nature, 'valeur', (r.valeur * 100)::bigint,
          'valableDu', r.valable_du, 'valableAu', r.valable_au, 'source', r.source) ORDER BY r.financeur, r.valable_du NULLS FIRST, r.ordre, r.id), '[]')
        FROM reglage_financement r WHERE r.convention_id = ${conventionId}) AS reglages,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version, 'annee', f.annee, 'poste', f.poste_id, 'financeur', f.financeur,
          'prevu', (f.prevu * 100)::bigint, 'realise', (f.realise * 100)::bigint, 'note', f.note) ORDER BY f.annee, f.financeur, f.ordre, f.id), '[]')
        FROM financement f WHERE f.convention_id = ${conventionId}) AS montants,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'nom', o.nom) ORDER BY o.ordre, o.id), '[]')
        FROM porte.partie o WHERE o.convention_id = ${conventionId}) AS organismes,
      (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${conventionId} AND l.sujet = 'ETP' ORDER BY l.ordre LIMIT 1) AS lacune`
  if (!lu) throw new Error('one row expected')
  return lu
}
