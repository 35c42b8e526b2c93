import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { MentionFait } from '../rules/faits'

/**
 * Comments that name who asks and that they have not read, by convention: row-level security gives those they may still
 * read. They are theirs alone, and so in no situation. One SQL statement.
 */
export async function readMentionsToutes(tx: Tx, conventions: readonly number[]): Promise<Map<number, MentionFait[]>> {
  const lus = await tx.$queryRaw<{ convention: number; mentions: MentionFait[] }[]>`
    SELECT m.convention_id AS convention, jsonb_agg(jsonb_build_object('commentaire', m.commentaire_id, 'auteur', v.auteur, 'fiche', CASE WHEN f.id IS NOT NULL THEN
      jsonb_build_object('ref', f.ref, 'numero', f.numero, 'titre', f.titre_court) END) ORDER BY m.commentaire_id) AS mentions
    FROM porte.mention m LEFT JOIN porte.fiche f ON f.convention_id = m.convention_id AND f.id = m.fiche_action_id
    LEFT JOIN LATERAL app.voix_commentaires(m.convention_id, m.fiche_action_id) v ON v.commentaire_id = m.commentaire_id
    WHERE m.convention_id = ANY (${[...conventions]}::int[]) AND m.utilisateur_id = app.utilisateur_id() AND m.lu_le IS NULL
    GROUP BY 1`
  return new Map(lus.map(({ convention, mentions }) => [convention, mentions]))
}

/** The same, of one convention. */
export const readMentions = async (tx: Tx, convention: number): Promise<MentionFait[]> =>
  (await readMentionsToutes(tx, [convention])).get(convention) ?? []
