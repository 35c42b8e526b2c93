import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { buildRef } from '@/lib/platform/ref'
import { echecs, type Echec, type ErreurChamp } from '@/lib/platform/resultat'
import { parseValeur } from '@/lib/plan-action/mesures/rules/mesure'
import { findPeriode, parsePeriodeMesure } from '@/lib/plan-action/mesures/rules/periode'
import type { DefinitionIndicateur } from './schema'
import type { Cote, Frequence, GenreVentilation } from './words'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'
import type { DefinitionVue } from './types'

/** What the writing of a definition reads and writes. */

export interface IndicateurVerrouille extends Omit<DefinitionVue, 'cibles'> {
  id: number
  fiche: number | null
  etape: number | null
  origine: number | null
  ordre: number
  version: number
  mesures: number
  parties: number
  /** decisions and points of an agenda about it */
  decisions: number
  /** parts of its breakdown that have values */
  ventilesMesures: string[]
  cibles: { periode: string; valeur: string | null; texte: string | null }[]
}

/** An indicator of this convention, its row locked; what it hangs on is locked before. */
export async function lockIndicateur(
  tx: Tx,
  conventionId: number,
  id: number,
): Promise<IndicateurVerrouille | undefined> {
  await tx.$queryRaw`
    SELECT f.id FROM fiche_action f JOIN indicateur i ON i.convention_id = f.convention_id AND i.fiche_action_id = f.id
    WHERE f.convention_id = ${conventionId} AND i.id = ${id} FOR NO KEY UPDATE OF f`
  const [lu] = await tx.$queryRaw<IndicateurVerrouille[]>`
    SELECT i.id, i.fiche_action_id AS fiche, i.etape_id AS etape, i.origine_id AS origine, i.ordre, i.version, i.libelle, i.note, i.nature::text, i.unite, i.sens,
      trim_scale(i.reference)::text AS reference, i.reference_texte AS "referenceTexte", trim_scale(i.cible)::text AS cible, i.cible_texte AS "cibleTexte",
      i.frequence::text, i.fournisseur, i.source, i.confirmation::text, i.ventilation, i.ventilation_genre::text AS "ventilationGenre", coalesce(i.ventiles, '{}') AS ventiles, i.evolution,
      (SELECT count(*)::int FROM mesure m WHERE m.convention_id = ${conventionId} AND m.indicateur_id = i.id) AS mesures,
      (SELECT count(*)::int FROM indicateur p WHERE p.convention_id = ${conventionId} AND p.origine_id = i.id) AS parties,
      (SELECT count(*)::int FROM porte.decision d WHERE d.convention_id = ${conventionId} AND d.indicateur_id = i.id)
        + (SELECT count(*)::int FROM porte.point p WHERE p.convention_id = ${conventionId} AND p.indicateur_id = i.id) AS decisions,
      (SELECT coalesce(jsonb_agg(DISTINCT m.ventilation), '[]') FROM mesure m WHERE m.convention_id = ${conventionId} AND m.indicateur_id = i.id AND m.ventilation IS NOT NULL) AS "ventilesMesures",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('periode', c.periode_texte, 'valeur', trim_scale(c.valeur)::text, 'texte', c.texte) ORDER BY c.debut NULLS LAST, c.id), '[]')
        FROM cible_indicateur c WHERE c.convention_id = ${conventionId} AND c.indicateur_id = i.id) AS cibles
    FROM indicateur i WHERE i.convention_id = ${conventionId} AND i.id = ${id} FOR NO KEY UPDATE OF i`
  return lu
}

export interface DefinitionLue extends Omit<DefinitionIndicateur, 'reference' | 'cible' | 'cibles'> {
  nature: NatureIndicateur
  frequence: Frequence | null
  confirmation: Cote | null
  ventilationGenre: GenreVentilation | null
  reference: string | null
  cible: string | null
  cibleTexte: string | null
  cibles: { periode: string; debut: string | null; fin: string | null; valeur: string | null; texte: string | null }[]
}

