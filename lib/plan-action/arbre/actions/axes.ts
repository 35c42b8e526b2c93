'use server'
import { closeReserves } from '@/lib/convention/reserves/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { buildRef } from '@/lib/platform/ref'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import {
  answerArbre,
  bumpArbre,
  listRefs,
  lockArbre,
  openArbre,
  recordPlace,
  writePlaces,
  type ContexteArbre,
} from '../write'
import { computeProfondeur, formatPlace, listEnfants, listFiches, placeAxe, sortArbre } from '../rules/arbre'
import { createAxeSchema, moveAxeSchema, removeAxeSchema, updateAxeSchema } from '../schema'
import type { ArbrePlan } from '../types'

/** The axes of a plan: created, reworded, moved, removed when nothing hangs from them. */

async function checkTheme({ tx }: ContexteArbre, theme: string | null): Promise<Echec | null> {
  if (theme === null || (await tx.themeAfas.count({ where: { code: theme } })) === 1) return null
  return echecs.invalide([{ champ: 'theme', message: 'Choisissez une thématique de la liste, ou aucune.' }])
}

/** Creates an axe, last among those of its parent. Only a title is required; it may carry no fiche. */
export const createAxe = defineAction({
  nom: 'createAxe',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: createAxeSchema,
  effet: async (contexte, { convention: _, version, parent, theme, ...champs }) => {
    const { tx, convention } = contexte
    const ouvert = await openArbre(contexte, version, { axes: [parent] })
    if (!ouvert.ok) return ouvert
    const { arbre } = ouvert
    const profondeur = parent === null ? 0 : computeProfondeur(arbre.axes, parent) + 1
    if (profondeur >= arbre.reglages.niveaux.length)
      return echecs.regle(
        'TROP_PROFOND',
        `Le plan n’a que ${formatCompte(arbre.reglages.niveaux.length, 'niveau', 'niveaux')} : choisissez une place plus haute, ou nommez un niveau de plus dans ses réglages.`,
      )
    const refus = await checkTheme(contexte, theme)
    if (refus) return refus
    const ref = buildRef(champs.titre, await listRefs(contexte, 'axes'))
    const { id } = await tx.axe.create({
      data: {
        conventionId: convention.id,
        planId: arbre.id,
        parentId: parent,
        ref,
        themeCode: theme,
        ordre: arbre.axes.length,
        ...champs,
      },
      select: { id: true },
    })
    const neuf = { id, ref, parent, theme, ordre: arbre.axes.length, version: 0, ...champs }
    const avecLui = { ...arbre, axes: [...arbre.axes, neuf] }
    await writePlaces(contexte, avecLui, sortArbre(avecLui))
    return answerArbre(contexte, `« ${champs.titre} » est créé`)
  },
  revalidate: refreshConvention,
})

/** Rewords an axe. Its own version is checked: others may change the rest of the tree meanwhile. */
export const updateAxe = defineAction({
  nom: 'updateAxe',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: updateAxeSchema,
  effet: async (contexte, { convention: _, axe, version, theme, ...champs }) => {
    const { tx, convention } = contexte
    const arbre = await lockArbre(contexte)
    if (!arbre?.axes.some(({ id }) => id === axe)) return echecs.introuvable()
    const refus = await checkTheme(contexte, theme)
    if (refus) return refus
    const { count } = await tx.axe.updateMany({
      where: { id: axe, conventionId: convention.id, version },
      data: { themeCode: theme, ...champs, version: { increment: 1 } },
    })
    if (count === 0) return echecs.conflit({ arbre })
    await bumpArbre(contexte, arbre.id)
    return answerArbre(contexte, `« ${champs.titre} » est enregistré`)
  },
  revalidate: refreshConvention,
})

/** Moves an axe with all it carries: never into itself, never deeper than the plan has levels. Numbers stay. */
export const moveAxe = defineAction({
  nom: 'moveAxe',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: moveAxeSchema,
  effet: async (contexte, { version, axe, parent, rang }) => {
    const ouvert = await openArbre(contexte, version, { axes: [axe, parent] })
    if (!ouvert.ok) return ouvert
    const { arbre } = ouvert
    const place = placeAxe(arbre, { axe, parent, rang }, arbre.reglages.niveaux.length)
    if (!place.ok) return echecs.regle(place.code, place.message)
    await writePlaces(contexte, arbre, place.arbre)
    const freres = listEnfants(place.arbre.axes, parent)
    const lui = freres.find(({ id }) => id === axe)
    const ou = formatPlace(
      freres.findIndex(({ id }) => id === axe),
      freres.length,
      arbre.axes.find(({ id }) => id === parent)?.titre ?? null,
    )
    await recordPlace(contexte, `« ${lui?.titre} » placé au ${ou}`)
    return answerArbre(contexte, `« ${lui?.titre} » : ${ou}`)
  },
  revalidate: refreshConvention,
})

/** What keeps an axe from being removed, with the remedy; null when nothing hangs from it. */
function findObstacle(arbre: ArbrePlan, axe: number): string | null {
  const enfants = listEnfants(arbre.axes, axe).length
  const fiches = listFiches(arbre.fiches, axe).length
  if (enfants + fiches === 0) return null
  const tenus = [enfants > 0 && formatCompte(enfants, 'axe'), fiches > 0 && formatCompte(fiches, 'fiche')].filter(
    (mot) => mot !== false,
  )
  return `${formatListe(tenus)} ${enfants + fiches === 1 ? 'en dépend' : 'en dépendent'} : déplacez ou retirez d’abord ce qu’il contient.`
}

/** Removes an axe from which nothing hangs. */
export const removeAxe = defineAction({
  nom: 'removeAxe',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: removeAxeSchema,
  effet: async (contexte, { version, axe }) => {
    const { tx, convention } = contexte
    const ouvert = await openArbre(contexte, version, { axes: [axe] })
    if (!ouvert.ok) return ouvert
    const lui = ouvert.arbre.axes.find(({ id }) => id === axe)
    if (!lui) return echecs.introuvable()
    const obstacle = findObstacle(ouvert.arbre, axe)
    if (obstacle) return echecs.regle('AXE_OCCUPE', obstacle)
    await closeReserves(tx, convention.id, [{ type: 'AXE', ref: lui.ref }], 'Retiré du plan d’action.')
    await tx.axe.deleteMany({ where: { id: axe, conventionId: convention.id } })
    const sansLui = { ...ouvert.arbre, axes: ouvert.arbre.axes.filter(({ id }) => id !== axe) }
    await writePlaces(contexte, sansLui, sortArbre(sansLui))
    return answerArbre(contexte, `« ${lui.titre} » est retiré du plan`)
  },
  revalidate: refreshConvention,
})
