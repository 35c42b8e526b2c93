import 'server-only'
import { sqlAvantSignature, sqlRegles } from '@/lib/gouvernance/frequence/sql'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { LigneInstance, Manques, ReunionActuelle, VueDerogation } from '../types/ecran'

/**
 * The instances of a convention with their rules, members, meetings (dates and states only) and the
 * doubtful readings about them. One SQL statement.
 */
export function readInstances(tx: Tx, convention: number): Promise<LigneInstance[]> {
  return tx.$queryRaw<LigneInstance[]>`
    SELECT i.id, i.ref, i.type::text, i.nom, p.ref AS parent, i.composition, i.animation, i.secretariat, i.missions,
      i.quorum, i.quorum_texte AS "quorumTexte", coalesce(k.competences, '[]') AS competences,
      ${sqlRegles(Prisma.sql`i`)} AS regles, coalesce(r.reunions, '[]') AS reunions,
      coalesce(m.membres, '[]') AS membres, coalesce(d.reserves, '[]') AS reserves
    FROM instance i
    LEFT JOIN instance p ON p.convention_id = i.convention_id AND p.id = i.parent_id
    LEFT JOIN (
      SELECT n.instance_id, jsonb_agg(jsonb_build_object('id', n.id, 'date', n.date, 'etat', n.etat, 'groupe', n.groupe,
          'derogation', x.reunion_id IS NOT NULL, 'avantSignature', ${sqlAvantSignature(convention, Prisma.sql`n`)}) ORDER BY n.date, n.id) AS reunions
      FROM reunion n
      LEFT JOIN (SELECT DISTINCT reunion_id FROM derogation WHERE convention_id = ${convention} AND regle <> 'MINIMUM_IMPOSSIBLE') x
        ON x.reunion_id = n.id
      WHERE n.convention_id = ${convention} GROUP BY n.instance_id) r ON r.instance_id = i.id
    LEFT JOIN (
      SELECT b.instance_id, jsonb_agg(jsonb_build_object('id', b.id, 'libelle', b.libelle, 'fonction', b.fonction, 'organisme', o.nom,
          'signataire', o.signataire, 'voix', b.voix, 'personne', b.personne, 'suppleant', b.suppleant,
          'coanimation', b.coanimation, 'debut', b.debut, 'fin', b.fin, 'motifFin', b.motif_fin) ORDER BY b.ordre, b.id) AS membres
      FROM membre b LEFT JOIN porte.partie o ON o.convention_id = b.convention_id AND o.id = b.organisme_id
      WHERE b.convention_id = ${convention} GROUP BY b.instance_id) m ON m.instance_id = i.id
    LEFT JOIN (
      SELECT instance_id, jsonb_agg(jsonb_build_object('matiere', matiere, 'pouvoir', pouvoir, 'source', source) ORDER BY matiere) AS competences
      FROM competence WHERE convention_id = ${convention} GROUP BY instance_id) k ON k.instance_id = i.id
    LEFT JOIN (
      SELECT cible_ref, jsonb_agg(jsonb_build_object('type', cible_type, 'champ', champ, 'citation', citation,
          'lecture', lecture, 'raison', raison) ORDER BY ordre, id) AS reserves
      FROM porte.reserve_ouverte
      WHERE convention_id = ${convention} AND cible_type IN ('INSTANCE', 'REGLE')
      GROUP BY cible_ref) d ON d.cible_ref = i.ref
    WHERE i.convention_id = ${convention}
    ORDER BY i.ordre, i.id`
}

export interface LigneReunion extends ReunionActuelle {
  ref: string
  instanceId: number
  derogations: VueDerogation[]
}

/**
 * The meetings of a span of days, latest first, with the dérogations that stand. One SQL statement.
 * @param instance id of the only instance to read, or null for all
 */
export function readReunions(
  tx: Tx,
  convention: number,
  bornes: { debut: DateCivile; fin: DateCivile },
  instance: number | null,
): Promise<LigneReunion[]> {
  return tx.$queryRaw<LigneReunion[]>`
    SELECT r.id, r.ref, r.version, r.instance_id AS "instanceId", r.date::text, r.heure_debut AS "heureDebut", r.heure_fin AS "heureFin",
      r.lieu, r.objet, r.groupe, r.etat::text, r.motif_annulation AS "motifAnnulation", r.compte_rendu AS "compteRendu", r.figee,
      coalesce(d.derogations, '[]') AS derogations
    FROM reunion r
    LEFT JOIN (
      SELECT reunion_id, jsonb_agg(jsonb_build_object('regle', regle, 'motif', motif) ORDER BY id) AS derogations
      FROM derogation WHERE convention_id = ${convention} GROUP BY reunion_id) d ON d.reunion_id = r.id
    WHERE r.convention_id = ${convention} AND r.date BETWEEN ${bornes.debut}::date AND ${bornes.fin}::date
      AND (${instance}::int IS NULL OR r.instance_id = ${instance}::int)
    ORDER BY r.date DESC, r.id DESC`
}

/** Why the convention says nothing on a subject of governance, and what is doubtful of all its instances. One SQL statement. */
export async function readManques(tx: Tx, convention: number): Promise<Manques> {
  const [manques] = await tx.$queryRaw<Manques[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('sujet', sujet, 'raison', raison) ORDER BY ordre, id), '[]') FROM porte.lacune
        WHERE convention_id = ${convention} AND sujet IN ('GOUVERNANCE', 'FREQUENCES', 'REUNIONS')) AS lacunes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('champ', champ, 'citation', citation, 'lecture', lecture, 'raison', raison)
          ORDER BY ordre, id), '[]') FROM porte.reserve_ouverte
        WHERE convention_id = ${convention} AND cible_type IN ('INSTANCE', 'REGLE') AND cible_ref IS NULL) AS reserves`
  return manques ?? { lacunes: [], reserves: [] }
}
