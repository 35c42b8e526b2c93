'use server'
import { checkGesteLibre } from '@/lib/competences/read'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { toSchemaRegle } from '../rules/enregistre'
import { checkProposition, checkTransition, checkValidation } from '../rules/equilibre'
import { changeEtatSchema } from '../schema/saisie'
import { lockSchema } from '../write/verrou'

/** Proposes a draft to the COPIL: each margin that is filled in must sum exactly to the agreed total. */
export const proposeSchema = defineAction({
  nom: 'proposeSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: changeEtatSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const verdict = checkProposition(toSchemaRegle(verrou.schema))
    if (!verdict.ok) return echecs.regle('SOMME_INEXACTE', verdict.message)
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: { etat: 'PROPOSE', version: { increment: 1 } },
    })
    return succeed({ version: input.version + 1, avertissements: verdict.avertissements })
  },
  revalidate: refreshConvention,
})

/** Validates a proposed schéma, where no instance decides of it; the balance is checked again on what is there now. */
export const validateSchema = defineAction({
  nom: 'validateSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: changeEtatSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = await checkGesteLibre(tx, convention.id, 'SCHEMA')
    if (refus) return refus
    const verdict = checkValidation(toSchemaRegle(verrou.schema))
    if (!verdict.ok) return echecs.regle('SOMME_INEXACTE', verdict.message)
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: { etat: 'VALIDE', version: { increment: 1 } },
    })
    return succeed({ version: input.version + 1, avertissements: verdict.avertissements })
  },
  revalidate: refreshConvention,
})

/** Takes a proposal back to draft, to be changed. */
export const reopenSchema = defineAction({
  nom: 'reopenSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: changeEtatSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const verdict = checkTransition(verrou.schema.etat, 'BROUILLON')
    if (!verdict.ok) return echecs.regle('ETAT', verdict.message)
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: { etat: 'BROUILLON', version: { increment: 1 } },
    })
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})

/** Closes a validated schéma whose period is over. */
export const closeSchema = defineAction({
  nom: 'closeSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: changeEtatSchema,
  effet: async ({ tx, convention, today }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const verdict = checkTransition(verrou.schema.etat, 'CLOS')
    if (!verdict.ok) return echecs.regle('ETAT', verdict.message)
    if (verrou.schema.fin !== null && verrou.schema.fin >= today)
      return echecs.regle(
        'PERIODE_EN_COURS',
        'La période de ce schéma n’est pas terminée : attendez sa fin pour le clore.',
      )
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: { etat: 'CLOS', version: { increment: 1 } },
    })
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})
