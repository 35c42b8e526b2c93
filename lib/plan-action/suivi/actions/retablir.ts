'use server'
import { defineAction } from '@/lib/platform/action'
import { cancelChamp } from '../write/retablir'
import { refreshConvention } from '@/lib/platform/chemins'
import { cancelChangementSchema } from '../schema'

/** Puts a field back to what it was before a change told in the thread of its fiche; the journal keeps both. */
export const cancelChangement = defineAction({
  nom: 'cancelChangement',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: cancelChangementSchema,
  effet: (contexte, { fiche, ligne, champ, vu }) => cancelChamp(contexte, { fiche, ligne, champ, vu }),
  revalidate: refreshConvention,
})
