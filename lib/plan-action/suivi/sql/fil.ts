import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { buildChangements } from '../rules/fil'
import type {
  ChangementsFil,
  CommentaireFil,
  ContributionFil,
  DecisionFil,
  EvenementFil,
  FilFiche,
  LigneFil,
} from '../types/fil'

/** The thread of a fiche, in one column of its statement. */

/** Events shown at first, and by each « Voir la suite ». */
const TAILLE_FIL = 12

/** The rows whose changes the thread tells; comments, decisions and contributions are told by themselves. */
const OBJETS = [
  'fiche_action',
  'etape',
  'pilotage',
  'fiche_theme',
  'fiche_commune',
  'ligne_budget',
  'lien_fiche',
  'fiche_document',
  'indicateur',
  'mesure',
  'cible_indicateur',
  'accord_mesure',
  'appreciation',
  'invitation_fiche',
]

type ChangementsLus = Omit<ChangementsFil, 'changements'> & { lignes: LigneFil[] }
type EvenementLu = ChangementsLus | CommentaireFil | DecisionFil | ContributionFil

export interface FilLu {
  total: number
  evenements: EvenementLu[]
}

export interface DemandeFil {
  /** who asks */
  acteur: number
  today: DateCivile
  /** how many pages are shown */
  pages: number
  /** a comment that must be among what is shown */
  mention: number | null
}

const instant = (colonne: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`to_char(${colonne} AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI')`

/** What a line of the journal is about, in words. */
const sqlSujet = (id: number): Prisma.Sql => Prisma.sql`CASE j.objet
  WHEN 'etape' THEN coalesce((SELECT concat_ws('. ', e.numero, e.titre) FROM etape e WHERE e.convention_id = ${id} AND e.id = j.objet_id), j.libelle)
  WHEN 'indicateur' THEN coalesce((SELECT i.libelle FROM indicateur i WHERE i.convention_id = ${id} AND i.id = j.objet_id), j.libelle)
  WHEN 'mesure' THEN (SELECT i.libelle FROM indicateur i WHERE i.convention_id = ${id} AND i.id = coalesce((v.ligne ->> 'indicateur_id')::int, (SELECT m.indicateur_id FROM mesure m WHERE m.id = j.objet_id)))
  WHEN 'cible_indicateur' THEN (SELECT i.libelle FROM indicateur i WHERE i.convention_id = ${id} AND i.id = coalesce((v.ligne ->> 'indicateur_id')::int, (SELECT m.indicateur_id FROM cible_indicateur m WHERE m.id = j.objet_id)))
  WHEN 'accord_mesure' THEN (SELECT p.organisme FROM porte.partie p WHERE p.convention_id = ${id} AND p.id = (v.ligne ->> 'organisme_id')::int)
  WHEN 'fiche_theme' THEN (SELECT t.nom FROM theme_afas t WHERE t.code = v.ligne ->> 'theme_code')
  WHEN 'fiche_commune' THEN (SELECT t.nom FROM porte.commune_territoire t WHERE t.convention_id = ${id} AND t.id = (v.ligne ->> 'commune_id')::int)
  WHEN 'fiche_document' THEN (SELECT d.titre FROM porte.document d WHERE d.convention_id = ${id} AND d.id = (v.ligne ->> 'document_id')::int)
  WHEN 'ligne_budget' THEN coalesce((SELECT concat_ws(', ', b.annee::text, b.financeur) FROM ligne_budget b WHERE b.convention_id = ${id} AND b.id = j.objet_id), v.ligne ->> 'financeur')
  WHEN 'appreciation' THEN coalesce((SELECT a.cote::text FROM appreciation a WHERE a.convention_id = ${id} AND a.id = j.objet_id), v.ligne ->> 'cote')
  ELSE j.libelle END`

const sqlTexte = (colonne: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT jsonb_object_agg(t.key, t.value) FROM jsonb_each_text(${colonne}) t)`

const sqlLignes = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_agg(jsonb_build_object('id', j.id, 'objet', j.objet, 'objetId', j.objet_id, 'sujet', ${sqlSujet(id)}, 'avant', ${sqlTexte(Prisma.sql`j.avant`)}, 'apres', ${sqlTexte(Prisma.sql`j.apres`)}) ORDER BY j.id)
  FROM journal j CROSS JOIN LATERAL (SELECT coalesce(j.apres, j.avant) AS ligne) v WHERE j.id = ANY (x.lignes))`

const sqlChangements = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('genre', 'CHANGEMENT', 'instant', ${instant(Prisma.sql`j.instant`)}, 'cle', 'j' || x.rang, 'auteur', u.nom, 'motif', j.motif, 'lignes', ${sqlLignes(id)})
  FROM journal j LEFT JOIN utilisateur u ON u.id = j.utilisateur_id WHERE j.id = x.rang)`

const sqlCommentaire = (id: number, acteur: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('genre', 'COMMENTAIRE', 'instant', ${instant(Prisma.sql`c.cree_le`)}, 'cle', 'c' || c.id, 'id', c.id, 'auteur', v.auteur, 'fonction', v.fonction,
    'visibilite', c.visibilite, 'texte', c.texte, 'cites', to_jsonb(coalesce(v.cites, '{}')), 'mien', c.auteur_id = ${acteur}::int,
    'nonLu', EXISTS (SELECT FROM mention m WHERE m.convention_id = ${id} AND m.commentaire_id = c.id AND m.utilisateur_id = ${acteur}::int AND m.lu_le IS NULL))
  FROM commentaire c LEFT JOIN app.voix_commentaires(${id}::int, f.id) v ON v.commentaire_id = c.id WHERE c.convention_id = ${id} AND c.id = x.rang)`

