'use server'
import { closeReserves } from '@/lib/convention/reserves/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConventionEtPortefeuille } from '@/lib/platform/chemins'
import { formatDateCourte } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { checkPreparees, openInstance, writeRegles } from '@/lib/gouvernance/instances/write'
import { parseRegle } from '../rules/regle'
import { computeSuccession, removeRegleFuture } from '../rules/succession'
import { createRegleSchema, removeRegleSchema, updateRegleSchema } from '@/lib/gouvernance/instances/schema'
import type { InstanceEcrite } from '@/lib/gouvernance/instances/types/edition'

/** A rule moves states everywhere: dashboard, portfolio, governance, calendar. */
/** Gives an instance its first rule, or another one from a day on: the former one stops the day before, and its past stays judged by it. */
export const createRegle = defineAction({
  nom: 'createRegle',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: createRegleSchema,
  effet: async (contexte, input) => {
    const { convention, today } = contexte
    const ouverte = await openInstance(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    const lue = parseRegle(input, convention)
    if (!lue.ok) return echecs.invalide(lue.erreurs)
    const refus = await checkPreparees(contexte, actuelle, lue.termes.moments)
    if (refus) return refus
    const { aPartirDu } = input
    if (aPartirDu === null && actuelle.regles.length > 0)
      return echecs.invalide([
        { champ: 'aPartirDu', message: 'Indiquez à partir de quel jour la nouvelle règle s’applique.' },
      ])
    const projet =
      actuelle.regles.length === 0 || aPartirDu === null
        ? { geste: 'PREMIERE' as const, termes: lue.termes }
        : { geste: 'CHANGER' as const, aPartirDu, termes: lue.termes }
    const succession = computeSuccession(actuelle.regles, projet, convention, today)
    if (!succession.ok) return echecs.invalide(succession.erreurs)
    await writeRegles(contexte, actuelle, succession.regles)
    return succeed<InstanceEcrite>({
      instance: actuelle.id,
      ref: actuelle.ref,
      version: input.version + 1,
      message:
        projet.geste === 'CHANGER'
          ? `La règle change à partir du ${formatDateCourte(projet.aPartirDu)}`
          : 'Fréquence enregistrée',
    })
  },
  revalidate: refreshConventionEtPortefeuille,
})

/** Reads a rule again, over all the days it applies: it had been read or typed wrongly. */
export const updateRegle = defineAction({
  nom: 'updateRegle',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: updateRegleSchema,
  effet: async (contexte, input) => {
    const { convention, today } = contexte
    const ouverte = await openInstance(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    if (!actuelle.regles.some(({ id }) => id === input.regle)) return echecs.introuvable()
    const lue = parseRegle(input, convention)
    if (!lue.ok) return echecs.invalide(lue.erreurs)
    const refus = await checkPreparees(contexte, actuelle, lue.termes.moments)
    if (refus) return refus
    const projet = {
      geste: 'CORRIGER' as const,
      regle: input.regle,
      debut: input.debutRegle,
      fin: input.finRegle,
      termes: lue.termes,
    }
    const succession = computeSuccession(actuelle.regles, projet, convention, today)
    if (!succession.ok) return echecs.invalide(succession.erreurs)
    await writeRegles(contexte, actuelle, succession.regles)
    return succeed<InstanceEcrite>({
      instance: actuelle.id,
      ref: actuelle.ref,
      version: input.version + 1,
      message: 'Règle corrigée',
    })
  },
  revalidate: refreshConventionEtPortefeuille,
})

/** Gives up a rule that has not begun: the one before it goes on. */
export const removeRegle = defineAction({
  nom: 'removeRegle',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: removeRegleSchema,
  effet: async (contexte, input) => {
    const ouverte = await openInstance(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    if (!actuelle.regles.some(({ id }) => id === input.regle)) return echecs.introuvable()
    const restantes = removeRegleFuture(actuelle.regles, input.regle, contexte.today)
    if (restantes === null)
      return echecs.regle(
        'REGLE_COMMENCEE',
        'Cette règle s’applique déjà, ou s’est appliquée : elle ne se retire pas. Corrigez-la, ou changez-la à partir d’une date.',
      )
    await writeRegles(contexte, actuelle, restantes)
    if (restantes.length === 0)
      await closeReserves(
        contexte.tx,
        contexte.convention.id,
        [{ type: 'REGLE', ref: actuelle.ref }],
        'La règle à venir a été retirée.',
      )
    return succeed<InstanceEcrite>({
      instance: actuelle.id,
      ref: actuelle.ref,
      version: input.version + 1,
      message: 'La règle à venir est retirée',
    })
  },
  revalidate: refreshConventionEtPortefeuille,
})
