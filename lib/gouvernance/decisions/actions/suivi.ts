'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openDecision, toEchec, type DecisionEcrite } from '../write/decision'
import { judgeRealisation, judgeSuivi } from '../rules'
import { closeDecisionSchema, reopenDecisionSchema, updateSuiviDecisionSchema } from '../schema/decision'

/** The follow-up of a decision is not in the minutes: it goes on once they are validated. */

/** Says what has been done since, and who does it. */
export const updateSuiviDecision = defineAction({
  nom: 'updateSuiviDecision',
  operation: 'decision.ecrire',
  portee: 'CONVENTION',
  input: updateSuiviDecisionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openDecision(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle, reunion } = ouverte.verrou
    const jugement = judgeSuivi({ ...actuelle, reunion })
    if (!jugement.ok) return toEchec(jugement)
    await tx.$executeRaw`
      UPDATE decision SET responsable = ${input.responsable}, suivi = ${input.suivi}, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id}`
    return succeed<DecisionEcrite>({
      decision: actuelle.id,
      version: actuelle.version + 1,
      message: 'Suivi enregistré',
    })
  },
  revalidate: refreshConvention,
})

/** Says that a decision is carried out, and since when. */
export const closeDecision = defineAction({
  nom: 'closeDecision',
  operation: 'decision.ecrire',
  portee: 'CONVENTION',
  input: closeDecisionSchema,
  effet: async (contexte, input) => {
    const { tx, convention, today } = contexte
    const ouverte = await openDecision(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle, reunion } = ouverte.verrou
    const jugement = judgeSuivi({ ...actuelle, reunion })
    if (!jugement.ok) return toEchec(jugement)
    const message = judgeRealisation(input.realiseeLe ?? today, reunion.date, today)
    if (message !== null) return echecs.invalide([{ champ: 'realiseeLe', message }])
    await tx.$executeRaw`
      UPDATE decision SET realisee_le = ${input.realiseeLe}::date, suivi = ${input.suivi}, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id}`
    return succeed<DecisionEcrite>({
      decision: actuelle.id,
      version: actuelle.version + 1,
      message: 'Décision réalisée',
    })
  },
  revalidate: refreshConvention,
})

/** Takes back a completion declared too early. */
export const reopenDecision = defineAction({
  nom: 'reopenDecision',
  operation: 'decision.ecrire',
  portee: 'CONVENTION',
  input: reopenDecisionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openDecision(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte.verrou
    if (actuelle.realiseeLe === null)
      return echecs.regle('PAS_REALISEE', 'Cette décision n’est pas déclarée réalisée : il n’y a rien à rouvrir.')
    await tx.$executeRaw`
      UPDATE decision SET realisee_le = NULL, suivi = ${input.suivi}, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id}`
    return succeed<DecisionEcrite>({
      decision: actuelle.id,
      version: actuelle.version + 1,
      message: 'Décision de nouveau à suivre',
    })
  },
  revalidate: refreshConvention,
})
