import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import type { TypeInstance } from '../types/ecran'

/** An instance and the one it is listed inside. */
export interface LigneComposition {
  id: number
  ref: string
  type: TypeInstance
  nom: string
  parentId: number | null
}

/** The instances of a convention, in their order. One SQL statement. */
export function readComposition(tx: Tx, convention: number): Promise<LigneComposition[]> {
  return tx.$queryRaw<LigneComposition[]>`
    SELECT id, ref, type::text, nom, parent_id AS "parentId" FROM instance WHERE convention_id = ${convention} ORDER BY ordre, id`
}

/** The instances that this one may be listed inside: not itself, nor any it holds, however deep. */
export function listCommeParents(composition: readonly LigneComposition[], instance: number): LigneComposition[] {
  const contenues = new Set([instance])
  for (let avant = 0; avant < contenues.size; ) {
    avant = contenues.size
    for (const { id, parentId } of composition) if (parentId !== null && contenues.has(parentId)) contenues.add(id)
  }
  return composition.filter(({ id }) => !contenues.has(id))
}

/** Why an instance may not be removed, with the remedy; null when it may. One SQL statement. */
export async function findObstacle(tx: Tx, convention: number, instance: number): Promise<string | null> {
  const [liens] = await tx.$queryRaw<{ reunions: number; enfants: string[]; series: string[]; preparent: string[] }[]>`
    SELECT
      (SELECT count(*)::int FROM reunion WHERE convention_id = ${convention} AND instance_id = ${instance}) AS reunions,
      (SELECT coalesce(array_agg(nom ORDER BY ordre, id), '{}') FROM instance WHERE convention_id = ${convention} AND parent_id = ${instance}) AS enfants,
      (SELECT coalesce(array_agg(DISTINCT i.nom), '{}') FROM serie_reunion s JOIN instance i ON i.convention_id = s.convention_id AND i.id = s.instance_id
        WHERE s.convention_id = ${convention} AND s.evenement_id = ${instance} AND s.instance_id <> ${instance}) AS series,
      (SELECT coalesce(array_agg(DISTINCT i.nom), '{}') FROM instance x JOIN regle_frequence r ON r.convention_id = x.convention_id AND r.moments @> jsonb_build_array(jsonb_build_object('avant', x.ref))
        JOIN instance i ON i.convention_id = r.convention_id AND i.id = r.instance_id
        WHERE x.convention_id = ${convention} AND x.id = ${instance} AND i.id <> x.id) AS preparent`
  if (!liens) return null
  const { reunions, enfants, series, preparent } = liens
  if (reunions > 0)
    return `Cette instance a ${formatCompte(reunions, 'réunion enregistrée', 'réunions enregistrées')} : elle fait partie de la vie de la convention et ne se retire pas. Si elle ne se réunit plus, changez sa fréquence en « selon les besoins » à partir d’une date.`
  if (enfants.length > 0)
    return `Cette instance en contient d’autres (${formatListe(enfants)}) : déplacez-les ou retirez-les d’abord.`
  if (preparent.length > 0)
    return `La fréquence d’une autre instance (${formatListe(preparent)}) dit que ses réunions la préparent : retirez d’abord ce moment de sa règle.`
  return series.length > 0
    ? `Les réunions d’une autre instance (${formatListe(series)}) se planifient d’après les siennes : annulez d’abord cette série.`
    : null
}
