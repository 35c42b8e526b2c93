import 'server-only'
import { sqlRegles } from '@/lib/gouvernance/frequence/sql'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import type { EtatReunion, RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/types'
import type { ReunionActuelle } from '@/lib/gouvernance/instances/types/ecran'

/** One instance held by this transaction, and what a rule is applied to: read after the lock was obtained. */
export interface Verrou {
  instance: { id: number; ref: string; nom: string }
  regles: RegleFrequence[]
  reunions: (ReunionRegle & { etat: EtatReunion })[]
  /** The meeting at hand; null when one is being planned. */
  actuelle: ReunionActuelle | null
}

type Cible = { instance: number; reunion: null } | { instance: null; reunion: number }

/**
 * Locks the instance, then reads its rules and meetings: every change of a meeting goes through here,
 * so that two people who save at once are judged one after the other. Two SQL statements.
 * @param cible the instance itself, or one of its meetings
 * @returns null when there is no such instance or meeting in this convention
 */
export async function lockInstance(tx: Tx, convention: number, cible: Cible): Promise<Verrou | null> {
  const [instance] = await tx.$queryRaw<Verrou['instance'][]>`
    SELECT i.id, i.ref, i.nom FROM instance i
    WHERE i.convention_id = ${convention}
      AND i.id = coalesce(${cible.instance}::int,
        (SELECT r.instance_id FROM reunion r WHERE r.convention_id = ${convention} AND r.id = ${cible.reunion}::int))
    FOR UPDATE OF i`
  if (!instance) return null
  const [lue] = await tx.$queryRaw<Omit<Verrou, 'instance'>[]>`
    SELECT ${sqlRegles(Prisma.sql`i`)} AS regles,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'date', r.date, 'etat', r.etat, 'groupe', r.groupe,
          'derogation', EXISTS (SELECT 1 FROM derogation d WHERE d.convention_id = r.convention_id AND d.reunion_id = r.id
            AND d.regle <> 'MINIMUM_IMPOSSIBLE')) ORDER BY r.date, r.id)
        FROM reunion r WHERE r.convention_id = ${convention} AND r.instance_id = ${instance.id}), '[]') AS reunions,
      (SELECT jsonb_build_object('id', r.id, 'version', r.version, 'date', r.date, 'heureDebut', r.heure_debut, 'heureFin', r.heure_fin,
          'lieu', r.lieu, 'objet', r.objet, 'groupe', r.groupe, 'etat', r.etat, 'motifAnnulation', r.motif_annulation,
          'compteRendu', r.compte_rendu, 'figee', r.figee)
        FROM reunion r WHERE r.convention_id = ${convention} AND r.id = ${cible.reunion}::int) AS actuelle
    FROM instance i WHERE i.convention_id = ${convention} AND i.id = ${instance.id}`
  return lue ? { instance, ...lue } : null
}
