import 'server-only'
import { hasParties } from '@/lib/convention/accord/read'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import type { EtapeActuelle, LigneBudgetActuelle } from '../types/contenu'

/** What the writes on the rows of a fiche share: its lock, what is there now, its date. */

interface Cible {
  conventionId: number
  fiche: number
}

/** Locks the fiche, so that what hangs on it is written by one person at a time, and dates it; false when it is not there. */
export async function openFiche(tx: Tx, { conventionId, fiche }: Cible): Promise<boolean> {
  return (
    (await tx.$executeRaw`UPDATE fiche_action SET maj_le = now() WHERE convention_id = ${conventionId} AND id = ${fiche}`) ===
    1
  )
}

/** An étape of this fiche as it is now. */
export async function readEtape(
  tx: Tx,
  { conventionId, fiche }: Cible,
  etape: number,
): Promise<(EtapeActuelle & { ref: string }) | null> {
  const [lue] = await tx.$queryRaw<(EtapeActuelle & { ref: string })[]>`
    SELECT e.ref, e.version, e.numero, e.titre, e.description, e.statut::text AS statut,
      jsonb_build_object('texte', e.periode_texte, 'debut', e.periode_debut, 'fin', e.periode_fin) AS periode
    FROM etape e WHERE e.convention_id = ${conventionId} AND e.fiche_action_id = ${fiche} AND e.id = ${etape} FOR NO KEY UPDATE`
  return lue ?? null
}

/** A budget line of this fiche as it is now. */
export async function readLigneBudget(
  tx: Tx,
  { conventionId, fiche }: Cible,
  ligne: number,
): Promise<LigneBudgetActuelle | null> {
  const [lue] = await tx.$queryRaw<LigneBudgetActuelle[]>`
    SELECT version, annee, financeur, organisme_id AS organisme, libelle, prevu::text AS prevu, realise::text AS realise, source
    FROM ligne_budget WHERE convention_id = ${conventionId} AND fiche_action_id = ${fiche} AND id = ${ligne} FOR NO KEY UPDATE`
  return lue ?? null
}

/** Ids of the étapes of a fiche, in their order. */
export async function listOrdreEtapes(tx: Tx, { conventionId, fiche }: Cible): Promise<number[]> {
  const lues = await tx.$queryRaw<
    { id: number }[]
  >`SELECT id FROM etape WHERE convention_id = ${conventionId} AND fiche_action_id = ${fiche} ORDER BY ordre, id`
  return lues.map(({ id }) => id)
}

/** Refuses an organisme of another convention; null when it may be named. */
export async function checkOrganisme(tx: Tx, conventionId: number, organisme: number | null): Promise<Echec | null> {
  return organisme === null || (await hasParties(tx, conventionId, [organisme]))
    ? null
    : echecs.invalide([
        {
          champ: 'organisme',
          message: 'Cet organisme n’est pas de cette convention : choisissez dans la liste, ou gardez son seul nom.',
        },
      ])
}

/** Keys étapes have, or had in a closed version of the plan: none is given twice. */
export async function listRefsEtapes(tx: Tx, conventionId: number): Promise<string[]> {
  const lues = await tx.$queryRaw<{ ref: string }[]>`
    SELECT ref FROM etape WHERE convention_id = ${conventionId}
    UNION SELECT jsonb_path_query(v.contenu, '$.fiches[*].etapes[*].ref') #>> '{}' FROM version_plan v WHERE v.convention_id = ${conventionId}`
  return lues.map(({ ref }) => ref)
}
