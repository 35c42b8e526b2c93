import fc from 'fast-check'
import type pg from 'pg'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

/** A plan made at random, written by the owner of the database: what a list is tried on. */

const MOTS = [
  'parentalité',
  'logement',
  'jeunesse',
  'piscine',
  'médiathèque',
  'guichet',
  'accueil',
  'petite enfance',
  'rentrée',
  'coordination',
] as const
export const PILOTES = [
  'Commune d’Essai',
  'CCVA : facilitateur ?',
  'Selon les modalités',
  'Association L’Exemple',
] as const

export interface FicheGeneree {
  axe: number
  numero: string | null
  titre: string
  statut: (typeof STATUTS)[number]
  fin: string | null
  enjeu: boolean | null
  aRediger: boolean
  pilotages: { role: 'PILOTE' | 'PORTEUR' | 'PARTENAIRE'; texte: string; aDefinir: boolean }[]
  themes: string[]
  communes: number[]
  etapes: string[]
  /** days since somebody wrote on it, null when nobody ever did */
  suivi: number | null
  /** lines of indicators: what each holds for the year in view */
  lignes: ('RIEN' | 'CONFIRMEE' | 'PROPOSEE' | 'PARTS_TOUTES' | 'PARTS_UNE')[]
}

const titre = fc.uniqueArray(fc.constantFrom(...MOTS), { minLength: 1, maxLength: 3 }).map((mots) => mots.join(' '))
const pilotage = fc.record({
  role: fc.constantFrom('PILOTE', 'PORTEUR', 'PARTENAIRE'),
  texte: fc.constantFrom(...PILOTES),
  aDefinir: fc.boolean(),
})

export const ficheGeneree: fc.Arbitrary<FicheGeneree> = fc.record({
  axe: fc.nat(3),
  numero: fc.option(
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 12 })).map((paire) => paire.join('.')),
  ),
  titre,
  statut: fc.constantFrom(...STATUTS),
  fin: fc.option(fc.constantFrom('2023-12-31', '2024-06-14', '2024-06-15', '2024-08-01', '2026-12-31')),
  enjeu: fc.constantFrom(true, false, null),
  aRediger: fc.boolean(),
  pilotages: fc.array(pilotage, { maxLength: 3 }),
  themes: fc.uniqueArray(fc.constantFrom('PARENTALITE', 'PETITE_ENFANCE', 'GLOBAL'), { maxLength: 2 }),
  communes: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  etapes: fc.array(fc.constantFrom(...MOTS), { maxLength: 2 }),
  suivi: fc.option(fc.constantFrom(0, 90, 91, 400)),
  lignes: fc.array(fc.constantFrom('RIEN', 'CONFIRMEE', 'PROPOSEE', 'PARTS_TOUTES', 'PARTS_UNE'), { maxLength: 2 }),
})

export interface PlanGenere {
  convention: number
  /** ids of the fiches, in the order of what was generated */
  fiches: number[]
  /** refs: 'a' and 'b' at the top, 'a-1' and 'a-2' below 'a' */
  axes: string[]
  communes: { id: number; code: string | null }[]
}

const first = <T>(rows: T[]): T => {
  if (rows[0] === undefined) throw new Error('no row')
  return rows[0]
}

