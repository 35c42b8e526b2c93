import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { readPersonne, type PersonneLue } from '@/lib/utilisateurs/read/personnes'

/**
 * Takes the locks of the person changed and of the one who changes, always in the same order, then
 * reads again. Two administrators who remove each other at the same moment wait for each other, and
 * the second one is no administrator any more: one of them always stays.
 * @param version version the person was read at; null for what does not depend on it
 * @returns the person as they are now; or INTERDIT, INTROUVABLE, CONFLIT
 */
export async function lockPersonne(
  tx: Tx,
  acteur: number,
  cible: { personne: number; version: number | null },
): Promise<{ ok: true; personne: PersonneLue } | Echec<PersonneLue>> {
  await tx.$queryRaw`SELECT id FROM utilisateur WHERE id IN (${acteur}, ${cible.personne}) ORDER BY id FOR NO KEY UPDATE`
  const [droit] = await tx.$queryRaw<{ encore: boolean }[]>`SELECT app.est_administrateur() AS encore`
  if (!droit?.encore) return echecs.interdit()
  const personne = await readPersonne(tx, cible.personne)
  if (!personne) return echecs.introuvable()
  if (cible.version !== null && personne.version !== cible.version) return echecs.conflit(personne)
  return { ok: true, personne }
}

/** Marks that somebody changed this person: a screen read before is stale. */
export async function touchPersonne(tx: Tx, personne: number): Promise<void> {
  await tx.$executeRaw`UPDATE utilisateur SET version = version + 1 WHERE id = ${personne}`
}
