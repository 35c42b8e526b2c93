'use server'
import { defineAction } from '@/lib/platform/action'
import { updateChamps } from '../write/champs'
import { refreshConvention } from '@/lib/platform/chemins'
import { updateFicheSchema } from '@/lib/plan-action/champs/schema'

/** Changes some fields of a fiche, each over what it was typed over. */
export const updateFiche = defineAction({
  nom: 'updateFiche',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateFicheSchema,
  effet: ({ tx, convention, acteur, today }, { fiche, champs }) =>
    updateChamps(tx, { convention, acteur, today }, fiche, champs),
  revalidate: refreshConvention,
})
