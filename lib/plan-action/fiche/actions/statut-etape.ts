'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { updateStatutEtapeSchema } from '../schema/fiche'

/** Changes the status of an étape of a fiche. */
export const updateStatutEtape = defineAction({
  nom: 'updateStatutEtape',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateStatutEtapeSchema,
  effet: async ({ tx, convention }, { fiche, etape, version, statut }) => {
    const { count } = await tx.etape.updateMany({
      where: { id: etape, conventionId: convention.id, ficheActionId: fiche, version },
      data: { statut, version: { increment: 1 } },
    })
    if (count === 0) {
      const actuel = await tx.etape.findFirst({
        where: { id: etape, conventionId: convention.id, ficheActionId: fiche },
        select: { version: true, statut: true },
      })
      return actuel ? echecs.conflit(actuel) : echecs.introuvable()
    }
    // The fiche was followed up today, though none of its own fields changed.
    await tx.ficheAction.updateMany({ where: { id: fiche, conventionId: convention.id }, data: { majLe: new Date() } })
    return succeed({ version: version + 1 })
  },
  revalidate: refreshConvention,
})
