import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'

/** The lists of a fiche, written by what differs: the journal then tells what was added, changed or taken away. */

export interface CibleFiche {
  conventionId: number
  /** id of the fiche, whose row is locked */
  fiche: number
}

/** Themes of a fiche. */
export async function writeThemes(tx: Tx, { conventionId, fiche }: CibleFiche, themes: string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM fiche_theme WHERE convention_id = ${conventionId} AND fiche_action_id = ${fiche} AND theme_code <> ALL (${themes}::text[])`
  await tx.$executeRaw`
    INSERT INTO fiche_theme (convention_id, fiche_action_id, theme_code) SELECT ${conventionId}::int, ${fiche}::int, t FROM unnest(${themes}::text[]) AS t ON CONFLICT DO NOTHING`
}

/** Communes where a fiche takes place. */
export async function writeCommunes(tx: Tx, { conventionId, fiche }: CibleFiche, communes: number[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM fiche_commune WHERE convention_id = ${conventionId} AND fiche_action_id = ${fiche} AND commune_id <> ALL (${communes}::int[])`
  await tx.$executeRaw`
    INSERT INTO fiche_commune (convention_id, fiche_action_id, commune_id) SELECT ${conventionId}::int, ${fiche}::int, c FROM unnest(${communes}::int[]) AS c ON CONFLICT DO NOTHING`
}

type Pilotage = ValeursFiche['pilotages'][number]

/**
 * Who leads, carries or joins, in this order. A line keeps its row (and the person tied to it) as long as it says the same
 * who in the same role; a reworded one keeps its row, but no longer names a person.
 */
export async function writePilotages(tx: Tx, { conventionId, fiche }: CibleFiche, voulus: Pilotage[]): Promise<void> {
  const restants = await tx.pilotage.findMany({
    where: { conventionId, ficheActionId: fiche },
    orderBy: [{ ordre: 'asc' }, { id: 'asc' }],
    select: { id: true, role: true, texte: true, organismeId: true, aDefinir: true, ordre: true, utilisateurId: true },
  })
  type Presente = (typeof restants)[number]
  function take(isOne: (presente: Presente) => boolean): Presente | undefined {
    const rang = restants.findIndex(isOne)
    return rang === -1 ? undefined : restants.splice(rang, 1)[0]
  }
  // Lines that say the same who first, so that a new line above them does not take their row.
  const memes = voulus.map((voulu) => take(({ role, texte }) => role === voulu.role && texte.trim() === voulu.texte))
  const lignes = voulus.map((voulu, ordre) => {
    const meme = memes[ordre]
    return { voulu, ordre, meme: meme !== undefined, presente: meme ?? take(({ role }) => role === voulu.role) }
  })
  await tx.pilotage.deleteMany({
    where: { conventionId, ficheActionId: fiche, id: { in: restants.map(({ id }) => id) } },
  })
  for (const { voulu, ordre, meme, presente } of lignes) {
    const data = { role: voulu.role, texte: voulu.texte, organismeId: voulu.organisme, aDefinir: voulu.aDefinir, ordre }
    if (!presente) await tx.pilotage.create({ data: { ...data, conventionId, ficheActionId: fiche } })
    else
      await tx.pilotage.updateMany({
        where: { id: presente.id, conventionId },
        data: { ...data, utilisateurId: meme ? presente.utilisateurId : null },
      })
  }
}
