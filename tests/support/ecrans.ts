import type pg from 'pg'
import { STATUTS, type StatutFiche } from '@/lib/plan-action/champs/words/statuts'
import type { EtatSchema, ModePoste, SituationPoste } from '@/lib/cooperation/schemas/types/regles'

/** What a convention holds so that its screens have every reason to differ, written by the owner of the database. */

const first = <T>(rows: T[]): T => {
  if (rows[0] === undefined) throw new Error('no row')
  return rows[0]
}

export const readConvention = async (owner: pg.Client, slug: string): Promise<number> =>
  first((await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [slug])).rows).id

interface DateeGeneree {
  id: number
  ref: string
  statut: StatutFiche
  fin: string | null
}

export interface FicheGeneree extends DateeGeneree {
  etape: DateeGeneree
}

/**
 * One fiche for each status and each place of its last day around a day, with an étape that has another status and
 * another day; and an older version of the plan, with a fiche and a line of indicator that no screen may count.
 */
export async function createFiches(
  owner: pg.Client,
  convention: number,
  jours: readonly (string | null)[],
): Promise<FicheGeneree[]> {
  const { id: plan } = first(
    (await owner.query<{ id: number }>('SELECT id FROM app.plan_en_vigueur($1)', [convention])).rows,
  )
  const { id: axe } = first(
    (await owner.query<{ id: number }>('SELECT min(id) AS id FROM axe WHERE plan_id = $1', [plan])).rows,
  )
  const { id: ancien } = first(
    (
      await owner.query<{ id: number }>(
        `INSERT INTO plan_action (convention_id, numero_version, niveaux) VALUES ($1, -1, ARRAY['Axe']) RETURNING id`,
        [convention],
      )
    ).rows,
  )
  const { id: vieil } = first(
    (
      await owner.query<{ id: number }>(
        `INSERT INTO axe (convention_id, plan_id, ref, titre, objectifs, ordre) VALUES ($1, $2, 'axe-ancien', 'Ancien', '{}', 0) RETURNING id`,
        [convention, ancien],
      )
    ).rows,
  )
  await owner.query(
    `WITH f AS (INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, titre, statut, periode_fin, ordre)
        VALUES ($1, $2, $3, 'fiche-ancienne', 'Ancienne', 'EN_COURS', '2025-02-01', 0) RETURNING id)
     INSERT INTO indicateur (convention_id, fiche_action_id, ref, libelle, nature, ordre) SELECT $1, f.id, 'ligne-ancienne', 'Ancienne', 'NOMBRE', 0 FROM f`,
    [convention, ancien, vieil],
  )
  const cas = STATUTS.flatMap((statut) => jours.map((fin) => ({ statut, fin })))
  const fiches: FicheGeneree[] = []
  for (const [rang, { statut, fin }] of cas.entries()) {
    const autre = cas[(rang * 7 + 5) % cas.length] ?? { statut, fin }
    const [ref, refEtape] = [`essai-${rang}`, `essai-${rang}-etape`]
    const { id } = first(
      (
        await owner.query<{ id: number }>(
          `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, titre, statut, periode_fin, maj_le, ordre)
           VALUES ($1, $2, $3, $4, $4, $5::statut_fiche, $6, '2026-10-01', $7) RETURNING id`,
          [convention, plan, axe, ref, statut, fin, 100 + rang],
        )
      ).rows,
    )
    const { id: etape } = first(
      (
        await owner.query<{ id: number }>(
          `INSERT INTO etape (convention_id, fiche_action_id, ref, titre, statut, periode_fin, ordre)
           VALUES ($1, $2, $3, $3, $4::statut_fiche, $5, 0) RETURNING id`,
          [convention, id, refEtape, autre.statut, autre.fin],
        )
      ).rows,
    )
    fiches.push({ id, ref, statut, fin, etape: { id: etape, ref: refEtape, ...autre } })
  }
  return fiches
}

export interface SchemaVoulu {
  ref: string
  etat: EtatSchema
  debut: string | null
  fin: string | null
  anterieur?: boolean
  total?: number
  lignes?: { libelle: string; quotite: number | null; situation: SituationPoste }[]
  postes?: {
    ligne: string | null
    quotite: number
    mode: ModePoste
    tenu?: { quotite: number; absent?: boolean; remplace?: number }
  }[]
}

