import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Cote, Visibilite } from '../words/suivi'
import type { AppreciationActuelle } from '../types/suivi'

/** What the actions of the follow-up read before they write. */

/** Whether the fiche is of this convention; held in place, so that two first appraisals of a side do not meet. */
export async function readFicheSuivie(tx: Tx, conventionId: number, fiche: number): Promise<boolean> {
  // Not the row itself: a comment leaves no lock that somebody who edits the fiche would wait for.
  const [lue] = await tx.$queryRaw<{ id: number }[]>`
    SELECT f.id, pg_advisory_xact_lock(hashtext('suivi'), f.id)::text FROM fiche_action f WHERE f.convention_id = ${conventionId} AND f.id = ${fiche}`
  return lue !== undefined
}

/** What a side says of a fiche now. */
export async function readAppreciation(
  tx: Tx,
  conventionId: number,
  fiche: number,
  cote: Cote,
): Promise<AppreciationActuelle | null> {
  const [lue] = await tx.$queryRaw<AppreciationActuelle[]>`
    SELECT a.cote::text, a.niveau::text, a.texte, a.nom, (a.instant AT TIME ZONE 'Europe/Paris')::date::text AS le, a.version
    FROM appreciation a WHERE a.convention_id = ${conventionId} AND a.fiche_action_id = ${fiche} AND a.cote = ${cote}::cote_releve`
  return lue ?? null
}

/** Those of these people who may not be named in a comment of that visibility. */
export async function listNonCitables(
  tx: Tx,
  conventionId: number,
  visibilite: Visibilite,
  personnes: readonly number[],
): Promise<number[]> {
  if (personnes.length === 0) return []
  const lues = await tx.$queryRaw<{ id: number }[]>`
    SELECT p AS id FROM unnest(${personnes}::int[]) p EXCEPT SELECT m.id FROM app.mentionnables(${conventionId}::int, ${visibilite}::visibilite_commentaire) m`
  return lues.map(({ id }) => id)
}
