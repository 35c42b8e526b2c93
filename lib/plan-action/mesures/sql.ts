import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlIndicateur, type IndicateurEcrit } from '@/lib/plan-action/fiche/sql/indicateurs'
import { sqlRenseignee } from '@/lib/plan-action/indicateurs/sql'
import type { EtatGrille } from '@/lib/plan-action/indicateurs/words'

/** The one statement of the grid, and what it gives. */

interface FicheGrille {
  id: number
  ref: string
  numero: string | null
  titre: string
}

interface LigneGrilleLue {
  fiche: FicheGrille | null
  indicateur: IndicateurEcrit
  parties: IndicateurEcrit[]
}

export interface GrilleLue {
  lignes: LigneGrilleLue[]
  comptes: { lignes: number; renseignees: number; proposees: number; filtrees: number; pages: number }
  fiches: FicheGrille[]
  axes: { ref: string; numero: string | null; titre: string }[]
  fournisseurs: string[]
  lacune: string | null
}

export interface DemandeGrille {
  annee: number
  fiche?: string
  axe?: string
  fournisseur?: string
  etat?: EtatGrille
  page: number
  /** lines on one page; a fiche is never cut */
  taille: number
}

/** True for a line `i` with a value, or a part with one, that waits to be confirmed. */
const sqlProposee = (id: number): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM mesure m JOIN indicateur s ON s.convention_id = m.convention_id AND s.id = m.indicateur_id
  WHERE m.convention_id = ${id} AND (s.id = i.id OR s.origine_id = i.id) AND m.etat = 'PROPOSEE')`

function sqlEtat(etat: EtatGrille | undefined): Prisma.Sql {
  if (etat === 'attendus') return Prisma.sql`NOT l.renseignee`
  if (etat === 'renseignes') return Prisma.sql`l.renseignee`
  return etat === 'proposes' ? Prisma.sql`l.proposee` : Prisma.sql`true`
}

/** The lines asked for, of one page, in the order of the document, with what they were split into and their values. */
export function sqlGrille(
  id: number,
  { annee, fiche, axe, fournisseur, etat, page, taille }: DemandeGrille,
): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE branche AS (
        SELECT a.id FROM axe a WHERE a.convention_id = ${id} AND a.ref = ${axe ?? ''}
        UNION SELECT a.id FROM axe a JOIN branche b ON a.parent_id = b.id WHERE a.convention_id = ${id}),
      l AS MATERIALIZED (
        SELECT i.id, i.fiche_action_id AS fiche, i.ordre, i.fournisseur, f.ref AS fiche_ref, f.axe_id, a.ordre AS axe_ordre, f.ordre AS fiche_ordre,
          (${sqlRenseignee(id, annee)}) AS renseignee, ${sqlProposee(id)} AS proposee
        FROM app.lignes_en_vigueur(${id}) i LEFT JOIN fiche_action f ON f.convention_id = ${id} AND f.id = i.fiche_action_id LEFT JOIN axe a ON a.convention_id = ${id} AND a.id = f.axe_id),
      r AS MATERIALIZED (
        SELECT l.* FROM l WHERE ${sqlEtat(etat)}
          AND (${fiche ?? null}::text IS NULL OR l.fiche_ref = ${fiche ?? null})
          AND (${axe ?? null}::text IS NULL OR l.axe_id IN (SELECT branche.id FROM branche))
          AND (${fournisseur ?? null}::text IS NULL OR l.fournisseur = ${fournisseur ?? null})),
      g AS (SELECT fiche, axe_ordre, fiche_ordre, count(*) AS n FROM r GROUP BY 1, 2, 3),
      p AS MATERIALIZED (SELECT fiche, 1 + floor((sum(n) OVER (ORDER BY axe_ordre NULLS LAST, fiche_ordre, fiche) - n) / ${taille}::int)::int AS page FROM g)
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'fiche', CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', f.titre) END,
          'indicateur', ${sqlIndicateur(id)},
          'parties', (SELECT coalesce(jsonb_agg(s.vu ORDER BY s.id), '[]') FROM (
            SELECT i.id, ${sqlIndicateur(id)} AS vu FROM indicateur i WHERE i.convention_id = ${id} AND i.origine_id = r.id) s))
          ORDER BY r.axe_ordre NULLS LAST, r.fiche_ordre, r.fiche, r.ordre, r.id), '[]')
        FROM r JOIN p ON p.fiche IS NOT DISTINCT FROM r.fiche JOIN indicateur i ON i.convention_id = ${id} AND i.id = r.id
        LEFT JOIN fiche_action f ON f.convention_id = ${id} AND f.id = r.fiche
        WHERE p.page = least(${page}::int, (SELECT max(p.page) FROM p))) AS lignes,
      (SELECT jsonb_build_object('lignes', count(*), 'renseignees', count(*) FILTER (WHERE l.renseignee), 'proposees', count(*) FILTER (WHERE l.proposee),
        'filtrees', (SELECT count(*) FROM r), 'pages', (SELECT coalesce(max(p.page), 1) FROM p)) FROM l) AS comptes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', f.titre) ORDER BY a.ordre, f.ordre, f.id), '[]')
        FROM fiche_action f JOIN axe a ON a.convention_id = ${id} AND a.id = f.axe_id WHERE f.convention_id = ${id} AND f.id IN (SELECT l.fiche FROM l)) AS fiches,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', a.ref, 'numero', a.numero, 'titre', a.titre) ORDER BY a.ordre, a.id), '[]')
        FROM axe a WHERE a.convention_id = ${id} AND a.plan_id = (SELECT p.id FROM app.plan_en_vigueur(${id}) p) AND a.parent_id IS NULL) AS axes,
      (SELECT coalesce(jsonb_agg(DISTINCT l.fournisseur), '[]') FROM l WHERE l.fournisseur IS NOT NULL) AS fournisseurs,
      (SELECT n.raison FROM porte.lacune n WHERE n.convention_id = ${id} AND n.sujet = 'INDICATEURS' ORDER BY n.ordre LIMIT 1) AS lacune`
}
