import type { Tx } from '@/lib/platform/db'
import { buildRef } from '@/lib/platform/ref'
import { decimalOuNul } from '@/lib/platform/nombres'
import type { EvolutionTapee } from './lignes'
import type { SchemaLu } from '../rules/enregistre'

interface NouveauSchema {
  libelle: string
  debut: string | null
  fin: string | null
  total: number | null
  periodeTexte: string | null
  source: string | null
  note: string | null
  anterieur: boolean
  evolution: EvolutionTapee | null
}

/**
 * Writes a new draft, with the lines of `modele` if there is one: same lines, same figures, to be
 * changed from there. Neither its posts nor its people are taken over.
 * @returns the id and the `ref` of the new schéma
 */
export async function writeCopie(
  tx: Tx,
  conventionId: number,
  nouveau: NouveauSchema,
  modele: SchemaLu | null,
  autres: SchemaLu[],
): Promise<{ id: number; ref: string }> {
  const ref = buildRef(
    nouveau.libelle,
    autres.map((schema) => schema.ref),
  )
  const { id } = await tx.schemaCooperation.create({
    data: {
      conventionId,
      ref,
      libelle: nouveau.libelle,
      debut: nouveau.debut === null ? null : new Date(nouveau.debut),
      fin: nouveau.fin === null ? null : new Date(nouveau.fin),
      total: decimalOuNul(nouveau.total),
      existant: decimalOuNul(nouveau.evolution?.existant ?? null),
      periodeTexte: nouveau.periodeTexte,
      source: nouveau.source,
      note: nouveau.note,
      anterieur: nouveau.anterieur,
      etat: 'BROUILLON',
      ordre: autres.length + 1,
    },
    select: { id: true },
  })
  if (modele)
    await tx.$executeRaw`
      INSERT INTO affectation (convention_id, schema_id, marge, organisme_id, theme_code, libelle, quotite, motif_zero, note, situation, themes_texte, ordre)
      SELECT convention_id, ${id}, marge, organisme_id, theme_code, libelle, quotite, motif_zero, note, situation, themes_texte, ordre
      FROM affectation WHERE convention_id = ${conventionId} AND schema_id = ${modele.id}`
  return { id, ref }
}
