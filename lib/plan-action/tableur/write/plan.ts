import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Ecritures } from '../types/contexte'
import type { PilotagePlan, PlanPlat } from '../rules/lignes'
import { parseAccordPlat } from '../rules/accords'
import { SOURCES, sqlInsert, sqlInterne, sqlUpdate, TABLES_SQL, type TableSql } from '../sql'
import { isPareil } from '../rules/valeurs'
import type { LignePlate, TableTableur } from '../types/tableur'

/** Writes what an import decided, in the transaction of whoever confirms it: statements by the thousand rows, not by the row. */

const TRANCHE = 250

interface Cible {
  convention: number
  plan: number
  auteur: number
  onAvance: (lignes: number) => void
}

async function slice<T>(
  lignes: readonly T[],
  { onAvance }: Cible,
  write: (json: string, lot: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let i = 0; i < lignes.length; i += TRANCHE) {
    const lot = lignes.slice(i, i + TRANCHE)
    await write(JSON.stringify(lot), lot)
    onAvance(lot.length)
  }
}

async function writePlan(tx: Tx, convention: number, { creees, changees }: Ecritures): Promise<number> {
  const [cree] = creees.PLAN
  const [change] = changees.PLAN
  const ligne = JSON.stringify(cree ?? change ?? {})
  if (cree) {
    await tx.$executeRaw`
      INSERT INTO plan_action (convention_id, titre, niveaux, nom_fiche, nom_etape, texte, raison_sans_fiche, numerotation, prefixe)
      SELECT ${convention}, d.titre, d.niveaux, d."nomFiche", d."nomEtape", d.texte, d."raisonSansFiche", d.numerotation, d.prefixe
      FROM jsonb_to_record(${ligne}::jsonb) AS d(titre text, niveaux text[], "nomFiche" text, "nomEtape" text, texte text, "raisonSansFiche" text, numerotation numerotation_plan, prefixe text)`
  } else if (change) {
    await tx.$executeRaw`
      UPDATE plan_action p SET titre = d.titre, niveaux = d.niveaux, nom_fiche = d."nomFiche", nom_etape = d."nomEtape", texte = d.texte, raison_sans_fiche = d."raisonSansFiche", numerotation = d.numerotation, prefixe = d.prefixe, version = p.version + 1
      FROM jsonb_to_record(${ligne}::jsonb) AS d(titre text, niveaux text[], "nomFiche" text, "nomEtape" text, texte text, "raisonSansFiche" text, numerotation numerotation_plan, prefixe text)
      WHERE p.convention_id = ${convention} AND p.id = (SELECT v.id FROM app.plan_en_vigueur(${convention}) v)`
  }
  const [plan] = await tx.$queryRaw<{ id: number }[]>`SELECT p.id FROM app.plan_en_vigueur(${convention}) p`
  if (!plan) throw new Error('no plan to write into')
  return plan.id
}

/** New rows come after those that are there, in the order of the file. */
async function readOrdre(tx: Tx, { nom, ordre }: TableSql, convention: number): Promise<number> {
  if (!ordre) return 0
  const [dernier] = await tx.$queryRaw<{ ordre: number }[]>`
    SELECT coalesce(max(ordre) + 1, 0)::int AS ordre FROM ${SOURCES[nom]} WHERE convention_id = ${convention}`
  return dernier?.ordre ?? 0
}

async function writeTable(
  tx: Tx,
  table: keyof typeof TABLES_SQL,
  { creees, changees }: Ecritures,
  cible: Cible,
): Promise<void> {
  const definition = TABLES_SQL[table]
  const { convention } = cible
  if (creees[table].length > 0) {
    const depart = await readOrdre(tx, definition, convention)
    await slice(
      creees[table].map((ligne, i) => ({ ...ligne, ordre: depart + i })),
      cible,
      (json) => tx.$executeRaw(sqlInsert(definition, cible, json)),
    )
  }
  await slice(changees[table], cible, (json) => tx.$executeRaw(sqlUpdate(definition, convention, json)))
  for (const interne of definition.internes ?? []) {
    const lies = [...creees[table].filter((ligne) => (ligne[interne.cle] ?? null) !== null), ...changees[table]]
    if (lies.length > 0) await tx.$executeRaw(sqlInterne(definition, interne, convention, JSON.stringify(lies)))
  }
}

