'use server'
import { lockConvention } from '@/lib/convention/accord/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs } from '@/lib/platform/resultat'
import { answerArbre, bumpArbre, openArbre } from '../write'
import { computeProfondeur } from '../rules/arbre'
import { computeNumeros } from '../rules/numerotation'
import { createPlanSchema, updateNumerotationSchema, updatePlanSchema } from '../schema'
import type { ArbrePlan } from '../types'

/** The plan itself: its creation, the names of its levels, its numbers. */

/** Creates the plan of a convention that has none. */
export const createPlan = defineAction({
  nom: 'createPlan',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: createPlanSchema,
  effet: async (contexte, { convention: _, ...reglages }) => {
    const { tx, convention } = contexte
    // Two people who create it at once take turns: the second finds it there.
    await lockConvention(tx, convention.id)
    const deja = await tx.planAction.findFirst({ where: { conventionId: convention.id }, select: { id: true } })
    if (deja)
      return echecs.regle(
        'PLAN_EXISTE',
        'Cette convention a déjà un plan d’action : rechargez la page pour le compléter.',
      )
    await tx.planAction.create({ data: { conventionId: convention.id, ...reglages } })
    return answerArbre(contexte, 'Le plan d’action est créé : ajoutez ses axes.')
  },
  revalidate: refreshConvention,
})

/** Levels still in use under the last one that would be named. */
function checkNiveaux({ axes }: ArbrePlan, niveaux: number): string | null {
  const profondeur = Math.max(-1, ...axes.map(({ id }) => computeProfondeur(axes, id))) + 1
  return profondeur <= niveaux
    ? null
    : `Le plan utilise ${profondeur} niveaux : remontez d’abord ce qui est au plus profond, ou gardez ${profondeur} noms.`
}

/** Changes what the plan says of itself: its names, its text, why it has no fiche. */
export const updatePlan = defineAction({
  nom: 'updatePlan',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: updatePlanSchema,
  effet: async (contexte, { convention: _, version, ...reglages }) => {
    const { tx, convention } = contexte
    const ouvert = await openArbre(contexte, version)
    if (!ouvert.ok) return ouvert
    const refus = checkNiveaux(ouvert.arbre, reglages.niveaux.length)
    if (refus !== null) return echecs.invalide([{ champ: 'niveaux', message: refus }])
    await tx.planAction.updateMany({
      where: { id: ouvert.arbre.id, conventionId: convention.id },
      data: { ...reglages, version: { increment: 1 } },
    })
    return answerArbre(contexte, 'Réglages du plan enregistrés')
  },
  revalidate: refreshConvention,
})

/**
 * Settles how the plan is numbered, and gives the numbers that were previewed: the tree is the one the preview was made
 * of, or nothing is written. Under LIBRE numbers stay as the convention writes them.
 */
export const updateNumerotation = defineAction({
  nom: 'updateNumerotation',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: updateNumerotationSchema,
  effet: async (contexte, { version, numerotation, prefixe, axes }) => {
    const { tx, convention } = contexte
    const ouvert = await openArbre(contexte, version)
    if (!ouvert.ok) return ouvert
    const changements = computeNumeros(ouvert.arbre, { numerotation, prefixe, axes })
    if (changements.some(({ apres }) => (apres?.length ?? 0) > 20))
      return echecs.invalide([
        {
          champ: 'prefixe',
          message: 'Les numéros dépasseraient 20 caractères : raccourcissez ce qui les précède.',
        },
      ])
    const lignes = (objet: 'AXE' | 'FICHE') =>
      JSON.stringify(
        changements.filter((changement) => changement.objet === objet).map(({ id, apres }) => ({ id, numero: apres })),
      )
    await tx.$executeRaw`
      UPDATE axe a SET numero = v.numero, version = a.version + 1 FROM jsonb_to_recordset(${lignes('AXE')}::jsonb) AS v(id int, numero text)
      WHERE a.convention_id = ${convention.id} AND a.plan_id = ${ouvert.arbre.id} AND a.id = v.id`
    await tx.$executeRaw`
      UPDATE fiche_action f SET numero = v.numero, version = f.version + 1 FROM jsonb_to_recordset(${lignes('FICHE')}::jsonb) AS v(id int, numero text)
      WHERE f.convention_id = ${convention.id} AND f.plan_id = ${ouvert.arbre.id} AND f.id = v.id`
    await tx.planAction.updateMany({
      where: { id: ouvert.arbre.id, conventionId: convention.id },
      data: { numerotation, prefixe },
    })
    await bumpArbre(contexte, ouvert.arbre.id)
    const nombre = changements.length
    return answerArbre(
      contexte,
      nombre === 0
        ? 'Numérotation enregistrée : aucun numéro ne change'
        : nombre === 1
          ? 'Numérotation enregistrée : 1 numéro changé'
          : `Numérotation enregistrée : ${nombre} numéros changés`,
    )
  },
  revalidate: refreshConvention,
})