/** Puts these schémas, and nothing else, in a convention. A post that is held is so since long before the day. */
export async function putSchemas(owner: pg.Client, convention: number, schemas: readonly SchemaVoulu[]): Promise<void> {
  await owner.query('BEGIN')
  await owner.query('DELETE FROM schema_cooperation WHERE convention_id = $1', [convention])
  for (const [
    ordre,
    { ref, etat, debut, fin, anterieur = false, total = 100, lignes = [], postes = [] },
  ] of schemas.entries()) {
    const { id: schema } = first(
      (
        await owner.query<{ id: number }>(
          `INSERT INTO schema_cooperation (convention_id, ref, libelle, debut, fin, total, etat, anterieur, ordre)
           VALUES ($1, $2, $2, $3, $4, $5::numeric / 100, $6::etat_schema, $7, $8) RETURNING id`,
          [convention, ref, debut, fin, total, etat, anterieur, ordre],
        )
      ).rows,
    )
    for (const [rang, { libelle, quotite, situation }] of lignes.entries()) {
      await owner.query(
        `INSERT INTO affectation (convention_id, schema_id, marge, libelle, quotite, situation, themes_texte, ordre)
         VALUES ($1, $2, 'PORTEUR', $3, $4::numeric / 100, $5::situation_poste, '{}', $6)`,
        [convention, schema, libelle, quotite, situation, rang],
      )
    }
    for (const [rang, { ligne, quotite, mode, tenu }] of postes.entries()) {
      const { id: poste } = first(
        (
          await owner.query<{ id: number }>(
            `INSERT INTO poste (convention_id, schema_id, affectation_id, ref, intitule, quotite, mode, ordre)
             VALUES ($1, $2, (SELECT id FROM affectation WHERE schema_id = $2 AND libelle = $3), $4, $4, $5::numeric / 100, $6::mode_poste, $7) RETURNING id`,
            [convention, schema, ligne, `${ref}-poste-${rang}`, quotite, mode, rang],
          )
        ).rows,
      )
      if (tenu) await hold(owner, convention, poste, tenu)
    }
  }
  await owner.query('COMMIT')
}

type Tenue = NonNullable<NonNullable<SchemaVoulu['postes']>[number]['tenu']>

async function hold(
  owner: pg.Client,
  convention: number,
  poste: number,
  { quotite, absent, remplace }: Tenue,
): Promise<void> {
  const occupy = async (nom: string, part: number, remplaceId: number | null): Promise<number> =>
    first(
      (
        await owner.query<{ id: number }>(
          `WITH k AS (INSERT INTO charge_cooperation (nom) VALUES ($3) RETURNING id)
           INSERT INTO occupation (convention_id, poste_id, charge_id, remplace_id, quotite, debut) SELECT $1, $2, k.id, $5, $4::numeric / 100, '2026-01-01' FROM k RETURNING id`,
          [convention, poste, nom, part, remplaceId],
        )
      ).rows,
    ).id
  const titulaire = await occupy(`Titulaire ${poste}`, quotite, null)
  if (absent) {
    await owner.query(`INSERT INTO absence (convention_id, occupation_id, debut) VALUES ($1, $2, '2026-01-01')`, [
      convention,
      titulaire,
    ])
  }
  if (remplace !== undefined) await occupy(`Relais ${poste}`, remplace, titulaire)
}
/** Makes every schéma of a convention a draft that no instance was asked about: work in progress of those who write. */
export async function hideSchemas(owner: pg.Client, slug: string): Promise<void> {
  const ici = `convention_id = (SELECT id FROM convention WHERE slug = $1)`
  await owner.query('BEGIN')
  // Meetings whose minutes are validated are frozen: nothing else could take their points away.
  await owner.query('SET LOCAL session_replication_role = replica')
  await owner.query(`UPDATE point_ordre_du_jour SET schema_id = NULL WHERE ${ici}`, [slug])
  await owner.query(
    `UPDATE decision SET schema_id = NULL, effet = NULL, appliquee_le = NULL WHERE ${ici} AND schema_id IS NOT NULL`,
    [slug],
  )
  await owner.query('COMMIT')
  await owner.query(`UPDATE schema_cooperation SET etat = 'BROUILLON' WHERE ${ici}`, [slug])
}