/** Lists that hang on fiches: themes, communes, documents. Written whole where they changed. */
async function writeListes(tx: Tx, { creees, changees }: Ecritures, avant: PlanPlat, cible: Cible): Promise<void> {
  const { convention } = cible
  const actuelles = new Map(avant.lignes.FICHES.map((fiche) => [fiche.ref, fiche]))
  const change =
    (cle: string) =>
    (fiche: LignePlate): boolean =>
      !isPareil(fiche[cle] ?? [], actuelles.get(fiche.ref ?? null)?.[cle] ?? [])
  const fiches = [...creees.FICHES, ...changees.FICHES]
  const sansAvance = { ...cible, onAvance: () => {} }
  await slice(fiches.filter(change('themes')), sansAvance, async (json) => {
    await tx.$executeRaw`DELETE FROM fiche_theme x USING fiche_action f, jsonb_to_recordset(${json}::jsonb) AS d(ref text)
      WHERE x.convention_id = ${convention} AND f.convention_id = ${convention} AND f.ref = d.ref AND x.fiche_action_id = f.id`
    await tx.$executeRaw`INSERT INTO fiche_theme (convention_id, fiche_action_id, theme_code)
      SELECT ${convention}, f.id, t FROM jsonb_to_recordset(${json}::jsonb) AS d(ref text, themes text[]) JOIN fiche_action f ON f.convention_id = ${convention} AND f.ref = d.ref, unnest(d.themes) t`
  })
  await slice(fiches.filter(change('communes')), sansAvance, async (json) => {
    await tx.$executeRaw`DELETE FROM fiche_commune x USING fiche_action f, jsonb_to_recordset(${json}::jsonb) AS d(ref text)
      WHERE x.convention_id = ${convention} AND f.convention_id = ${convention} AND f.ref = d.ref AND x.fiche_action_id = f.id`
    await tx.$executeRaw`INSERT INTO fiche_commune (convention_id, fiche_action_id, commune_id)
      SELECT DISTINCT ON (f.id, n) ${convention}::int, f.id, c.id FROM jsonb_to_recordset(${json}::jsonb) AS d(ref text, communes text[]) JOIN fiche_action f ON f.convention_id = ${convention} AND f.ref = d.ref, unnest(d.communes) n
      JOIN porte.commune_territoire c ON c.convention_id = ${convention} AND c.nom = n ORDER BY f.id, n, c.id`
  })
  await slice(fiches.filter(change('documents')), sansAvance, async (json) => {
    await tx.$executeRaw`DELETE FROM fiche_document x USING fiche_action f, jsonb_to_recordset(${json}::jsonb) AS d(ref text)
      WHERE x.convention_id = ${convention} AND f.convention_id = ${convention} AND f.ref = d.ref AND x.fiche_action_id = f.id`
    await tx.$executeRaw`INSERT INTO fiche_document (convention_id, fiche_action_id, document_id)
      SELECT ${convention}, f.id, k.id FROM jsonb_to_recordset(${json}::jsonb) AS d(ref text, documents text[]) JOIN fiche_action f ON f.convention_id = ${convention} AND f.ref = d.ref, unnest(d.documents) n
      JOIN (SELECT id, row_number() OVER (ORDER BY ordre, id) AS rang FROM porte.document WHERE convention_id = ${convention}) k ON k.rang = n::int`
  })
}

