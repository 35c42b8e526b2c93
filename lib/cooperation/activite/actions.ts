'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshActivite } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { readActivite, refuseCharge } from './write'
import { createActiviteSchema, recordBilanFonctionSchema, removeActiviteSchema, updateActiviteSchema } from './schema'
import { ABSENTE } from '@/lib/cooperation/afas/types'

/** Notes what was done of a mission in a year. */
export const createActivite = defineAction({
  nom: 'createActivite',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createActiviteSchema,
  effet: async ({ tx, convention }, { annee, mission: numero, charge, texte }) => {
    const mission = await tx.missionReference.findUnique({ where: { ordre: numero } })
    if (!mission) return echecs.introuvable()
    const refus = await refuseCharge(tx, convention.id, { charge, annee })
    if (refus) return refus
    const ordre = await tx.activiteMission.count({ where: { conventionId: convention.id, annee } })
    await tx.activiteMission.createMany({
      data: { conventionId: convention.id, annee, missionId: mission.id, chargeId: charge, texte, ordre },
    })
    return succeed({ message: `Mission ${numero} : activité de ${annee} notée.` })
  },
  revalidate: refreshActivite,
})

export const updateActivite = defineAction({
  nom: 'updateActivite',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateActiviteSchema,
  effet: async ({ tx, convention }, { activite: id, version, charge, texte }) => {
    const lue = await readActivite(tx, convention.id, id)
    if (!lue) return echecs.introuvable()
    if (lue.version !== version) return echecs.conflit(lue)
    // Whoever it was noted for stays, even when their dates were corrected since.
    const refus = charge === lue.charge ? null : await refuseCharge(tx, convention.id, { charge, annee: lue.annee })
    if (refus) return refus
    await tx.activiteMission.updateMany({
      where: { id, conventionId: convention.id },
      data: { chargeId: charge, texte, version: { increment: 1 } },
    })
    return succeed({ message: `Mission ${lue.numero} : activité enregistrée.` })
  },
  revalidate: refreshActivite,
})

export const removeActivite = defineAction({
  nom: 'removeActivite',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeActiviteSchema,
  effet: async ({ tx, convention }, { activite: id, version }) => {
    const lue = await readActivite(tx, convention.id, id)
    if (!lue) return echecs.introuvable()
    if (lue.version !== version) return echecs.conflit(lue)
    await tx.activiteMission.deleteMany({ where: { id, conventionId: convention.id } })
    return succeed({ message: `Mission ${lue.numero} : activité retirée.` })
  },
  revalidate: refreshActivite,
})

/** Writes the appraisal of the function for a year; all rubrics empty takes it back. */
export const recordBilanFonction = defineAction({
  nom: 'recordBilanFonction',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: recordBilanFonctionSchema,
  effet: async ({ tx, convention }, { annee, version, effets, objectifs, moyens, difficultes, suites }) => {
    const cible = { conventionId: convention.id, annee }
    const rubriques = { effets, objectifs, moyens, difficultes, suites }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${convention.id}::int, ${annee}::int)`
    const actuel = await tx.bilanFonction.findFirst({
      where: cible,
      select: { version: true, effets: true, objectifs: true, moyens: true, difficultes: true, suites: true },
    })
    if ((actuel?.version ?? ABSENTE) !== version)
      return echecs.conflit(
        actuel ?? { version: ABSENTE, effets: null, objectifs: null, moyens: null, difficultes: null, suites: null },
      )
    const vide = Object.values(rubriques).every((texte) => texte === null)
    if (vide && !actuel)
      return echecs.invalide([{ champ: 'effets', message: 'Remplissez au moins une rubrique du bilan.' }])
    if (vide) await tx.bilanFonction.deleteMany({ where: cible })
    else if (actuel)
      await tx.bilanFonction.updateMany({ where: cible, data: { ...rubriques, version: { increment: 1 } } })
    else await tx.bilanFonction.createMany({ data: { ...cible, ...rubriques } })
    return succeed({
      message: vide ? `Bilan de la fonction ${annee} retiré.` : `Bilan de la fonction ${annee} enregistré.`,
    })
  },
  revalidate: refreshActivite,
})
