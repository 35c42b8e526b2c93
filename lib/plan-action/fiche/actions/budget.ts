'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { checkOrganisme, openFiche, readLigneBudget } from '../write/contenu'
import { createLigneBudgetSchema, removeLigneBudgetSchema, updateLigneBudgetSchema } from '../schema/contenu'

/** Adds what a financer plans or spends on a fiche. */
export const createLigneBudget = defineAction({
  nom: 'createLigneBudget',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: createLigneBudgetSchema,
  effet: async ({ tx, convention }, { convention: _slug, fiche, organisme, ...champs }) => {
    if (!(await openFiche(tx, { conventionId: convention.id, fiche }))) return echecs.introuvable()
    const refus = await checkOrganisme(tx, convention.id, organisme)
    if (refus) return refus
    const dernier = await tx.ligneBudget.aggregate({
      where: { conventionId: convention.id, ficheActionId: fiche },
      _max: { ordre: true },
    })
    const { id } = await tx.ligneBudget.create({
      data: {
        ...champs,
        organismeId: organisme,
        conventionId: convention.id,
        ficheActionId: fiche,
        ordre: (dernier._max.ordre ?? -1) + 1,
      },
      select: { id: true },
    })
    return succeed({ id, version: 0, message: 'La ligne de budget est ajoutée.' })
  },
  revalidate: refreshConvention,
})

/** Changes a budget line; somebody else’s change meanwhile is answered with what is there now. */
export const updateLigneBudget = defineAction({
  nom: 'updateLigneBudget',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateLigneBudgetSchema,
  effet: async ({ tx, convention }, { convention: _slug, fiche, ligne, version, organisme, ...champs }) => {
    const cible = { conventionId: convention.id, fiche }
    const actuelle = (await openFiche(tx, cible)) ? await readLigneBudget(tx, cible, ligne) : null
    if (!actuelle) return echecs.introuvable()
    if (actuelle.version !== version) return echecs.conflit(actuelle)
    const refus = await checkOrganisme(tx, convention.id, organisme)
    if (refus) return refus
    await tx.ligneBudget.updateMany({
      where: { id: ligne, conventionId: convention.id, ficheActionId: fiche },
      data: { ...champs, organismeId: organisme, version: { increment: 1 } },
    })
    return succeed({ version: version + 1, message: 'La ligne de budget est enregistrée.' })
  },
  revalidate: refreshConvention,
})

/** Takes a budget line away. */
export const removeLigneBudget = defineAction({
  nom: 'removeLigneBudget',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: removeLigneBudgetSchema,
  effet: async ({ tx, convention }, { fiche, ligne, version }) => {
    const cible = { conventionId: convention.id, fiche }
    const actuelle = (await openFiche(tx, cible)) ? await readLigneBudget(tx, cible, ligne) : null
    if (!actuelle) return echecs.introuvable()
    if (actuelle.version !== version) return echecs.conflit(actuelle)
    await tx.ligneBudget.deleteMany({ where: { id: ligne, conventionId: convention.id, ficheActionId: fiche } })
    return succeed({ message: 'La ligne de budget est retirée.' })
  },
  revalidate: refreshConvention,
})