/** Reads the numbers of a definition by what it measures; words are kept as words where a target is one. */
export function readDefinition({
  reference,
  cible,
  cibles,
  ...reste
}: DefinitionIndicateur): { ok: true; definition: DefinitionLue } | Echec {
  const erreurs: ErreurChamp[] = []
  const lire = (champ: string, saisie: string, { mots }: { mots: boolean }) => {
    if (saisie === '') return { valeur: null, texte: null }
    const lue = parseValeur(reste.nature, saisie, reste.unite)
    if (lue.ok) return { valeur: lue.valeur, texte: lue.texte }
    // « maintien » or « une par commune » is a target too.
    if (mots && !/^[-\u2212+]?\d/.test(saisie)) return { valeur: null, texte: saisie }
    erreurs.push({ champ, message: lue.message })
    return { valeur: null, texte: null }
  }
  const base = lire('definition.reference', reference, { mots: false })
  const visee = lire('definition.cible', cible, { mots: true })
  const lues = cibles.map(({ periode, valeur }, rang) => {
    const bornes = parsePeriodeMesure(periode)
    return {
      periode,
      debut: bornes?.debut ?? null,
      fin: bornes?.fin ?? null,
      ...lire(`definition.cibles.${rang}.valeur`, valeur, { mots: true }),
    }
  })
  for (const [rang, { periode }] of cibles.entries()) {
    if (cibles.findIndex((une) => une.periode === periode) < rang)
      erreurs.push({
        champ: `definition.cibles.${rang}.periode`,
        message: 'Cette période a déjà une cible : gardez-en une.',
      })
  }
  if (erreurs.length > 0) return echecs.invalide(erreurs)
  const referenceTexte = base.texte
    ? [base.texte, reste.referenceTexte].filter(Boolean).join(', ')
    : reste.referenceTexte
  return {
    ok: true,
    definition: {
      ...reste,
      referenceTexte,
      reference: base.valeur,
      cible: visee.valeur,
      cibleTexte: visee.texte,
      cibles: lues,
    },
  }
}

const sameCible = (
  a: { valeur: string | null; texte: string | null } | undefined,
  b: { valeur: string | null; texte: string | null },
): boolean => a?.valeur === b.valeur && a.texte === b.texte

/** Whether these targets differ from those that were there. */
export function isCibleChangee(
  definition: DefinitionLue,
  avant: Pick<IndicateurVerrouille, 'cible' | 'cibleTexte' | 'cibles'> | null,
): boolean {
  if (avant === null) return definition.cible !== null || definition.cibleTexte !== null || definition.cibles.length > 0
  return (
    definition.cible !== avant.cible ||
    definition.cibleTexte !== avant.cibleTexte ||
    definition.cibles.length !== avant.cibles.length ||
    definition.cibles.some(
      (une) =>
        !sameCible(
          avant.cibles.find(({ periode }) => periode === une.periode),
          une,
        ),
    )
  )
}

/** A new `ref`, unlike those of the convention. */
export async function buildRefIndicateur(tx: Tx, conventionId: number, libelles: readonly string[]): Promise<string[]> {
  const prises = (
    await tx.$queryRaw<{ ref: string }[]>`SELECT ref FROM indicateur WHERE convention_id = ${conventionId}`
  ).map(({ ref }) => ref)
  return libelles.reduce<string[]>(
    (refs, libelle) => [...refs, buildRef(`indicateur ${libelle}`, [...prises, ...refs])],
    [],
  )
}

/** Columns of a definition, for Prisma. */
export const toColonnes = ({ cibles: _cibles, ...definition }: DefinitionLue) => definition

/** Replaces the targets by period; those that do not change keep their row. */
export async function updateCibles(
  tx: Tx,
  conventionId: number,
  indicateur: number,
  cibles: DefinitionLue['cibles'],
): Promise<void> {
  const lignes = JSON.stringify(
    cibles.map((cible) => ({ ...cible, ...(findPeriode(cible.debut, cible.fin) ?? {}), periode: cible.periode })),
  )
  await tx.$executeRaw`
    DELETE FROM cible_indicateur c WHERE c.convention_id = ${conventionId} AND c.indicateur_id = ${indicateur}
      AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(${lignes}::jsonb) AS x (periode text) WHERE x.periode = c.periode_texte)`
  await tx.$executeRaw`
    INSERT INTO cible_indicateur (convention_id, indicateur_id, periode_texte, debut, fin, valeur, texte)
    SELECT ${conventionId}::int, ${indicateur}::int, x.periode, x.debut, x.fin, x.valeur, x.texte
    FROM jsonb_to_recordset(${lignes}::jsonb) AS x (periode text, debut date, fin date, valeur numeric, texte text)
    ON CONFLICT (indicateur_id, periode_texte) DO UPDATE SET valeur = excluded.valeur, texte = excluded.texte, version = cible_indicateur.version + 1
      WHERE (cible_indicateur.valeur, cible_indicateur.texte) IS DISTINCT FROM (excluded.valeur, excluded.texte)`
}
