import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { parseValeur } from '@/lib/plan-action/mesures/rules/mesure'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'

/** What a decision of an instance changes in the plan: called in its transaction, which carries its reason. */

/** What was there before, kept with the decision; or why it cannot be. */
export type EffetApplique = { ok: true; avant: Record<string, string | null> } | Echec

const DEJA: Record<'REPORTEE' | 'ABANDONNEE', string> = {
  REPORTEE: 'Cette fiche est déjà reportée : enregistrez la décision sans effet, ou choisissez une autre fiche.',
  ABANDONNEE: 'Cette fiche est déjà abandonnée : enregistrez la décision sans effet, ou choisissez une autre fiche.',
}

/** Puts off or abandons a fiche. */
export async function updateFicheParDecision(
  tx: Tx,
  conventionId: number,
  fiche: number,
  statut: 'REPORTEE' | 'ABANDONNEE',
): Promise<EffetApplique> {
  const [lue] = await tx.$queryRaw<{ statut: StatutFiche }[]>`
    SELECT statut::text FROM fiche_action WHERE convention_id = ${conventionId} AND id = ${fiche} FOR NO KEY UPDATE`
  if (!lue) return echecs.introuvable()
  if (lue.statut === statut) return echecs.regle('FICHE_DEJA', DEJA[statut])
  if (lue.statut === 'REALISEE') {
    return echecs.regle(
      'FICHE_REALISEE',
      'Cette fiche est réalisée : corrigez d’abord son statut si elle ne l’est pas.',
    )
  }
  await tx.$executeRaw`
    UPDATE fiche_action SET statut = ${statut}::statut_fiche, maj_le = now(), version = version + 1 WHERE convention_id = ${conventionId} AND id = ${fiche}`
  return { ok: true, avant: { statut: lue.statut } }
}

/** A target as it is kept: an exact decimal, or words; never both. */
export type CibleLue = { ok: true; cible: string | null; cibleTexte: string | null } | Echec

/** Reads a target as typed, according to what its indicator measures. */
export async function parseCible(tx: Tx, conventionId: number, indicateur: number, saisie: string): Promise<CibleLue> {
  const [lu] = await tx.$queryRaw<{ nature: NatureIndicateur }[]>`
    SELECT nature::text FROM indicateur WHERE convention_id = ${conventionId} AND id = ${indicateur}`
  if (!lu) return echecs.introuvable()
  const lecture = parseValeur(lu.nature, saisie)
  return lecture.ok
    ? { ok: true, cible: lecture.valeur, cibleTexte: lecture.texte }
    : echecs.invalide([{ champ: 'cible', message: lecture.message }])
}

/** Sets the target of an indicator. */
export async function updateCibleParDecision(
  tx: Tx,
  conventionId: number,
  indicateur: number,
  { cible, cibleTexte }: { cible: string | null; cibleTexte: string | null },
): Promise<EffetApplique> {
  const [lu] = await tx.$queryRaw<{ cible: string | null; cibleTexte: string | null; pareille: boolean }[]>`
    SELECT trim_scale(cible)::text AS cible, cible_texte AS "cibleTexte",
      cible IS NOT DISTINCT FROM ${cible}::numeric AND cible_texte IS NOT DISTINCT FROM ${cibleTexte}::text AS pareille
    FROM indicateur WHERE convention_id = ${conventionId} AND id = ${indicateur} FOR NO KEY UPDATE`
  if (!lu) return echecs.introuvable()
  if (lu.pareille)
    return echecs.invalide([
      {
        champ: 'cible',
        message: 'C’est déjà la cible de cet indicateur : écrivez la nouvelle, ou enregistrez la décision sans effet.',
      },
    ])
  await tx.$executeRaw`
    UPDATE indicateur SET cible = ${cible}::numeric, cible_texte = ${cibleTexte}, version = version + 1 WHERE convention_id = ${conventionId} AND id = ${indicateur}`
  return { ok: true, avant: { cible: lu.cible, cibleTexte: lu.cibleTexte } }
}
