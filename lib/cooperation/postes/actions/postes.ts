'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshEtp } from '@/lib/platform/chemins'
import { decimalFromCentiemes, formatQuotite } from '@/lib/platform/nombres'
import { buildRef } from '@/lib/platform/ref'
import { echecs, succeed } from '@/lib/platform/resultat'
import { openCadre, openPoste } from '../write/postes'
import { createPosteSchema, removePosteSchema, updatePosteSchema } from '../schema/postes'
import { writeMissions, writeThemes } from '../write/listes'

/** Describes a post of a schéma, as a part of one of its lines or of none. */
export const createPoste = defineAction({
  nom: 'createPoste',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: createPosteSchema,
  effet: async (contexte, { convention: _slug, schema, themes, missions, affectation, quotite, ...champs }) => {
    const { tx, convention } = contexte
    const place = await openCadre(contexte, { schema, affectation })
    if (!place.ok) return place
    const autres = await tx.poste.findMany({ where: { conventionId: convention.id }, select: { ref: true } })
    const ref = buildRef(
      `poste ${champs.intitule}`,
      autres.map((autre) => autre.ref),
    )
    const { id } = await tx.poste.create({
      data: {
        conventionId: convention.id,
        schemaId: schema,
        affectationId: affectation,
        ref,
        quotite: decimalFromCentiemes(quotite),
        ordre: autres.length,
        ...champs,
      },
      select: { id: true },
    })
    await writeThemes(tx, convention.id, id, themes)
    await writeMissions(tx, convention.id, id, missions)
    return succeed({
      poste: id,
      version: 0,
      message: `Poste « ${champs.intitule} » ajouté, ${formatQuotite(quotite)} ETP.`,
    })
  },
  revalidate: refreshEtp,
})

/** Changes a post; who fills it must still fit. */
export const updatePoste = defineAction({
  nom: 'updatePoste',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: updatePosteSchema,
  effet: async (
    contexte,
    { convention: _slug, poste: id, version, themes, missions, affectation, quotite, ...champs },
  ) => {
    const { tx, convention } = contexte
    const ouvert = await openPoste(contexte, { poste: id, version })
    if (!ouvert.ok) return ouvert
    const place = await openCadre(contexte, { schema: ouvert.poste.schema, affectation })
    if (!place.ok) return place
    await tx.poste.updateMany({
      where: { id, conventionId: convention.id },
      data: {
        affectationId: affectation,
        quotite: decimalFromCentiemes(quotite),
        ...champs,
        version: { increment: 1 },
      },
    })
    await writeThemes(tx, convention.id, id, themes)
    await writeMissions(tx, convention.id, id, missions)
    return succeed({ poste: id, version: version + 1, message: `Poste « ${champs.intitule} » enregistré.` })
  },
  revalidate: refreshEtp,
})

/** Removes a post that nobody ever filled. */
export const removePoste = defineAction({
  nom: 'removePoste',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: removePosteSchema,
  effet: async (contexte, { poste: id, version }) => {
    const { tx, convention } = contexte
    const ouvert = await openPoste(contexte, { poste: id, version })
    if (!ouvert.ok) return ouvert
    if (ouvert.poste.occupations.length > 0)
      return echecs.regle(
        'POSTE_OCCUPE',
        'Ce poste a été occupé : son histoire se garde. Terminez plutôt l’occupation en cours.',
      )
    const finances = await tx.financement.count({ where: { conventionId: convention.id, posteId: id } })
    if (finances > 0)
      return echecs.regle(
        'POSTE_FINANCE',
        'Des montants sont rattachés à ce poste : retirez-les d’abord de la page « Coûts ».',
      )
    await tx.poste.deleteMany({ where: { id, conventionId: convention.id } })
    return succeed({ message: `Poste « ${ouvert.poste.intitule} » retiré.` })
  },
  revalidate: refreshEtp,
})
