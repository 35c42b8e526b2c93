import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import type { AffairesTenues, DerniereCloture, Siege } from './types'

/** Every seat of the convention, in the order of its instances, ended ones included. One SQL statement. */
export function readSieges(tx: Tx, convention: number): Promise<Siege[]> {
  return tx.$queryRaw<Siege[]>`
    SELECT m.id, m.version, jsonb_build_object('ref', i.ref, 'nom', i.nom) AS instance, m.libelle, m.fonction, m.personne,
      nullif(app.plier(m.personne), '') AS cle, m.suppleant, m.coanimation, m.voix::text,
      CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('ref', p.ref, 'nom', p.nom,
        'college', CASE WHEN p.type IN ('CAF', 'EPCI', 'COMMUNE') THEN p.type::text ELSE 'AUTRES' END) END AS organisme,
      m.debut::text, m.fin::text, m.motif_fin AS "motifFin"
    FROM membre m
    JOIN instance i ON i.convention_id = m.convention_id AND i.id = m.instance_id
    LEFT JOIN porte.partie p ON p.convention_id = m.convention_id AND p.id = m.organisme_id
    WHERE m.convention_id = ${convention}
    ORDER BY i.ordre, i.id, m.ordre, m.id`
}

type LigneAffaires = AffairesTenues & { cle: string }

/**
 * What these people hold beside their seats, by folded name: open decisions, points of planned meetings, fiches they
 * lead as written, seats where they stand in, accounts. One SQL statement. Accounts and roles are those that whoever
 * asks may see.
 * @param cles folded names
 */
export async function readAffaires(
  tx: Tx,
  convention: number,
  cles: readonly string[],
  today: DateCivile,
): Promise<Map<string, AffairesTenues>> {
  if (cles.length === 0) return new Map()
  const lignes = await tx.$queryRaw<LigneAffaires[]>`
    WITH q AS MATERIALIZED (SELECT DISTINCT x AS cle FROM unnest(${[...cles]}::text[]) x)
    SELECT q.cle,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'version', d.version, 'texte', d.texte, 'reunion', r.ref, 'instance', n.nom, 'date', r.date,
          'echeance', d.echeance) ORDER BY r.date, d.id), '[]')
        FROM decision d JOIN point_ordre_du_jour p ON p.convention_id = d.convention_id AND p.id = d.point_id
        JOIN reunion r ON r.convention_id = p.convention_id AND r.id = p.reunion_id JOIN instance n ON n.convention_id = r.convention_id AND n.id = r.instance_id
        WHERE d.convention_id = ${convention} AND r.etat <> 'ANNULEE' AND app.plier(d.responsable) = q.cle AND app.decision_ouverte(d.etat, d.decidee_par_id, d.realisee_le)) AS decisions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'titre', p.titre, 'reunion', r.ref, 'instance', n.nom, 'date', r.date) ORDER BY r.date, p.ordre, p.id), '[]')
        FROM point_ordre_du_jour p JOIN reunion r ON r.convention_id = p.convention_id AND r.id = p.reunion_id JOIN instance n ON n.convention_id = r.convention_id AND n.id = r.instance_id
        WHERE p.convention_id = ${convention} AND r.etat = 'PREVUE' AND NOT r.figee AND app.plier(p.presentateur) = q.cle) AS points,
      (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('ref', f.ref, 'numero', f.numero, 'titre', coalesce(f.titre_court, f.titre), 'texte', g.texte)), '[]')
        FROM porte.pilotage g JOIN app.fiches_en_vigueur(${convention}) f ON f.id = g.fiche_action_id
        WHERE g.convention_id = ${convention} AND g.role IN ('PILOTE', 'PORTEUR') AND f.statut NOT IN ('REALISEE', 'ABANDONNEE')
          AND ' ' || app.plier(g.texte) || ' ' LIKE '% ' || q.cle || ' %') AS fiches,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'instance', jsonb_build_object('ref', i.ref, 'nom', i.nom), 'titulaire', coalesce(s.personne, s.libelle)) ORDER BY i.ordre, s.ordre), '[]')
        FROM membre s JOIN instance i ON i.convention_id = s.convention_id AND i.id = s.instance_id
        WHERE s.convention_id = ${convention} AND app.plier(s.suppleant) = q.cle AND (s.fin IS NULL OR s.fin >= ${today}::date)) AS suppleances,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'nom', u.nom, 'roles', (
          SELECT coalesce(jsonb_agg(DISTINCT l.type), '[]') FROM role l WHERE l.utilisateur_id = u.id AND (l.fin IS NULL OR l.fin >= ${today}::date))) ORDER BY u.nom), '[]')
        FROM utilisateur u WHERE u.actif AND NOT u.systeme AND (app.plier(u.nom) = q.cle
          OR EXISTS (SELECT FROM membre b WHERE b.convention_id = ${convention} AND b.utilisateur_id = u.id AND app.plier(b.personne) = q.cle))) AS comptes
    FROM q`
  return new Map(lignes.map(({ cle, ...affaires }) => [cle, affaires]))
}

