import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { checkReferences } from '@/lib/dossier/check/rules/references'
import { Erreurs, formatExtrait, type ErreurDossier } from '@/lib/dossier/check/rules/erreurs'
import { reserveIds, toLignes, writeLignes } from './lignes'
import { writeOrganismes } from './organismes'
import { checkBase } from '../read'
import { pick } from '@/lib/notation/mapping/contexte'
import { toConvention } from '@/lib/dossier/mapping/convention'
import { computeCle } from '@/lib/dossier/mapping/organisme'
import type { Dossier } from '@/lib/dossier/schema/dossier'

export type EcritureDossier = { ok: true; conventionId: number } | { ok: false; erreurs: ErreurDossier[] }

const refuse = (erreurs: Erreurs): EcritureDossier => ({ ok: false, erreurs: erreurs.list() })

/**
 * Writes a whole new convention, as whoever the transaction carries: all of it, or nothing.
 * Some sixty statements at most, whatever the size of the dossier.
 *
 * A refusal leaves nothing behind even if the transaction goes on; an exception is for the
 * unexpected, and for the transaction to be rolled back.
 * @param dossier as `readDossier` gives it; it is checked again here
 */
export async function writeDossier(tx: Tx, dossier: Dossier): Promise<EcritureDossier> {
  const defauts = checkReferences(dossier)
  if (defauts.length > 0) return { ok: false, erreurs: defauts }
  const manques = await checkBase(tx, dossier)
  if (manques.nombre > 0) return refuse(manques)
  await tx.$executeRaw`SAVEPOINT import_dossier`
  const ecriture = await write(tx, dossier)
  if (!ecriture.ok) await tx.$executeRaw`ROLLBACK TO SAVEPOINT import_dossier`
  return ecriture
}

/** Ids of the twelve reference missions, by number. */
async function readMissions(tx: Tx): Promise<Map<number, number>> {
  const missions = await tx.missionReference.findMany({ select: { id: true, ordre: true } })
  return new Map(missions.map(({ id, ordre }) => [ordre, id]))
}

async function write(tx: Tx, dossier: Dossier): Promise<EcritureDossier> {
  const { slug, caf } = dossier.convention
  const organismes = await writeOrganismes(tx, dossier)
  if (!organismes.ok) return refuse(organismes.erreurs)
  const connus = { organismes: organismes.ids, missions: await readMissions(tx) }
  const next = await reserveIds(tx, dossier, connus)
  const conventionId = next('convention')
  const cafId = pick(new Map(dossier.organismes.map((o) => [o.ref, pick(organismes.ids, computeCle(o, slug))])), caf)
  // Only the insertion knows whether a slug is free: those of other Cafs cannot be read.
  const { count } = await tx.convention.createMany({
    data: [toConvention(dossier, conventionId, cafId)],
    skipDuplicates: true,
  })
  if (count === 0) {
    const erreurs = new Erreurs()
    erreurs.add(
      'convention.slug',
      `L’adresse ${formatExtrait(slug)} est déjà celle d’une convention : choisissez un autre convention.slug.`,
    )
    return refuse(erreurs)
  }
  await writeLignes(tx, toLignes(dossier, { conventionId, next, ...connus }))
  return { ok: true, conventionId }
}
