'use server'
import { defineAction } from '@/lib/platform/action'
import { writeMesures } from '../write/lot'
import { refreshConvention } from '@/lib/platform/chemins'
import { recordMesuresSchema } from '../schema'

/**
 * Records values of indicators, many at once or one: all of them or none. A pilote names the fiche they lead, whose
 * values alone they may write; those who coordinate write the whole grid.
 */
export const recordMesures = defineAction({
  nom: 'recordMesures',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: recordMesuresSchema,
  effet: (contexte, input) => writeMesures(contexte, input),
  revalidate: refreshConvention,
})
