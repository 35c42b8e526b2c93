'use server'
import { defineAction } from '@/lib/platform/action'
import { updateLot } from '../write'
import { refreshConvention } from '@/lib/platform/chemins'
import { updateFichesSchema } from '../schema/lot'

/** Changes many fiches at once: what can be is written, what cannot says why. A pilote writes theirs one by one. */
export const updateFiches = defineAction({
  nom: 'updateFiches',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: updateFichesSchema,
  effet: ({ tx, convention, acteur, today }, { lot }) => updateLot(tx, { convention, acteur, today }, lot),
  revalidate: refreshConvention,
})
