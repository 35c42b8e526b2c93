'use server'
import { exportPlan } from '@/lib/plan-action/document/read'
import type { Prisma } from '@/lib/generated/prisma/client'
import { hasAvenant } from '@/lib/convention/accord/read'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { closeVersionSchema } from './schema'
import type { VersionArretee } from './types'

/**
 * Closes the current version of the plan: what it says now is kept whole, once and for all, and the living plan goes on
 * under the next number.
 */
export const closeVersion = defineAction({
  nom: 'closeVersion',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: closeVersionSchema,
  effet: async ({ tx, acteur, convention, today }, { version, libelle, date, avenant, motif }) => {
    const [plan] = await tx.$queryRaw<{ id: number; version: number; numero: number }[]>`
      SELECT id, version, numero_version AS numero FROM plan_action WHERE id = (SELECT p.id FROM app.plan_en_vigueur(${convention.id}) p) FOR UPDATE`
    if (!plan) return echecs.introuvable()
    if (plan.version !== version) return echecs.conflit({ version: plan.version, numeroVersion: plan.numero })
    if (date > today)
      return echecs.invalide([
        {
          champ: 'date',
          message: 'Cette date est à venir : une version s’arrête à une date passée, ou aujourd’hui.',
        },
      ])
    if (!(await hasAvenant(tx, convention.id, avenant)))
      return echecs.invalide([
        {
          champ: 'avenant',
          message: 'Cet avenant n’est pas dans la convention : choisissez-en un de la liste, ou aucun.',
        },
      ])
    const contenu = await exportPlan(tx, convention.id)
    if (contenu === null) return echecs.introuvable()
    await tx.versionPlan.create({
      data: {
        conventionId: convention.id,
        planId: plan.id,
        numero: plan.numero,
        libelle,
        motif,
        avenantId: avenant,
        arreteeLe: new Date(`${date}T00:00:00Z`),
        contenu: contenu satisfies Prisma.InputJsonValue,
        auteurId: acteur.id,
      },
    })
    await tx.planAction.updateMany({
      where: { id: plan.id, conventionId: convention.id },
      data: { numeroVersion: { increment: 1 }, version: { increment: 1 } },
    })
    return succeed<VersionArretee>({
      numero: plan.numero,
      message: `La version ${plan.numero} est arrêtée : le plan continue en version ${plan.numero + 1}`,
    })
  },
  revalidate: refreshConvention,
})
