import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import type { EtatMesure } from '../rules/grille'
import type { ValeurMesure } from '../rules/mesure'
import type { Cote, NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** What the writing of values reads and writes: whole sets in one statement each. */

/** First key of the lock that stands for the indicators of a convention that hang on no fiche. */
const VERROU_CONVENTION = 7461

export interface IndicateurVise {
  id: number
  fiche: number | null
  libelle: string
  nature: NatureIndicateur
  unite: string | null
  source: string | null
  confirmation: Cote | null
  ventiles: string[]
  scinde: boolean
}

export interface MesureLue extends ValeurMesure {
  id: number
  version: number
  indicateur: number
  ventilation: string | null
  debut: string
  fin: string
  etat: EtatMesure
  source: string | null
  auteurId: number | null
  auteur: string | null
}

/** Locks what these indicators hang on, always in the same order: two people never wait for each other. */
export async function lockIndicateurs(tx: Tx, conventionId: number, ids: readonly number[]): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(${VERROU_CONVENTION}::int, ${conventionId}::int)::text
    FROM (SELECT 1 FROM indicateur WHERE convention_id = ${conventionId} AND id = ANY(${ids}::int[]) AND fiche_action_id IS NULL LIMIT 1) sans`
  await tx.$queryRaw`
    SELECT id FROM fiche_action WHERE convention_id = ${conventionId}
      AND id IN (SELECT fiche_action_id FROM indicateur WHERE convention_id = ${conventionId} AND id = ANY(${ids}::int[]))
    ORDER BY id FOR NO KEY UPDATE`
}

/** The indicators of this convention among these. */
export async function readIndicateurs(
  tx: Tx,
  conventionId: number,
  ids: readonly number[],
): Promise<Map<number, IndicateurVise>> {
  const lus = await tx.$queryRaw<IndicateurVise[]>`
    SELECT i.id, i.fiche_action_id AS fiche, i.libelle, i.nature::text, i.unite, i.source, i.confirmation::text, coalesce(i.ventiles, '{}') AS ventiles,
      EXISTS (SELECT 1 FROM indicateur p WHERE p.convention_id = ${conventionId} AND p.origine_id = i.id) AS scinde
    FROM indicateur i WHERE i.convention_id = ${conventionId} AND i.id = ANY(${ids}::int[])`
  return new Map(lus.map((lu) => [lu.id, lu]))
}

/** The dated values of these indicators that begin on these days, oldest first. */
export function listMesures(
  tx: Tx,
  conventionId: number,
  ids: readonly number[],
  debuts: readonly string[],
): Promise<MesureLue[]> {
  return tx.$queryRaw<MesureLue[]>`
    SELECT m.id, m.version, m.indicateur_id AS indicateur, m.ventilation, m.debut::text, m.fin::text, m.etat::text, m.source, m.auteur_id AS "auteurId", u.nom AS auteur,
      trim_scale(m.valeur)::text AS valeur, trim_scale(m.valeur_prevue)::text AS prevue, m.texte
    FROM mesure m LEFT JOIN utilisateur u ON u.id = m.auteur_id
    WHERE m.convention_id = ${conventionId} AND m.indicateur_id = ANY(${ids}::int[]) AND m.debut = ANY(${debuts}::date[]) AND m.fin IS NOT NULL
    ORDER BY m.id`
}

export interface MesureAEcrire extends ValeurMesure {
  /** null: a new row */
  id: number | null
  indicateur: number
  ventilation: string | null
  periode: string
  debut: string
  fin: string
  etat: EtatMesure
  motif: string | null
  /** undefined: what was there */
  source: string | null | undefined
  /** whoever writes confirms it */
  confirmee: boolean
}

const colonnes = Prisma.sql`(id int, indicateur int, ventilation text, periode text, debut date, fin date, valeur numeric, prevue numeric, texte text, etat text, motif text, source text, "garderSource" boolean, confirmee boolean)`

/** Adds these rows; gives the id of each, by what names its cell. */
export function insertMesures(
  tx: Tx,
  conventionId: number,
  auteur: number,
  mesures: readonly MesureAEcrire[],
): Promise<{ id: number; indicateur: number; ventilation: string | null; debut: string; fin: string }[]> {
  if (mesures.length === 0) return Promise.resolve([])
  return tx.$queryRaw`
    INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur, valeur_prevue, texte, source, ventilation, etat, motif, auteur_id, confirmee_par_id, confirmee_le)
    SELECT ${conventionId}::int, x.indicateur, x.periode, x.debut, x.fin, x.valeur, x.prevue, x.texte, x.source, x.ventilation, x.etat::etat_mesure, x.motif, ${auteur}::int,
      CASE WHEN x.confirmee THEN ${auteur}::int END, CASE WHEN x.confirmee THEN now() END
    FROM jsonb_to_recordset(${JSON.stringify(mesures)}::jsonb) AS x ${colonnes}
    RETURNING id, indicateur_id AS indicateur, ventilation, debut::text, fin::text`
}

/** Writes these rows over those of the same id. */
export async function updateMesures(
  tx: Tx,
  conventionId: number,
  auteur: number,
  mesures: readonly MesureAEcrire[],
): Promise<void> {
  if (mesures.length === 0) return
  const lignes = mesures.map((mesure) => ({ ...mesure, garderSource: mesure.source === undefined }))
  await tx.$executeRaw`
    UPDATE mesure m SET valeur = x.valeur, valeur_prevue = x.prevue, texte = x.texte, etat = x.etat::etat_mesure, motif = x.motif, auteur_id = ${auteur}::int, version = m.version + 1,
      source = CASE WHEN x."garderSource" THEN m.source ELSE x.source END,
      confirmee_par_id = CASE WHEN x.confirmee THEN ${auteur}::int END, confirmee_le = CASE WHEN x.confirmee THEN now() END
    FROM jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) AS x ${colonnes} WHERE m.convention_id = ${conventionId} AND m.id = x.id`
}

export async function removeMesures(tx: Tx, conventionId: number, ids: readonly number[]): Promise<void> {
  if (ids.length > 0)
    await tx.$executeRaw`DELETE FROM mesure WHERE convention_id = ${conventionId} AND id = ANY(${ids}::int[])`
}

/** Says who agreed to these values, instead of what was said before; false when one of them is not of this convention. */
export async function updateAccords(
  tx: Tx,
  conventionId: number,
  accords: readonly { mesure: number; organismes: number[] }[],
  le: string,
): Promise<boolean> {
  if (accords.length === 0) return true
  const voulus = accords.flatMap(({ mesure, organismes }) =>
    [...new Set(organismes)].map((organisme) => ({ mesure, organisme })),
  )
  const ids = accords.map(({ mesure }) => mesure)
  await tx.$executeRaw`
    DELETE FROM accord_mesure a WHERE a.convention_id = ${conventionId} AND a.mesure_id = ANY(${ids}::int[])
      AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(voulus)}::jsonb) AS x (mesure int, organisme int) WHERE x.mesure = a.mesure_id AND x.organisme = a.organisme_id)`
  const [compte] = await tx.$queryRaw<{ n: number }[]>`
    WITH x AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(voulus)}::jsonb) AS x (mesure int, organisme int)),
      ajout AS (INSERT INTO accord_mesure (convention_id, mesure_id, organisme_id, le)
        SELECT o.convention_id, x.mesure, o.id, ${le}::date FROM x JOIN porte.partie o ON o.convention_id = ${conventionId} AND o.id = x.organisme
        ON CONFLICT DO NOTHING)
    SELECT count(*)::int AS n FROM x JOIN porte.partie o ON o.convention_id = ${conventionId} AND o.id = x.organisme`
  return compte?.n === voulus.length
}

/** The fiches were followed up today, though none of their own fields changed. */
export async function touchFiches(tx: Tx, conventionId: number, fiches: readonly (number | null)[]): Promise<void> {
  const ids = [...new Set(fiches.filter((fiche) => fiche !== null))]
  if (ids.length > 0)
    await tx.$executeRaw`UPDATE fiche_action SET maj_le = now() WHERE convention_id = ${conventionId} AND id = ANY(${ids}::int[])`
}
