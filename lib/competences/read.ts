import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { formatGesteReserve, type InstanceNommee } from '@/lib/competences/rules/pouvoir'
import type { MatiereDecision } from './types'

/**
 * Why a gesture is refused outside a meeting: an instance of the convention decides of it. Null where none does.
 * One SQL statement.
 */
export async function checkGesteLibre(tx: Tx, conventionId: number, matiere: MatiereDecision): Promise<Echec | null> {
  const decideurs = await tx.$queryRaw<InstanceNommee[]>`
    SELECT k.type::text, k.nom FROM porte.competence k
    WHERE k.convention_id = ${conventionId} AND k.matiere = ${matiere}::matiere_decision AND k.pouvoir = 'DECIDE' ORDER BY k.ordre, k.instance_id`
  const message = formatGesteReserve(matiere, decideurs)
  return message === null ? null : echecs.regle('INSTANCE_DECIDE', message)
}
