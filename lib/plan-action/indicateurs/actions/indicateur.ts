'use server'
import { checkGesteLibre } from '@/lib/competences/read'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { buildRefIndicateur, isCibleChangee, lockIndicateur, readDefinition, toColonnes, updateCibles } from '../write'
import { listCotes } from '@/lib/plan-action/mesures/rules/grille'
import { checkDefinition, checkRetrait } from '../rules/definition'
import { createIndicateurSchema, removeIndicateurSchema, updateIndicateurSchema } from '../schema'

/** Adds an indicator to a fiche, to one of its étapes, or to the convention itself. */
export const createIndicateur = defineAction({
  nom: 'createIndicateur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: createIndicateurSchema,
  effet: async ({ tx, convention }, { ficheVisee, etape, definition: saisie }) => {
    if (ficheVisee !== null) {
      const [fiche] = await tx.$queryRaw<
        { id: number }[]
      >`SELECT id FROM fiche_action WHERE convention_id = ${convention.id} AND id = ${ficheVisee} FOR NO KEY UPDATE`
      if (!fiche) return echecs.introuvable()
    }
    if (
      etape !== null &&
      !(await tx.etape.findFirst({
        where: { id: etape, conventionId: convention.id, ficheActionId: ficheVisee ?? -1 },
        select: { id: true },
      }))
    )
      return echecs.introuvable()
    const lue = readDefinition(saisie)
    if (!lue.ok) return lue
    const { definition } = lue
    const erreurs = checkDefinition(definition, null)
    if (erreurs.length > 0) return echecs.invalide(erreurs)
    const refus = isCibleChangee(definition, null) ? await checkGesteLibre(tx, convention.id, 'CIBLE') : null
    if (refus) return refus
    const [ref = ''] = await buildRefIndicateur(tx, convention.id, [definition.libelle])
    const { _max } = await tx.indicateur.aggregate({
      where: { conventionId: convention.id, ficheActionId: ficheVisee },
      _max: { ordre: true },
    })
    const { id } = await tx.indicateur.create({
      data: {
        ...toColonnes(definition),
        conventionId: convention.id,
        ficheActionId: ficheVisee,
        etapeId: etape,
        ref,
        ordre: (_max.ordre ?? 0) + 1,
      },
      select: { id: true },
    })
    await updateCibles(tx, convention.id, id, definition.cibles)
    return succeed({ id, ref })
  },
  revalidate: refreshConvention,
})

/** Changes what an indicator measures and aims at; a target that an instance decides of is left to it. */
export const updateIndicateur = defineAction({
  nom: 'updateIndicateur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: updateIndicateurSchema,
  effet: async ({ tx, convention }, { indicateur, version, definition: saisie }) => {
    const avant = await lockIndicateur(tx, convention.id, indicateur)
    if (!avant) return echecs.introuvable()
    if (avant.version !== version) return echecs.conflit({ version: avant.version, definition: avant })
    const lue = readDefinition(saisie)
    if (!lue.ok) return lue
    const { definition } = lue
    const erreurs = checkDefinition(definition, { ...avant, cotes: listCotes(convention.roles) })
    if (erreurs.length > 0) return echecs.invalide(erreurs)
    const refus = isCibleChangee(definition, avant) ? await checkGesteLibre(tx, convention.id, 'CIBLE') : null
    if (refus) return refus
    await tx.indicateur.update({
      where: { id: indicateur, conventionId: convention.id },
      data: { ...toColonnes(definition), version: { increment: 1 } },
    })
    await updateCibles(tx, convention.id, indicateur, definition.cibles)
    return succeed({ version: version + 1 })
  },
  revalidate: refreshConvention,
})

/** Takes an indicator away, when nothing was measured nor decided of it. */
export const removeIndicateur = defineAction({
  nom: 'removeIndicateur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: removeIndicateurSchema,
  effet: async ({ tx, convention }, { indicateur, version }) => {
    const avant = await lockIndicateur(tx, convention.id, indicateur)
    if (!avant) return echecs.introuvable()
    if (avant.version !== version) return echecs.conflit({ version: avant.version, definition: avant })
    const [parties] = await tx.$queryRaw<{ mesures: number; decisions: number }[]>`
      SELECT count(m.id)::int AS mesures, (SELECT count(*)::int FROM porte.decision d JOIN indicateur q ON q.id = d.indicateur_id WHERE d.convention_id = ${convention.id} AND q.origine_id = ${indicateur})
        + (SELECT count(*)::int FROM porte.point o JOIN indicateur q ON q.id = o.indicateur_id WHERE o.convention_id = ${convention.id} AND q.origine_id = ${indicateur}) AS decisions
      FROM indicateur p LEFT JOIN mesure m ON m.convention_id = p.convention_id AND m.indicateur_id = p.id WHERE p.convention_id = ${convention.id} AND p.origine_id = ${indicateur}`
    const refus = checkRetrait({
      mesures: avant.mesures + (parties?.mesures ?? 0),
      decisions: avant.decisions + (parties?.decisions ?? 0),
    })
    if (refus) return echecs.regle('INDICATEUR_UTILISE', refus)
    await tx.$executeRaw`DELETE FROM indicateur WHERE convention_id = ${convention.id} AND id = ${indicateur}`
    return succeed({})
  },
  revalidate: refreshConvention,
})
