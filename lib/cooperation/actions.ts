'use server'
import { defineAction } from '@/lib/platform/action'
import { decimalFromCentiemes } from '@/lib/platform/nombres'
import { echecs, succeed } from '@/lib/platform/resultat'
import { writeCopie } from './copie'
import { listSchemas } from './lecture'
import { checkChevauchement, checkPeriode } from './rules'
import { createAffectationSchema, createSchemaSchema, removeAffectationSchema, updateSchemaSchema } from './schema'
import { lockSchema, requireBrouillon } from './verrou'

const revalidate = ({ convention }: { convention: string | null }) => [`/conventions/${convention}`]
const decimalOuNul = (centiemes: number | null) => (centiemes === null ? null : decimalFromCentiemes(centiemes))

/** Saves a draft: its total, its lines. It may be out of balance; the answer says by how much. */
export const updateSchema = defineAction({
  nom: 'updateSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updateSchemaSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const lignes = new Map(verrou.schema.lignes.map((ligne) => [ligne.id, ligne]))
    if (input.lignes.some(({ id }) => !lignes.has(id))) return echecs.introuvable()
    const changees = input.lignes.filter(({ id, quotite, motifZero, note }) => {
      const avant = lignes.get(id)
      return avant?.quotite !== quotite || avant.motifZero !== motifZero || avant.note !== note
    })
    for (const { id, quotite, motifZero, note } of changees) {
      await tx.affectation.updateMany({
        where: { id, conventionId: convention.id, schemaId: input.schema },
        data: { quotite: decimalOuNul(quotite), motifZero, note, version: { increment: 1 } },
      })
    }
    await tx.schemaCooperation.updateMany({
      where: { id: input.schema, conventionId: convention.id },
      data: { total: decimalOuNul(input.total), version: { increment: 1 } },
    })
    return succeed({ version: input.version + 1 })
  },
  revalidate,
})

/** Adds a line to a draft, without a figure. */
export const createAffectation = defineAction({
  nom: 'createAffectation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createAffectationSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const deLaMarge = verrou.schema.lignes.filter(({ marge }) => marge === input.marge)
    if (deLaMarge.some(({ libelle }) => libelle.toLocaleLowerCase('fr') === input.libelle.toLocaleLowerCase('fr')))
      return echecs.invalide([{ champ: 'libelle', message: `« ${input.libelle} » figure déjà dans cette répartition : modifiez sa ligne.` }])
    await tx.affectation.createMany({
      data: { conventionId: convention.id, schemaId: input.schema, marge: input.marge, libelle: input.libelle, ordre: deLaMarge.length + 1 },
    })
    await tx.schemaCooperation.updateMany({ where: { id: input.schema, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({ version: input.version + 1 })
  },
  revalidate,
})

/** Removes a line from a draft. */
export const removeAffectation = defineAction({
  nom: 'removeAffectation',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removeAffectationSchema,
  effet: async ({ tx, convention }, input) => {
    const verrou = await lockSchema(tx, convention.id, input)
    if (!verrou.ok) return verrou
    const refus = requireBrouillon(verrou.schema)
    if (refus) return refus
    const postes = await tx.poste.count({ where: { conventionId: convention.id, affectationId: input.affectation } })
    if (postes > 0) return echecs.regle('POSTE_RATTACHE', 'Un poste est rattaché à cette ligne : mettez plutôt sa quotité à 0 avec un motif.')
    const { count } = await tx.affectation.deleteMany({ where: { id: input.affectation, conventionId: convention.id, schemaId: input.schema } })
    if (count === 0) return echecs.introuvable()
    await tx.schemaCooperation.updateMany({ where: { id: input.schema, conventionId: convention.id }, data: { version: { increment: 1 } } })
    return succeed({ version: input.version + 1 })
  },
  revalidate,
})

/** Prepares a new schéma as a draft, from nothing or from the lines of another. */
export const createSchema = defineAction({
  nom: 'createSchema',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createSchemaSchema,
  effet: async ({ tx, convention }, input) => {
    // The convention’s row is the lock: two new schémas of the same dates wait for each other.
    await tx.$queryRaw`SELECT 1 FROM convention WHERE id = ${convention.id} FOR NO KEY UPDATE`
    const autres = await listSchemas(tx, convention.id)
    const modele = autres.find(({ id }) => id === input.modele) ?? null
    if (input.modele !== null && modele === null) return echecs.introuvable()
    const periode = checkPeriode(input, convention)
    if (!periode.ok) return echecs.invalide([{ champ: 'debut', message: periode.message }])
    const place = checkChevauchement({ id: 0, ...input }, autres)
    if (!place.ok) return echecs.invalide([{ champ: 'debut', message: place.message }])
    const ref = await writeCopie(tx, convention.id, input, modele, autres)
    return succeed({ ref })
  },
  revalidate,
})
