import 'server-only'
import { createDocument } from '@/lib/convention/accord/effets'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { judgeModifiable } from './rules/agenda'
import type { TypeInstance } from '@/lib/gouvernance/instances/types/ecran'
import type { OriginePoint, PointActuel } from './types/reunion'

/** What the writes on a meeting’s agenda share: opening it, held by this transaction. */

export interface SeanceOuverte {
  id: number
  date: DateCivile
  etat: 'PREVUE' | 'TENUE' | 'ANNULEE'
  figee: boolean
  groupe: string | null
  instanceId: number
  typeInstance: TypeInstance
}

interface Contexte {
  tx: Tx
  convention: Pick<ConventionOuverte, 'id'>
}

/**
 * Locks a meeting, so that two people who change its agenda at once are served one after the other, and checks that it
 * may still change. One SQL statement.
 * @param cible the meeting, or one of its points
 */
export async function openAgenda(
  { tx, convention }: Contexte,
  cible: { reunion: number } | { point: number },
): Promise<{ ok: true; seance: SeanceOuverte } | Echec> {
  const [reunion, point] = 'reunion' in cible ? [cible.reunion, null] : [null, cible.point]
  const [seance] = await tx.$queryRaw<SeanceOuverte[]>`
    SELECT r.id, r.date::text, r.etat::text, r.figee, r.groupe, r.instance_id AS "instanceId", i.type::text AS "typeInstance"
    FROM reunion r JOIN instance i ON i.convention_id = r.convention_id AND i.id = r.instance_id
    WHERE r.convention_id = ${convention.id} AND r.id = coalesce(${reunion}::int,
      (SELECT p.reunion_id FROM point_ordre_du_jour p WHERE p.convention_id = ${convention.id} AND p.id = ${point}::int))
    FOR UPDATE OF r`
  if (!seance) return echecs.introuvable()
  const refus = judgeModifiable(seance)
  return refus === null ? { ok: true, seance } : echecs.regle(refus.code, refus.message)
}

/** A point as it is recorded now: what a stale save is compared with. One SQL statement. */
async function readPointActuel({ tx, convention }: Contexte, point: number): Promise<PointActuel | null> {
  const [actuel] = await tx.$queryRaw<PointActuel[]>`
    SELECT p.id, p.version, p.titre, p.presentateur, p.duree_minutes AS "dureeMinutes", p.etat::text, p.notes,
      p.fiche_action_id AS fiche, p.indicateur_id AS indicateur, p.schema_id AS schema, p.document_id AS document
    FROM point_ordre_du_jour p WHERE p.convention_id = ${convention.id} AND p.id = ${point}`
  return actuel ?? null
}

/** What a stale save answers: what is there now, or that there is nothing any more. */
export async function findConflit(contexte: Contexte, point: number): Promise<Echec<PointActuel>> {
  const actuel = await readPointActuel(contexte, point)
  return actuel === null ? echecs.introuvable() : echecs.conflit(actuel)
}

interface Liens {
  fiche: number | null
  indicateur: number | null
  schema: number | null
  document: number | null
}

/** True when everything a point is linked to is of this convention. One SQL statement, none without links. */
export async function checkLiens(
  { tx, convention }: Contexte,
  { fiche, indicateur, schema, document }: Liens,
): Promise<boolean> {
  if (fiche === null && indicateur === null && schema === null && document === null) return true
  const [lu] = await tx.$queryRaw<{ connus: boolean }[]>`
    SELECT (${fiche}::int IS NULL OR EXISTS (SELECT FROM porte.fiche f WHERE f.convention_id = ${convention.id} AND f.id = ${fiche}::int))
      AND (${indicateur}::int IS NULL OR EXISTS (SELECT FROM porte.indicateur i WHERE i.convention_id = ${convention.id} AND i.id = ${indicateur}::int))
      AND (${schema}::int IS NULL OR EXISTS (SELECT FROM porte.schema_cooperation s WHERE s.convention_id = ${convention.id} AND s.id = ${schema}::int))
      AND (${document}::int IS NULL OR EXISTS (SELECT FROM porte.document d WHERE d.convention_id = ${convention.id} AND d.id = ${document}::int)) AS connus`
  return lu?.connus === true
}

/** The document a point names: one that is there, or a new one, written down with its reference. */
export async function resolveDocument(
  { tx, convention }: Contexte,
  input: { document: number | null; nouveauDocument: { titre: string; reference: string | null } | null },
): Promise<number | null> {
  if (input.nouveauDocument === null) return input.document
  const document = { ...input.nouveauDocument, nature: 'Document présenté en réunion', date: null }
  return createDocument(tx, convention.id, document)
}

/** A point about to be written; what it does not say is unknown. */
export interface PointVoulu extends Liens {
  titre: string
  presentateur: string | null
  dureeMinutes: number | null
  origine: OriginePoint
  cle: string | null
  proposition: number | null
  precedent: number | null
}

/** Adds points at the end of an agenda, in order; none whose key it already holds. One SQL statement. */
export function insertPoints(
  { tx, convention }: Contexte,
  reunion: number,
  points: readonly PointVoulu[],
): Promise<{ id: number; version: number }[]> {
  const lignes = points.map(
    (
      { titre, presentateur, dureeMinutes, origine, cle, fiche, indicateur, schema, document, proposition, precedent },
      rang,
    ) => ({
      titre,
      presentateur,
      duree: dureeMinutes,
      origine,
      cle,
      fiche,
      indicateur,
      schema,
      document,
      proposition,
      precedent,
      rang,
    }),
  )
  return tx.$queryRaw<{ id: number; version: number }[]>`
    INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, presentateur, duree_minutes, origine, cle, fiche_action_id, indicateur_id,
      schema_id, document_id, proposition_id, precedent_id, ordre)
    SELECT ${convention.id}, ${reunion}, v.titre, v.presentateur, v.duree, v.origine::origine_point, v.cle, v.fiche, v.indicateur, v.schema, v.document,
      v.proposition, v.precedent, v.rang + 1 + (SELECT coalesce(max(p.ordre), 0) FROM point_ordre_du_jour p
        WHERE p.convention_id = ${convention.id} AND p.reunion_id = ${reunion})
    FROM jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) AS v(titre text, presentateur text, duree int, origine text, cle text, fiche int,
      indicateur int, schema int, document int, proposition int, precedent int, rang int)
    ORDER BY v.rang
    ON CONFLICT (reunion_id, cle) DO NOTHING
    RETURNING id, version`
}
