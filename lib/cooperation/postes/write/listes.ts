import type { Tx } from '@/lib/platform/db'

/** Replaces the themes of a post; what stays is not written again. */
export async function writeThemes(
  tx: Tx,
  conventionId: number,
  poste: number,
  themes: readonly string[],
): Promise<void> {
  await tx.posteTheme.deleteMany({ where: { conventionId, posteId: poste, themeCode: { notIn: [...themes] } } })
  await tx.posteTheme.createMany({
    data: themes.map((themeCode) => ({ conventionId, posteId: poste, themeCode })),
    skipDuplicates: true,
  })
}

/** Replaces the missions of a post, given by the numbers of the reference list. */
export async function writeMissions(
  tx: Tx,
  conventionId: number,
  poste: number,
  numeros: readonly number[],
): Promise<void> {
  const missions = await tx.missionReference.findMany({ where: { ordre: { in: [...numeros] } }, select: { id: true } })
  const ids = missions.map(({ id }) => id)
  await tx.posteMission.deleteMany({ where: { conventionId, posteId: poste, missionId: { notIn: ids } } })
  await tx.posteMission.createMany({
    data: ids.map((missionId) => ({ conventionId, posteId: poste, missionId })),
    skipDuplicates: true,
  })
}
