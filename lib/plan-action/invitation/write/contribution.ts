import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { readChamps, updateChamps, type ContexteFiche } from '@/lib/plan-action/fiche/write/champs'
import { sqlActuelPropose } from '../sql'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { contenuGarde, type ContenuGarde } from '../schema'
import type { ChangementsFiche } from '@/lib/plan-action/champs/schema'
import type { ActuelPropose, ConflitContribution, ContributionVue } from '../types'

/** What an acceptance writes: the fields by the one way to write a fiche, the étapes by theirs. */

export interface ContributionVerrouillee {
  id: number
  nom: string
  etat: ContributionVue['etat']
  version: number
  contenu: ContenuGarde
}

/** The proposal with its row locked: two people who accept it at once write once. */
export async function lockContribution(
  tx: Tx,
  conventionId: number,
  fiche: number,
  id: number,
): Promise<ContributionVerrouillee | null> {
  const [lue] = await tx.$queryRaw<(Omit<ContributionVerrouillee, 'contenu'> & { contenu: unknown })[]>`
    SELECT id, nom, etat::text, version, contenu FROM contribution_fiche
    WHERE convention_id = ${conventionId} AND fiche_action_id = ${fiche} AND id = ${id} FOR UPDATE`
  return lue ? { ...lue, contenu: contenuGarde.parse(lue.contenu) } : null
}

/** What is there now, for who was shown something else. */
export async function buildConflit(
  tx: Tx,
  conventionId: number,
  fiche: number,
  etat: ContributionVue['etat'],
): Promise<Echec<ConflitContribution>> {
  const [lu] = await tx.$queryRaw<{ actuel: ActuelPropose }[]>(Prisma.sql`
    SELECT ${sqlActuelPropose(conventionId)} AS actuel FROM fiche_action f WHERE f.convention_id = ${conventionId} AND f.id = ${fiche}`)
  return lu ? echecs.conflit({ actuel: lu.actuel, etat } satisfies ConflitContribution) : echecs.introuvable()
}

/** What was there when one accepted, by part. */
export interface Retenus {
  champs: {
    statut?: { vu: StatutFiche } | undefined
    avancement?: { vu: number | null } | undefined
    suivi?: { vu: string | null } | undefined
  }
  etapes: { id: number; vu: StatutFiche }[]
}

/** Changes of the fiche: what is proposed, over what was seen. */
function buildChangements(
  { nom, contenu }: ContributionVerrouillee,
  { champs }: Retenus,
  motif: string | null,
): ChangementsFiche {
  const { statut, avancement, suivi } = contenu.champs
  return {
    ...(statut && champs.statut && { statut: { avant: champs.statut.vu, apres: statut.apres } }),
    ...(avancement &&
      champs.avancement && {
        avancement: {
          avant: { valeur: champs.avancement.vu, motif },
          apres: { valeur: avancement.apres, motif: avancement.apres === null ? null : `D’après ${nom}` },
        },
      }),
    ...(suivi && champs.suivi && { suivi: { avant: champs.suivi.vu, apres: suivi.apres } }),
  }
}

/** Writes the accepted statuses of étapes. @returns whether all still held what was seen */
async function writeEtapes(
  tx: Tx,
  conventionId: number,
  fiche: number,
  contenu: ContenuGarde,
  retenues: Retenus['etapes'],
): Promise<boolean> {
  const voulues = retenues.flatMap(({ id, vu }) => {
    const apres = contenu.etapes.find((etape) => etape.id === id)?.apres
    return apres === undefined ? [] : [{ id, vu, apres }]
  })
  if (voulues.length === 0) return true
  const ecrites = await tx.$executeRaw`
    UPDATE etape e SET statut = v.apres::statut_fiche, version = e.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(voulues)}::jsonb) AS v(id int, vu text, apres text)
    WHERE e.convention_id = ${conventionId} AND e.fiche_action_id = ${fiche} AND e.id = v.id AND e.statut::text = v.vu`
  await tx.$executeRaw`UPDATE fiche_action SET maj_le = now() WHERE convention_id = ${conventionId} AND id = ${fiche}`
  return ecrites === voulues.length
}

/**
 * Writes what is accepted of a proposal. The journal tells who accepts, by what operation, and in its reason who proposed.
 * @returns null when it is written; CONFLIT with what is there now when the fiche moved, and nothing is written
 */
export async function writeRetenus(
  tx: Tx,
  contexte: ContexteFiche,
  fiche: number,
  contribution: ContributionVerrouillee,
  retenus: Retenus,
): Promise<Echec<ConflitContribution> | null> {
  const { id: conventionId } = contexte.convention
  await tx.$queryRaw`SELECT set_config('app.motif', ${`Proposé par ${contribution.nom}, par un lien d’invitation`}, true)`
  const actuel = await readChamps(tx, conventionId, fiche)
  if (!actuel) return echecs.introuvable()
  const champs = buildChangements(contribution, retenus, actuel.avancement.motif)
  if (Object.keys(champs).length > 0) {
    const ecriture = await updateChamps(tx, contexte, fiche, champs)
    if (!ecriture.ok)
      return ecriture.tag === 'CONFLIT' ? buildConflit(tx, conventionId, fiche, contribution.etat) : ecriture
  }
  return (await writeEtapes(tx, conventionId, fiche, contribution.contenu, retenus.etapes))
    ? null
    : buildConflit(tx, conventionId, fiche, contribution.etat)
}
