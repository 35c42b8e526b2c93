'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { lockConvention } from '@/lib/convention/accord/effets'
import { writeCopie } from '../write/copie'
import { writeDeveloppements } from '../write/lignes'
import { listSchemas } from '../read/schemas'
import { checkChevauchement, checkPeriode } from '../rules/equilibre'
import { checkAnterieur } from '../rules/anterieur'
import { checkFin } from '../rules/periodes'
import { createSchemaSchema, removeSchemaSchema, updateFinSchema, updateIdentiteSchema } from '../schema/creation'
import { lockSchema, requireBrouillon } from '../write/verrou'

/**
 * Prepares a new schéma as a draft: from nothing, from the lines of another, or as an evolution (existing +
 * developments). That of the previous convention is kept as history.
 */
export const createSchema = defineAction({
  nom: 'createSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createSchemaSchema,
  effet: async ({ tx, convention }, input) => {
    // The convention’s row is the lock: two new schémas of the same dates wait for each other.
    await lockConvention(tx, convention.id)
    const autres = await listSchemas(tx, convention.id)
    const modele = autres.find(({ id }) => id === input.modele) ?? null
    if (input.modele !== null && modele === null) return echecs.introuvable()
    for (const verdict of [
      checkAnterieur(input, convention),
      checkPeriode(input, convention),
      checkChevauchement({ id: 0, ...input }, autres),
    ])
      if (!verdict.ok) return echecs.invalide([{ champ: 'debut', message: verdict.message }])
    const { id, ref } = await writeCopie(tx, convention.id, input, modele, autres)
    const echec = input.evolution
      ? await writeDeveloppements(tx, convention.id, { id, developpements: [] }, input.evolution.developpements)
      : null
    return echec ?? succeed({ ref })
  },
  revalidate: refreshConvention,
})

/** Changes what a draft says of itself: name, dates, period in words, source, note, previous convention. Its key does not change. */
export const updateIdentite = defineAction({
  nom: 'updateIdentite',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateIdentiteSchema,
  effet: async ({ tx, convention }, input) => {
    // The convention’s row first, as at creation: dates are judged against those of the other schémas.
    await lockConvention(tx, convention.id)
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const { libelle, debut, fin, periodeTexte, source, note, anterieur } = input
    for (const verdict of [
      checkAnterieur(input, convention),
      checkPeriode(input, convention),
      checkChevauchement({ id: input.schema, libelle, debut, fin }, verrou.autres),
    ])
      if (!verdict.ok) return echecs.invalide([{ champ: 'debut', message: verdict.message }])
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: {
        libelle,
        periodeTexte,
        source,
        note,
        anterieur,
        debut: debut === null ? null : new Date(debut),
        fin: fin === null ? null : new Date(fin),
        version: { increment: 1 },
      },
    })
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})

/**
 * Gives its last day to a schéma that has none, whatever its state: what follows it may then be prepared. A last day that
 * is known does not change here.
 */
export const updateFin = defineAction({
  nom: 'updateFin',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateFinSchema,
  effet: async ({ tx, convention }, input) => {
    await lockConvention(tx, convention.id)
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const { schema, autres } = verrou
    const fini = { ...schema, fin: input.fin }
    for (const verdict of [
      checkFin(schema, input.fin),
      checkAnterieur(fini, convention),
      checkPeriode(fini, convention),
      checkChevauchement(fini, autres),
    ])
      if (!verdict.ok) return echecs.invalide([{ champ: 'fin', message: verdict.message }])
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: { fin: new Date(input.fin), version: { increment: 1 } },
    })
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshConvention,
})

/** Removes a draft that nothing rests on: no post, no decision, no item of an agenda. */
export const removeSchema = defineAction({
  nom: 'removeSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeSchemaSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const [appuis] = await tx.$queryRaw<{ postes: number; decisions: number; points: number }[]>`
      SELECT (SELECT count(*)::int FROM poste WHERE convention_id = ${convention.id} AND schema_id = ${input.schema}) AS postes,
        (SELECT count(*)::int FROM porte.decision WHERE convention_id = ${convention.id} AND schema_id = ${input.schema}) AS decisions,
        (SELECT count(*)::int FROM porte.point WHERE convention_id = ${convention.id} AND schema_id = ${input.schema}) AS points`
    if (appuis && appuis.postes > 0)
      return echecs.regle(
        'POSTE_RATTACHE',
        'Des postes sont décrits dans ce schéma : retirez-les d’abord, dans « Postes et personnes ».',
      )
    if (appuis && appuis.decisions + appuis.points > 0)
      return echecs.regle(
        'SCHEMA_CITE',
        'Une réunion a ce schéma à son ordre du jour ou dans ses décisions : il ne se supprime plus.',
      )
    await tx.schemaCooperation.deleteMany({ where: { id: input.schema, conventionId: convention.id } })
    return succeed({ libelle: verrou.schema.libelle })
  },
  revalidate: refreshConvention,
})