/** Writes the plan in a convention that has none. */
export async function createPlanGenere(
  owner: pg.Client,
  slug: string,
  fiches: readonly FicheGeneree[],
  today: string,
): Promise<PlanGenere> {
  const { id: convention } = first(
    (await owner.query<{ id: number }>('SELECT id FROM convention WHERE slug = $1', [slug])).rows,
  )
  const { id: plan } = first(
    (
      await owner.query<{ id: number }>(
        `INSERT INTO plan_action (convention_id, numero_version, niveaux, nom_fiche, nom_etape) VALUES ($1, 1, ARRAY['Axe', 'Volet'], 'Fiche', 'Étape') RETURNING id`,
        [convention],
      )
    ).rows,
  )
  const axes = ['a', 'a-1', 'a-2', 'b']
  const idsAxes: number[] = []
  for (const [rang, ref] of axes.entries()) {
    const { rows } = await owner.query<{ id: number }>(
      'INSERT INTO axe (convention_id, plan_id, ref, parent_id, titre, ordre, objectifs) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id',
      [convention, plan, ref, ref.includes('-') ? idsAxes[0] : null, `Axe ${ref}`, rang, []],
    )
    idsAxes.push(first(rows).id)
  }
  const { rows: communes } = await owner.query<{ id: number; code: string | null }>(
    'SELECT id, code FROM territoire_commune WHERE convention_id = $1 ORDER BY ordre, id LIMIT 3',
    [convention],
  )
  const ids: number[] = []
  for (const [rang, fiche] of fiches.entries()) {
    const { rows } = await owner.query<{ id: number }>(
      `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, numero, titre, statut, periode_fin, enjeu_coordination, a_rediger, maj_le, ordre)
       VALUES ($1, $2, $3, $4, $5, $6, $7::statut_fiche, $8, $9, $10, ($11::date - $12::int + time '12:00') AT TIME ZONE 'Europe/Paris', $13) RETURNING id`,
      [
        convention,
        plan,
        idsAxes[fiche.axe],
        `f-${rang}`,
        fiche.numero,
        fiche.titre,
        fiche.statut,
        fiche.fin,
        fiche.enjeu,
        fiche.aRediger,
        today,
        fiche.suivi,
        rang,
      ],
    )
    const { id } = first(rows)
    ids.push(id)
    for (const [ordre, { role, texte, aDefinir }] of fiche.pilotages.entries()) {
      await owner.query(
        'INSERT INTO pilotage (convention_id, fiche_action_id, role, texte, a_definir, ordre) VALUES ($1, $2, $3::role_pilotage, $4, $5, $6)',
        [convention, id, role, texte, aDefinir, ordre],
      )
    }
    for (const theme of fiche.themes)
      await owner.query('INSERT INTO fiche_theme (convention_id, fiche_action_id, theme_code) VALUES ($1, $2, $3)', [
        convention,
        id,
        theme,
      ])
    for (const commune of fiche.communes)
      await owner.query('INSERT INTO fiche_commune (convention_id, fiche_action_id, commune_id) VALUES ($1, $2, $3)', [
        convention,
        id,
        communes[commune]?.id,
      ])
    for (const [ordre, nom] of fiche.etapes.entries())
      await owner.query(
        'INSERT INTO etape (convention_id, fiche_action_id, ref, titre, ordre) VALUES ($1, $2, $3, $4, $5)',
        [convention, id, `e-${rang}-${ordre}`, nom, ordre],
      )
    for (const [ordre, etat] of fiche.lignes.entries())
      await createLigne(owner, {
        convention,
        fiche: id,
        ref: `i-${rang}-${ordre}`,
        etat,
        annee: Number(today.slice(0, 4)),
      })
  }
  return { convention, fiches: ids, axes, communes }
}

async function createLigne(
  owner: pg.Client,
  {
    convention,
    fiche,
    ref,
    etat,
    annee,
  }: { convention: number; fiche: number; ref: string; etat: FicheGeneree['lignes'][number]; annee: number },
) {
  const insert = async (sa_ref: string, origine: number | null) =>
    first(
      (
        await owner.query<{ id: number }>(
          `INSERT INTO indicateur (convention_id, fiche_action_id, ref, libelle, nature, origine_id, ordre) VALUES ($1, $2, $3, $3, 'NOMBRE', $4, 0) RETURNING id`,
          [convention, fiche, sa_ref, origine],
        )
      ).rows,
    ).id
  const measure = (indicateur: number, valeur: 'CONFIRMEE' | 'PROPOSEE') =>
    owner.query(
      `INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur, etat) VALUES ($1, $2, 'année', make_date($3, 1, 1), make_date($3, 12, 31), 3, $4::etat_mesure)`,
      [convention, indicateur, annee, valeur],
    )
  const ligne = await insert(ref, null)
  if (etat === 'CONFIRMEE' || etat === 'PROPOSEE') await measure(ligne, etat)
  if (etat !== 'PARTS_TOUTES' && etat !== 'PARTS_UNE') return
  await measure(await insert(`${ref}-1`, ligne), 'CONFIRMEE')
  const seconde = await insert(`${ref}-2`, ligne)
  if (etat === 'PARTS_TOUTES') await measure(seconde, 'CONFIRMEE')
}