async function writePilotages(tx: Tx, pilotages: ReadonlyMap<string, PilotagePlan[]>, cible: Cible): Promise<void> {
  const { convention } = cible
  await slice([...pilotages], { ...cible, onAvance: () => {} }, async (_json, lot) => {
    const refs = lot.map(([ref]) => ref)
    const lignes = JSON.stringify(
      lot.flatMap(([ref, liste]) => liste.map((pilotage, ordre) => ({ ...pilotage, ref, ordre }))),
    )
    // Who has an account on a line that stays keeps it.
    await tx.$executeRaw`
      WITH voulus AS (SELECT f.id AS fiche, d.role, d.texte, o.id AS organisme, d."aDefinir" AS a_definir, d.ordre
          FROM jsonb_to_recordset(${lignes}::jsonb) AS d(ref text, role role_pilotage, texte text, organisme text, "aDefinir" boolean, ordre int)
          JOIN fiche_action f ON f.convention_id = ${convention} AND f.ref = d.ref LEFT JOIN porte.partie o ON o.convention_id = ${convention} AND o.ref = d.organisme),
        retires AS (DELETE FROM pilotage g USING fiche_action f WHERE g.convention_id = ${convention} AND f.convention_id = ${convention} AND f.ref = ANY (${refs}::text[]) AND g.fiche_action_id = f.id
          RETURNING g.fiche_action_id, g.role, g.texte, g.utilisateur_id)
      INSERT INTO pilotage (convention_id, fiche_action_id, role, texte, organisme_id, utilisateur_id, a_definir, ordre)
      SELECT ${convention}, v.fiche, v.role, v.texte, v.organisme,
        (SELECT r.utilisateur_id FROM retires r WHERE r.fiche_action_id = v.fiche AND r.role = v.role AND r.texte = v.texte AND r.utilisateur_id IS NOT NULL LIMIT 1), v.a_definir, v.ordre
      FROM voulus v ORDER BY v.fiche, v.ordre`
  })
}

/** Parties that agreed to the values that were written. */
async function writeAccords(tx: Tx, { creees, changees }: Ecritures, convention: number): Promise<void> {
  const mesures = [...creees.MESURES, ...changees.MESURES].filter(({ accords }) => Array.isArray(accords))
  if (mesures.every(({ accords, place }) => place === undefined && Array.isArray(accords) && accords.length === 0))
    return
  const lignes = JSON.stringify(
    mesures.map(({ indicateur, periode, ventilation, accords }) => ({
      indicateur,
      periode,
      ventilation,
      accords: (Array.isArray(accords) ? accords : []).map(parseAccordPlat),
    })),
  )
  await tx.$executeRaw`
    WITH d AS (SELECT m.id AS mesure, d.accords FROM jsonb_to_recordset(${lignes}::jsonb) AS d(indicateur text, periode text, ventilation text, accords jsonb)
        JOIN indicateur i ON i.convention_id = ${convention} AND i.ref = d.indicateur
        JOIN LATERAL (SELECT m.id FROM mesure m WHERE m.convention_id = ${convention} AND m.indicateur_id = i.id AND m.periode_texte = d.periode AND m.ventilation IS NOT DISTINCT FROM d.ventilation ORDER BY m.id DESC LIMIT 1) m ON true),
      voulus AS (SELECT d.mesure, o.id AS organisme, a.le FROM d, jsonb_to_recordset(d.accords) AS a(organisme text, le date) JOIN porte.partie o ON o.convention_id = ${convention} AND o.ref = a.organisme),
      retires AS (DELETE FROM accord_mesure x USING d WHERE x.convention_id = ${convention} AND x.mesure_id = d.mesure AND NOT EXISTS (SELECT FROM voulus v WHERE v.mesure = x.mesure_id AND v.organisme = x.organisme_id))
    INSERT INTO accord_mesure (convention_id, mesure_id, organisme_id, le) SELECT ${convention}, mesure, organisme, le FROM voulus
    ON CONFLICT (mesure_id, organisme_id) DO UPDATE SET le = excluded.le WHERE accord_mesure.le IS DISTINCT FROM excluded.le`
}

const ORDRE = [
  'AXES',
  'FICHES',
  'ETAPES',
  'INDICATEURS',
  'CIBLES',
  'MESURES',
  'BUDGET',
  'LIENS',
] as const satisfies readonly TableTableur[]

/**
 * Writes all of it.
 * @param avant the plan that the import was judged against
 * @param onAvance told how many rows were just written
 */
export async function writeImport(
  tx: Tx,
  { convention, auteur }: { convention: number; auteur: number },
  ecritures: Ecritures,
  avant: PlanPlat,
  onAvance: (lignes: number) => void,
): Promise<void> {
  const plan = await writePlan(tx, convention, ecritures)
  const cible: Cible = { convention, plan, auteur, onAvance }
  for (const table of ORDRE) await writeTable(tx, table, ecritures, cible)
  await writeListes(tx, ecritures, avant, cible)
  await writePilotages(tx, ecritures.pilotages, cible)
  await writeAccords(tx, ecritures, convention)
}
