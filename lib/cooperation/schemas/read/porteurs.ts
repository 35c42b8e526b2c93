import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Whom a line may name: a party of the convention or a commune of its territory. */
export interface PorteurTrouve {
  organisme: number | null
  libelle: string
}

export type LecturePorteur = { ok: true; porteur: PorteurTrouve } | { ok: false; message: string }

/** The sentence for a commune that is not of the territory. */
export const formatHorsTerritoire = (nom: string): string =>
  `« ${nom} » n’est pas une commune du territoire de cette convention : choisissez une commune de la liste, ou complétez d’abord le territoire.`

/**
 * What free words name: a party or a commune of the territory when they are its name, otherwise the words as
 * they are. The name of a French commune that is not of the territory is refused, where a territory is known.
 */
export async function findPorteur(tx: Tx, conventionId: number, mots: string): Promise<LecturePorteur> {
  const [lu] = await tx.$queryRaw<
    { organisme: number | null; nom: string | null; territoire: string | null; connu: boolean; ailleurs: boolean }[]
  >`
    SELECT p.id AS organisme, p.nom, t.nom AS territoire,
      EXISTS (SELECT 1 FROM porte.commune_territoire WHERE convention_id = ${conventionId}) AS connu,
      EXISTS (SELECT 1 FROM commune WHERE recherche = app.plier(${mots})) AS ailleurs
    FROM (SELECT 1) une
    LEFT JOIN LATERAL (SELECT nom, code FROM porte.commune_territoire WHERE convention_id = ${conventionId} AND app.plier(nom) = app.plier(${mots}) ORDER BY ordre LIMIT 1) t ON true
    LEFT JOIN LATERAL (SELECT id, nom FROM porte.partie WHERE convention_id = ${conventionId}
      AND (app.plier(nom) = app.plier(${mots}) OR commune_code = t.code) ORDER BY ordre LIMIT 1) p ON true`
  if (lu?.organisme != null && lu.nom !== null)
    return { ok: true, porteur: { organisme: lu.organisme, libelle: lu.nom } }
  if (lu?.territoire != null) return { ok: true, porteur: { organisme: null, libelle: lu.territoire } }
  if (lu?.connu && lu.ailleurs) return { ok: false, message: formatHorsTerritoire(mots) }
  return { ok: true, porteur: { organisme: null, libelle: mots } }
}

/**
 * The parties and the communes asked for, in the order of the document; a commune that is a party is that party.
 * @returns what was found: fewer than asked when one is not of this convention
 */
export async function listPorteurs(
  tx: Tx,
  conventionId: number,
  organismes: number[],
  communes: string[],
): Promise<{ organismes: (PorteurTrouve & { organisme: number })[]; communes: (PorteurTrouve & { code: string })[] }> {
  const parties = await tx.$queryRaw<(PorteurTrouve & { organisme: number })[]>`
    SELECT id AS organisme, nom AS libelle FROM porte.partie WHERE convention_id = ${conventionId} AND id = ANY(${organismes}::int[]) ORDER BY ordre, id`
  const lieux = await tx.$queryRaw<(PorteurTrouve & { code: string })[]>`
    SELECT DISTINCT ON (t.ordre, t.id) t.code, p.id AS organisme, coalesce(p.nom, t.nom) AS libelle
    FROM porte.commune_territoire t LEFT JOIN porte.partie p ON p.convention_id = t.convention_id AND p.commune_code = t.code
    WHERE t.convention_id = ${conventionId} AND t.code = ANY(${communes}::text[]) ORDER BY t.ordre, t.id, p.ordre`
  return { organismes: parties, communes: lieux }
}