/** One row that an ending of mandates changed, or added. */
export interface LigneCloture {
  objet: 'membre' | 'decision' | 'point_ordre_du_jour'
  id: number
  /** Null for a mandate that took over. */
  avant: Record<string, unknown> | null
  apres: Record<string, unknown>
}

export interface ClotureLue extends DerniereCloture {
  lignes: LigneCloture[]
}

/**
 * The latest ending of mandates that still stands, with every row it wrote: those that the journal holds at its
 * instant, by the same person. One SQL statement; the journal answers those who coordinate.
 */
export async function readDerniereCloture(tx: Tx, convention: number): Promise<ClotureLue | null> {
  const [cloture] = await tx.$queryRaw<ClotureLue[]>`
    WITH c AS MATERIALIZED (
      SELECT j.id, j.instant, j.utilisateur_id, j.motif, j.apres FROM journal j
      JOIN membre m ON m.convention_id = j.convention_id AND m.id = j.objet_id AND m.motif_fin IS NOT NULL
      WHERE j.convention_id = ${convention} AND j.objet = 'membre' AND j.operation = 'mandat.ecrire' AND j.avant IS NOT NULL AND j.apres ->> 'motif_fin' IS NOT NULL
      ORDER BY j.id DESC LIMIT 1),
    l AS MATERIALIZED (
      SELECT j.* FROM journal j, c WHERE j.convention_id = ${convention} AND j.instant = c.instant AND j.utilisateur_id IS NOT DISTINCT FROM c.utilisateur_id
        AND j.operation = 'mandat.ecrire' AND j.objet IN ('membre', 'decision', 'point_ordre_du_jour') AND j.apres IS NOT NULL)
    SELECT c.id, (c.instant AT TIME ZONE 'Europe/Paris')::date::text AS jour, coalesce(c.apres ->> 'motif_fin', c.motif, '') AS motif,
      (SELECT max(m.fin)::text FROM l JOIN membre m ON m.convention_id = ${convention} AND m.id = l.objet_id WHERE l.objet = 'membre' AND l.avant IS NOT NULL) AS fin,
      (SELECT coalesce(jsonb_agg(DISTINCT coalesce(m.personne, m.libelle)), '[]') FROM l JOIN membre m ON m.convention_id = ${convention} AND m.id = l.objet_id
        WHERE l.objet = 'membre' AND l.avant IS NOT NULL) AS personnes,
      (SELECT count(*)::int FROM l WHERE l.objet = 'membre' AND l.avant IS NOT NULL) AS mandats,
      (SELECT jsonb_agg(jsonb_build_object('objet', l.objet, 'id', l.objet_id, 'avant', l.avant, 'apres', l.apres) ORDER BY l.id) FROM l) AS lignes
    FROM c`
  return cloture ?? null
}
