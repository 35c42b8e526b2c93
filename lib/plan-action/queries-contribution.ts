import 'server-only'
import { defineQuery } from '@/lib/platform/query'
import { listContributionsSchema } from './schema-contribution'
import type { ContributionRecue } from './types-contribution'

/** Proposals that wait for an answer, oldest first, over the conventions one coordinates: at most fifty. One SQL statement. */
export const listContributions = defineQuery({
  nom: 'listContributions',
  operation: 'fiche.inviter',
  portee: 'GENERALE',
  input: listContributionsSchema,
  run: async ({ tx }): Promise<ContributionRecue[]> =>
    tx.$queryRaw<ContributionRecue[]>`
      SELECT c.id, jsonb_build_object('slug', v.slug, 'nom', v.nom) AS convention, jsonb_build_object('ref', f.ref, 'numero', f.numero, 'titre', f.titre) AS fiche,
        c.nom, to_char(c.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant, c.message,
        (jsonb_array_length(c.contenu -> 'etapes') + (SELECT count(*) FROM jsonb_object_keys(c.contenu -> 'champs')))::int AS valeurs
      FROM contribution_fiche c JOIN convention v ON v.id = c.convention_id
        JOIN fiche_action f ON f.convention_id = c.convention_id AND f.id = c.fiche_action_id
      WHERE c.etat = 'PROPOSEE' ORDER BY c.instant, c.id LIMIT 50`,
})
