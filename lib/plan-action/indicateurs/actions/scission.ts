'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { buildRefIndicateur, lockIndicateur } from '../write'
import { isConfirmable, listCotes } from '@/lib/plan-action/mesures/rules/grille'
import { createPartiesSchema, removePartiesSchema } from '../schema'

/** Splits a line as written into the measures it holds: the line stays above them, and is no longer measured itself. */
export const createPartiesIndicateur = defineAction({
  nom: 'createPartiesIndicateur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: createPartiesSchema,
  effet: async ({ tx, convention }, { indicateur, version, parties, valeursVers }) => {
    const ligne = await lockIndicateur(tx, convention.id, indicateur)
    if (!ligne) return echecs.introuvable()
    if (ligne.version !== version) return echecs.conflit({ version: ligne.version, definition: ligne })
    if (ligne.origine !== null)
      return echecs.regle(
        'SCISSION',
        'Cette mesure vient déjà d’une ligne séparée : ajoutez la nouvelle mesure à la ligne.',
      )
    if (ligne.parties + parties.length < 2)
      return echecs.invalide([
        { champ: 'parties', message: 'Écrivez au moins deux mesures, ou gardez la ligne entière.' },
      ])
    if (ligne.mesures > 0 && (valeursVers === null || valeursVers >= parties.length)) {
      return echecs.invalide([
        { champ: 'valeursVers', message: 'Cette ligne a déjà des valeurs : dites quelle mesure les reprend.' },
      ])
    }
    if (ligne.mesures > 0 && !isConfirmable(ligne.confirmation, listCotes(convention.roles))) {
      return echecs.regle(
        'SCISSION',
        'Des valeurs de cette ligne sont à confirmer par l’autre partie : demandez-lui de la séparer.',
      )
    }
    const refs = await buildRefIndicateur(
      tx,
      convention.id,
      parties.map(({ libelle }) => libelle),
    )
    const ids: number[] = []
    for (const [rang, { libelle, nature, unite }] of parties.entries()) {
      const {
        fiche,
        etape,
        ordre,
        sens,
        frequence,
        fournisseur,
        source,
        confirmation,
        ventilation,
        ventilationGenre,
        ventiles,
        evolution,
      } = ligne
      const { id } = await tx.indicateur.create({
        data: {
          conventionId: convention.id,
          ficheActionId: fiche,
          etapeId: etape,
          origineId: ligne.id,
          ref: refs[rang] ?? '',
          libelle,
          nature,
          unite,
          ordre,
          sens,
          frequence,
          fournisseur,
          source,
          confirmation,
          ventilation,
          ventilationGenre,
          ventiles,
          evolution,
        },
        select: { id: true },
      })
      ids.push(id)
    }
    if (ligne.mesures > 0 && valeursVers !== null) {
      if (parties[valeursVers]?.nature !== ligne.nature) {
        return echecs.invalide([
          {
            champ: 'valeursVers',
            message: 'Ces valeurs sont d’une autre nature : choisissez une mesure de la même nature que la ligne.',
          },
        ])
      }
      await tx.$executeRaw`UPDATE mesure SET indicateur_id = ${ids[valeursVers] ?? 0}, version = version + 1 WHERE convention_id = ${convention.id} AND indicateur_id = ${ligne.id}`
    }
    await tx.indicateur.update({
      where: { id: ligne.id, conventionId: convention.id },
      data: { version: { increment: 1 } },
    })
    return succeed({ version: version + 1, parties: ids })
  },
  revalidate: refreshConvention,
})

/** Makes a split line whole again: its parts go, when nothing was measured nor decided of them. */
export const removePartiesIndicateur = defineAction({
  nom: 'removePartiesIndicateur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: removePartiesSchema,
  effet: async ({ tx, convention }, { indicateur, version }) => {
    const ligne = await lockIndicateur(tx, convention.id, indicateur)
    if (!ligne) return echecs.introuvable()
    if (ligne.version !== version) return echecs.conflit({ version: ligne.version, definition: ligne })
    const retenues = await tx.$queryRaw<{ libelle: string }[]>`
      SELECT p.libelle FROM indicateur p WHERE p.convention_id = ${convention.id} AND p.origine_id = ${indicateur}
        AND (EXISTS (SELECT 1 FROM mesure m WHERE m.convention_id = ${convention.id} AND m.indicateur_id = p.id)
          OR EXISTS (SELECT 1 FROM porte.decision d WHERE d.convention_id = ${convention.id} AND d.indicateur_id = p.id)
          OR EXISTS (SELECT 1 FROM porte.point o WHERE o.convention_id = ${convention.id} AND o.indicateur_id = p.id)) ORDER BY p.id`
    if (retenues.length > 0) {
      return echecs.regle(
        'SCISSION',
        `Ces mesures ont déjà des valeurs ou des décisions : ${retenues.map(({ libelle }) => `« ${libelle} »`).join(', ')}. La ligne reste séparée.`,
      )
    }
    await tx.$executeRaw`DELETE FROM indicateur WHERE convention_id = ${convention.id} AND origine_id = ${indicateur}`
    await tx.indicateur.update({
      where: { id: indicateur, conventionId: convention.id },
      data: { version: { increment: 1 } },
    })
    return succeed({ version: version + 1 })
  },
  revalidate: refreshConvention,
})
