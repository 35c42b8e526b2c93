'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshPlan } from '@/lib/platform/chemins'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatParametres, parseParametres } from '../rules/filtres'
import { createVuePlanSchema, NOMBRE_VUES, removeVuePlanSchema, updateVuePlanSchema } from '../schema/vues'

/** One’s own views of a plan, named: nobody else sees them. PostgreSQL keeps each to their own. */

const DEJA = 'Une de vos vues porte déjà ce nom : choisissez-en un autre.'

const isPris = async (tx: Tx, conventionId: number, utilisateurId: number, nom: string, sauf = 0): Promise<boolean> =>
  (await tx.vuePlan.count({ where: { conventionId, utilisateurId, nom, id: { not: sauf } } })) > 0

/** Names the filters of an address; they are kept in their one order, without what they may not say. */
export const createVuePlan = defineAction({
  nom: 'createVuePlan',
  operation: 'vue.regler',
  portee: 'CONVENTION',
  input: createVuePlanSchema,
  effet: async ({ tx, convention, acteur }, { nom, parametres }) => {
    const sienne = { conventionId: convention.id, utilisateurId: acteur.id }
    if (await isPris(tx, convention.id, acteur.id, nom)) return echecs.invalide([{ champ: 'nom', message: DEJA }])
    if ((await tx.vuePlan.count({ where: sienne })) >= NOMBRE_VUES) {
      return echecs.regle(
        'VUES_PLEINES',
        `Vous avez déjà ${NOMBRE_VUES} vues sur ce plan : retirez-en une avant d’en ajouter.`,
      )
    }
    const { page: _page, ...filtres } = parseParametres(parametres)
    const { id } = await tx.vuePlan.create({
      data: { ...sienne, nom, parametres: formatParametres(filtres) },
      select: { id: true },
    })
    return succeed({ id })
  },
  revalidate: refreshPlan,
})

/** Renames a view. */
export const updateVuePlan = defineAction({
  nom: 'updateVuePlan',
  operation: 'vue.regler',
  portee: 'CONVENTION',
  input: updateVuePlanSchema,
  effet: async ({ tx, convention, acteur }, { id, nom }) => {
    if (await isPris(tx, convention.id, acteur.id, nom, id)) return echecs.invalide([{ champ: 'nom', message: DEJA }])
    const { count } = await tx.vuePlan.updateMany({
      where: { id, conventionId: convention.id, utilisateurId: acteur.id },
      data: { nom },
    })
    return count === 1 ? succeed({ id }) : echecs.introuvable()
  },
  revalidate: refreshPlan,
})

/** Removes a view; the rows it showed stay. */
export const removeVuePlan = defineAction({
  nom: 'removeVuePlan',
  operation: 'vue.regler',
  portee: 'CONVENTION',
  input: removeVuePlanSchema,
  effet: async ({ tx, convention, acteur }, { id }) => {
    const { count } = await tx.vuePlan.deleteMany({
      where: { id, conventionId: convention.id, utilisateurId: acteur.id },
    })
    return count === 1 ? succeed({ id }) : echecs.introuvable()
  },
  revalidate: refreshPlan,
})
