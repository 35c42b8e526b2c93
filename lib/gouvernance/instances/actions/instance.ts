'use server'
import { lockConvention } from '@/lib/convention/accord/effets'
import { closeReserves } from '@/lib/convention/reserves/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { buildRef } from '@/lib/platform/ref'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openInstance } from '../write'
import { findObstacle, listCommeParents, readComposition } from '../read/composition'
import { createInstanceSchema, removeInstanceSchema, updateInstanceSchema, updateMissionsSchema } from '../schema'
import type { InstanceEcrite } from '../types/edition'

/** The whole convention tells of its instances: dashboard, governance, calendar, search. */
const PARENT_INCONNU = 'Cette instance n’est pas dans la convention : choisissez-en une de la liste.'

/** Composes a new instance. Its address is made from its name, and stays. */
export const createInstance = defineAction({
  nom: 'createInstance',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: createInstanceSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    await lockConvention(tx, convention.id)
    const composition = await readComposition(tx, convention.id)
    if (input.parent !== null && !composition.some(({ id }) => id === input.parent))
      return echecs.invalide([{ champ: 'parent', message: PARENT_INCONNU }])
    const ref = buildRef(
      input.nom,
      composition.map((autre) => autre.ref),
    )
    const [creee] = await tx.$queryRaw<{ id: number; version: number }[]>`
      INSERT INTO instance (convention_id, ref, type, nom, parent_id, animation, secretariat, composition, missions, quorum, quorum_texte, ordre)
      VALUES (${convention.id}, ${ref}, ${input.type}::type_instance, ${input.nom}, ${input.parent}, ${input.animation}, ${input.secretariat},
        ${input.composition}, '{}', ${input.quorum}, ${input.quorumTexte},
        (SELECT coalesce(max(ordre), -1) + 1 FROM instance WHERE convention_id = ${convention.id}))
      RETURNING id, version`
    if (!creee) throw new Error('an instance was inserted and not returned')
    return succeed<InstanceEcrite>({
      instance: creee.id,
      ref,
      version: creee.version,
      message: `« ${input.nom} » est composée : complétez-la.`,
    })
  },
  revalidate: refreshConvention,
})

/** Changes what an instance is: kind, name, place, who leads it, who sits in it, quorum. */
export const updateInstance = defineAction({
  nom: 'updateInstance',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: updateInstanceSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    await lockConvention(tx, convention.id)
    const ouverte = await openInstance(contexte, input)
    if (!ouverte.ok) return ouverte
    if (input.parent !== null) {
      const composition = await readComposition(tx, convention.id)
      if (!composition.some(({ id }) => id === input.parent))
        return echecs.invalide([{ champ: 'parent', message: PARENT_INCONNU }])
      if (!listCommeParents(composition, input.instance).some(({ id }) => id === input.parent))
        return echecs.invalide([
          {
            champ: 'parent',
            message:
              'Une instance ne peut pas se trouver dans elle-même, ni dans une instance qu’elle contient : choisissez-en une autre.',
          },
        ])
    }
    await tx.$executeRaw`
      UPDATE instance SET type = ${input.type}::type_instance, nom = ${input.nom}, parent_id = ${input.parent}, animation = ${input.animation},
        secretariat = ${input.secretariat}, composition = ${input.composition}, quorum = ${input.quorum}, quorum_texte = ${input.quorumTexte}, version = version + 1
      WHERE convention_id = ${convention.id} AND id = ${input.instance} AND version = ${input.version}`
    return succeed<InstanceEcrite>({
      instance: input.instance,
      ref: ouverte.actuelle.ref,
      version: input.version + 1,
      message: 'Identité enregistrée',
    })
  },
  revalidate: refreshConvention,
})

/** Changes what an instance is for, and what it proposes or decides. */
export const updateMissions = defineAction({
  nom: 'updateMissions',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: updateMissionsSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openInstance(contexte, input)
    if (!ouverte.ok) return ouverte
    await tx.$executeRaw`
      UPDATE instance SET missions = ${input.missions}::text[], version = version + 1
      WHERE convention_id = ${convention.id} AND id = ${input.instance} AND version = ${input.version}`
    const gardees = input.competences.filter(({ pouvoir }) => pouvoir !== 'AUCUN')
    const donnees = JSON.stringify(gardees)
    await tx.$executeRaw`
      DELETE FROM competence WHERE convention_id = ${convention.id} AND instance_id = ${input.instance}
        AND NOT matiere::text = ANY(${gardees.map(({ matiere }) => matiere)}::text[])`
    await tx.$executeRaw`
      INSERT INTO competence (convention_id, instance_id, matiere, pouvoir, source)
      SELECT ${convention.id}, ${input.instance}, k.matiere, k.pouvoir, k.source
      FROM jsonb_to_recordset(${donnees}::jsonb) AS k(matiere matiere_decision, pouvoir pouvoir_instance, source text)
      ON CONFLICT (instance_id, matiere) DO UPDATE SET pouvoir = excluded.pouvoir, source = excluded.source
      WHERE (competence.pouvoir, competence.source) IS DISTINCT FROM (excluded.pouvoir, excluded.source)`
    return succeed<InstanceEcrite>({
      instance: input.instance,
      ref: ouverte.actuelle.ref,
      version: input.version + 1,
      message: 'Missions et décisions enregistrées',
    })
  },
  revalidate: refreshConvention,
})

/** Removes an instance that never lived: one with meetings is part of what happened. */
export const removeInstance = defineAction({
  nom: 'removeInstance',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: removeInstanceSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    await lockConvention(tx, convention.id)
    const ouverte = await openInstance(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    const obstacle = await findObstacle(tx, convention.id, actuelle.id)
    if (obstacle !== null) return echecs.regle('INSTANCE_UTILISEE', obstacle)
    await closeReserves(
      tx,
      convention.id,
      [
        { type: 'INSTANCE', ref: actuelle.ref },
        { type: 'REGLE', ref: actuelle.ref },
      ],
      `L’instance « ${actuelle.nom} » a été retirée.`,
    )
    await tx.$executeRaw`DELETE FROM instance WHERE convention_id = ${convention.id} AND id = ${actuelle.id}`
    return succeed<InstanceEcrite>({
      instance: actuelle.id,
      ref: actuelle.ref,
      version: actuelle.version,
      message: `« ${actuelle.nom} » est retirée`,
    })
  },
  revalidate: refreshConvention,
})