const sqlDecision = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('genre', 'DECISION', 'instant', ${instant(Prisma.sql`x.instant`)}, 'cle', 'd' || d.id, 'auteur', NULL, 'texte', d.texte, 'etat', d.etat,
    'instance', d.instance, 'reunion', d.reunion, 'date', d.date)
  FROM porte.decision d WHERE d.convention_id = ${id} AND d.id = x.rang)`

const sqlContribution = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('genre', 'CONTRIBUTION', 'instant', ${instant(Prisma.sql`b.instant`)}, 'cle', 'p' || b.id, 'auteur', b.nom, 'etat', b.etat, 'message', b.message,
    'motif', b.motif, 'par', u.nom, 'le', ${instant(Prisma.sql`b.traitee_le`)})
  FROM contribution_fiche b LEFT JOIN utilisateur u ON u.id = b.traitee_par_id WHERE b.convention_id = ${id} AND b.id = x.rang)`

/**
 * Everything that happened to the fiche of alias `f`, newest first. One save is one event: its lines share their instant.
 * Each source gives what who asks may read: without the journal there remain the comments and the decisions.
 */
export function sqlFil(id: number, { acteur, today, pages, mention }: DemandeFil): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('total', coalesce(max(x.total), 0), 'evenements', coalesce(jsonb_agg(CASE x.genre WHEN 'j' THEN ${sqlChangements(id)} WHEN 'c' THEN ${sqlCommentaire(id, acteur)}
        WHEN 'd' THEN ${sqlDecision(id)} ELSE ${sqlContribution(id)} END ORDER BY x.place), '[]'))
    FROM (SELECT e.*, row_number() OVER (ORDER BY e.instant DESC, e.genre DESC, e.rang DESC)::int AS place, count(*) OVER ()::int AS total FROM (
        SELECT 'j' AS genre, j.instant, max(j.id) AS rang, array_agg(j.id) AS lignes FROM journal j
          WHERE j.convention_id = ${id} AND j.fiche_action_id = f.id AND j.objet = ANY (${OBJETS}::text[]) GROUP BY j.instant, j.utilisateur_id, j.operation, j.motif
        UNION ALL SELECT 'c', c.cree_le, c.id, NULL FROM commentaire c WHERE c.convention_id = ${id} AND c.fiche_action_id = f.id
        UNION ALL SELECT 'd', coalesce(d.appliquee_le, d.date::timestamp AT TIME ZONE 'Europe/Paris'), d.id, NULL FROM porte.decision d
          WHERE d.convention_id = ${id} AND d.etat_reunion <> 'ANNULEE' AND (d.appliquee_le IS NOT NULL OR d.date <= ${today}::date)
            AND (d.fiche_action_id = f.id OR d.indicateur_id IN (SELECT n.id FROM indicateur n WHERE n.convention_id = ${id} AND n.fiche_action_id = f.id))
        UNION ALL SELECT 'p', b.instant, b.id, NULL FROM contribution_fiche b WHERE b.convention_id = ${id} AND b.fiche_action_id = f.id) e) x
    WHERE x.place <= ${pages * TAILLE_FIL}::int
      OR x.instant >= (SELECT c.cree_le FROM commentaire c WHERE c.convention_id = ${id} AND c.fiche_action_id = f.id AND c.id = ${mention}::int))`
}

/** The thread in words; a save that changed nothing a person reads is left out. */
export function buildFil({ total, evenements }: FilLu): FilFiche {
  const vus = evenements.flatMap((evenement): EvenementFil[] => {
    if (evenement.genre !== 'CHANGEMENT') return [evenement]
    const { lignes, ...reste } = evenement
    const changements = buildChangements(lignes)
    return changements.length > 0 ? [{ ...reste, changements }] : []
  })
  return { evenements: vus, total: total - (evenements.length - vus.length) }
}
