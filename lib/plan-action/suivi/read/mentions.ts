import 'server-only'
import type { Acteur } from '@/lib/platform/identite/acces'
import type { Tx } from '@/lib/platform/db'
import { buildHrefMention } from '../rules/mentions'
import type { MentionVue } from '../types/suivi'

/** Mentions listed at most: older ones are read on their fiches. */
const MAXIMUM = 50

type MentionLue = Omit<MentionVue, 'href'>

/** The comments that name somebody and that they have not read yet, newest first; only those they may still read. */
export async function readMentions(tx: Tx, acteur: Acteur): Promise<MentionVue[]> {
  const lues = await tx.$queryRaw<MentionLue[]>`
    SELECT c.id AS commentaire, v.auteur, to_char(c.cree_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant, c.texte, c.visibilite::text,
      jsonb_build_object('slug', k.slug, 'nom', k.nom) AS convention,
      CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('id', f.id, 'ref', f.ref, 'numero', f.numero, 'titre', coalesce(f.titre_court, f.titre)) END AS fiche
    FROM mention m JOIN commentaire c ON c.convention_id = m.convention_id AND c.id = m.commentaire_id JOIN porte.convention k ON k.id = c.convention_id
    LEFT JOIN fiche_action f ON f.convention_id = c.convention_id AND f.id = c.fiche_action_id
    LEFT JOIN LATERAL app.voix_commentaires(c.convention_id, c.fiche_action_id) v ON v.commentaire_id = c.id
    WHERE m.utilisateur_id = ${acteur.id} AND m.lu_le IS NULL ORDER BY c.cree_le DESC, c.id DESC LIMIT ${MAXIMUM}::int`
  return lues.map((mention) => ({
    ...mention,
    href: buildHrefMention(mention.convention.slug, mention.fiche?.ref ?? null, mention.commentaire),
  }))
}
