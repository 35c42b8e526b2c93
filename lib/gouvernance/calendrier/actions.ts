'use server'
import { z } from 'zod'
import { defineAction } from '@/lib/platform/action'
import { refreshAbonnement } from '@/lib/platform/chemins'
import { closeAbonnement, openAbonnement } from '@/lib/platform/identite/calendrier-abonnement'
import { echecs, succeed } from '@/lib/platform/resultat'

/** Makes one’s private calendar address; the one before, if any, stops answering. The address is given this once. */
export const createCalendrier = defineAction({
  nom: 'createCalendrier',
  operation: 'compte.regler',
  portee: 'GENERALE',
  input: z.strictObject({}),
  effet: async ({ tx }) => {
    const secret = await openAbonnement(tx)
    return secret === null ? echecs.nonConnecte() : succeed({ chemin: `/api/calendrier/${secret}.ics` })
  },
  revalidate: refreshAbonnement,
})

/** Ends one’s private calendar address, at once. */
export const closeCalendrier = defineAction({
  nom: 'closeCalendrier',
  operation: 'compte.regler',
  portee: 'GENERALE',
  input: z.strictObject({}),
  effet: async ({ tx }) => succeed({ ferme: await closeAbonnement(tx) }),
  revalidate: refreshAbonnement,
})
