'use server'
import { defineQuery } from '@/lib/platform/query'
import { listCibles } from '@/lib/utilisateurs/read/cibles'
import { searchCiblesSchema } from '@/lib/utilisateurs/schema'

/** What a role may be held on, found by its name while typing. One statement beyond opening. */
export const searchCibles = defineQuery({
  nom: 'searchCibles',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: searchCiblesSchema,
  run: async ({ tx }, { objet, q }) => ({ cibles: await listCibles(tx, objet, q) }),
})
