'use server'
import { refreshEtp } from '@/lib/platform/chemins'
import { formatDateCourte } from '@/lib/platform/dates'
import { defineAction } from '@/lib/platform/action'
import { echecs, succeed, type Echec } from '@/lib/platform/resultat'
import { lockArgent, toJour } from '../write'
import { formatCentimes, toDecimal } from '../rules/argent'
import { createCoutSchema, removeCoutSchema, updateCoutSchema } from '../schema'
import type { CoutLu } from '../types'

/** Two costs from the same day: nothing would say which one holds. */
function checkUnique(autres: readonly CoutLu[], valableDu: string | null): Echec | null {
  const meme = autres.find((autre) => autre.valableDu === valableDu)
  if (!meme) return null
  const depuis = valableDu === null ? 'sans date' : `à partir du ${formatDateCourte(valableDu)}`
  return echecs.invalide([
    {
      champ: 'valableDu',
      message: `Un coût de ${formatCentimes(meme.montant)} est déjà donné ${depuis} : corrigez-le, ou datez celui-ci autrement.`,
    },
  ])
}

/** Gives the cost of an ETP over a year, as a document states it. */
export const createCout = defineAction({
  nom: 'createCout',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createCoutSchema,
  effet: async ({ tx, convention }, { montant, valableDu, indicatif, source }) => {
    const { couts } = await lockArgent(tx, convention.id)
    const refus = checkUnique(couts, valableDu)
    if (refus) return refus
    await tx.coutEtp.createMany({
      data: {
        conventionId: convention.id,
        montant: toDecimal(montant),
        valableDu: toJour(valableDu),
        indicatif,
        source,
        ordre: couts.length,
      },
    })
    return succeed({ message: `Coût par ETP ajouté : ${formatCentimes(montant)} par an.` })
  },
  revalidate: refreshEtp,
})

/** Corrects a cost per ETP. */
export const updateCout = defineAction({
  nom: 'updateCout',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateCoutSchema,
  effet: async ({ tx, convention }, { cout: id, version, montant, valableDu, indicatif, source }) => {
    const { couts } = await lockArgent(tx, convention.id)
    const actuel = couts.find((cout) => cout.id === id)
    if (!actuel) return echecs.introuvable()
    if (actuel.version !== version) return echecs.conflit(actuel)
    const refus = checkUnique(
      couts.filter((cout) => cout.id !== id),
      valableDu,
    )
    if (refus) return refus
    await tx.coutEtp.updateMany({
      where: { id, conventionId: convention.id },
      data: { montant: toDecimal(montant), valableDu: toJour(valableDu), indicatif, source },
    })
    return succeed({ message: 'Coût par ETP enregistré.' })
  },
  revalidate: refreshEtp,
})

/** Removes a cost per ETP recorded by mistake. */
export const removeCout = defineAction({
  nom: 'removeCout',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeCoutSchema,
  effet: async ({ tx, convention }, { cout: id, version }) => {
    const { couts } = await lockArgent(tx, convention.id)
    const actuel = couts.find((cout) => cout.id === id)
    if (!actuel) return echecs.introuvable()
    if (actuel.version !== version) return echecs.conflit(actuel)
    await tx.coutEtp.deleteMany({ where: { id, conventionId: convention.id } })
    return succeed({ message: 'Coût par ETP retiré.' })
  },
  revalidate: refreshEtp,
})
