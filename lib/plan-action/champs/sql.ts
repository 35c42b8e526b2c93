import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import type { ChampFiche, ValeursFiche } from './schema'

/** The fields of a fiche as they are edited, and who changed them last. */

/**
 * The fields of the fiche of alias `f`, as one jsonb in the form of {@link ValeursFiche}.
 * @param id id of the convention
 */
export const sqlChamps = (
  id: number,
): Prisma.Sql => Prisma.sql`jsonb_build_object('numero', f.numero, 'titre', f.titre, 'titreCourt', f.titre_court, 'contexte', f.contexte, 'objectifs', f.objectifs,
  'description', f.description, 'publicVise', f.public_vise, 'moyens', f.moyens, 'territoireTexte', f.territoire_texte,
  'periode', jsonb_build_object('texte', f.periode_texte, 'debut', f.periode_debut, 'fin', f.periode_fin), 'statut', f.statut,
  'avancement', jsonb_build_object('valeur', f.avancement, 'motif', f.avancement_motif), 'enjeuCoordination', f.enjeu_coordination, 'suivi', f.suivi,
  'redaction', jsonb_build_object('aRediger', f.a_rediger, 'motif', f.redaction_motif, 'echeance', f.redaction_echeance, 'avenant', f.redaction_avenant_id),
  'themes', (SELECT coalesce(jsonb_agg(x.theme_code ORDER BY t.ordre), '[]') FROM fiche_theme x JOIN theme_afas t ON t.code = x.theme_code
    WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id),
  'communes', (SELECT coalesce(jsonb_agg(c.commune_id ORDER BY c.commune_id), '[]') FROM fiche_commune c WHERE c.convention_id = ${id} AND c.fiche_action_id = f.id),
  'pilotages', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'texte', g.texte, 'organisme', g.organisme_id, 'aDefinir', g.a_definir) ORDER BY g.ordre, g.id), '[]')
    FROM pilotage g WHERE g.convention_id = ${id} AND g.fiche_action_id = f.id))`

/**
 * What the fields of a fiche hold now; null when it is not there. One SQL statement.
 * @param fiche id of the fiche
 */
export async function readChamps(tx: Tx, conventionId: number, fiche: number): Promise<ValeursFiche | null> {
  const [lue] = await tx.$queryRaw<{ valeurs: ValeursFiche }[]>(
    Prisma.sql`SELECT ${sqlChamps(conventionId)} AS valeurs FROM fiche_action f WHERE f.convention_id = ${conventionId} AND f.id = ${fiche}`,
  )
  return lue?.valeurs ?? null
}

/** What the journal calls a field: columns of the fiche, or a table of its own. */
const TRACES: Record<
  ChampFiche,
  { objet: 'fiche_action' | 'fiche_theme' | 'fiche_commune' | 'pilotage'; colonnes: string[] }
> = {
  numero: { objet: 'fiche_action', colonnes: ['numero'] },
  titre: { objet: 'fiche_action', colonnes: ['titre'] },
  titreCourt: { objet: 'fiche_action', colonnes: ['titre_court'] },
  contexte: { objet: 'fiche_action', colonnes: ['contexte'] },
  objectifs: { objet: 'fiche_action', colonnes: ['objectifs'] },
  description: { objet: 'fiche_action', colonnes: ['description'] },
  publicVise: { objet: 'fiche_action', colonnes: ['public_vise'] },
  moyens: { objet: 'fiche_action', colonnes: ['moyens'] },
  territoireTexte: { objet: 'fiche_action', colonnes: ['territoire_texte'] },
  periode: { objet: 'fiche_action', colonnes: ['periode_texte', 'periode_debut', 'periode_fin'] },
  statut: { objet: 'fiche_action', colonnes: ['statut'] },
  avancement: { objet: 'fiche_action', colonnes: ['avancement', 'avancement_motif'] },
  enjeuCoordination: { objet: 'fiche_action', colonnes: ['enjeu_coordination'] },
  suivi: { objet: 'fiche_action', colonnes: ['suivi'] },
  redaction: {
    objet: 'fiche_action',
    colonnes: ['a_rediger', 'redaction_motif', 'redaction_echeance', 'redaction_avenant_id'],
  },
  themes: { objet: 'fiche_theme', colonnes: [] },
  communes: { objet: 'fiche_commune', colonnes: [] },
  pilotages: { objet: 'pilotage', colonnes: [] },
}

export interface AuteurChamp {
  champ: ChampFiche
  auteur: string | null
  /** 'YYYY-MM-DD HH:MI' in Europe/Paris */
  instant: string
}

/**
 * Who last changed each of these fields, and when; a field the journal says nothing of is left out. One SQL statement.
 * PostgreSQL gives no line of the journal to somebody who may not read it.
 */
export async function listAuteurs(
  tx: Tx,
  conventionId: number,
  fiche: number,
  champs: readonly ChampFiche[],
): Promise<AuteurChamp[]> {
  const demandes = JSON.stringify(champs.map((champ) => ({ champ, ...TRACES[champ] })))
  return tx.$queryRaw<AuteurChamp[]>`
    SELECT d.champ, t.auteur, t.instant FROM jsonb_to_recordset(${demandes}::jsonb) AS d(champ text, objet text, colonnes text[])
    CROSS JOIN LATERAL (
      SELECT u.nom AS auteur, to_char(j.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant
      FROM journal j LEFT JOIN utilisateur u ON u.id = j.utilisateur_id
      WHERE j.convention_id = ${conventionId} AND j.fiche_action_id = ${fiche} AND j.objet = d.objet AND (d.objet <> 'fiche_action' OR j.apres ?| d.colonnes)
      ORDER BY j.id DESC LIMIT 1) t`
}
