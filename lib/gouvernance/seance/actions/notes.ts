'use server'
import { defineAction } from '@/lib/platform/action'
import { succeed } from '@/lib/platform/resultat'
import { findConflit, openAgenda } from '../write'
import { recordNotesSchema } from '../schema/agenda'

/**
 * Saves the notes of a point as they are typed. The page is not refreshed: whoever types has them on the screen, and
 * refreshing at each pause would take the pen out of their hand.
 */
export const recordNotes = defineAction({
  nom: 'recordNotes',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: recordNotesSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openAgenda(contexte, { point: input.point })
    if (!ouverte.ok) return ouverte
    const notes = input.notes.trim() === '' ? null : input.notes
    const changes = await tx.$executeRaw`
      UPDATE point_ordre_du_jour SET notes = ${notes}, version = version + 1
      WHERE convention_id = ${convention.id} AND id = ${input.point} AND version = ${input.version}`
    if (changes === 0) return findConflit(contexte, input.point)
    return succeed({ point: input.point, version: input.version + 1 })
  },
})
