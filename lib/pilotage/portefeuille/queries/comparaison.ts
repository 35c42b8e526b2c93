import 'server-only'
import { z } from 'zod'
import { defineQuery } from '@/lib/platform/query'
import type { DateCivile } from '@/lib/platform/dates'
import { slugConvention } from '@/lib/platform/saisie'
import type { LigneConvention } from '../rules/lignes'
import { sqlListees } from '../sql'
import type { ConventionListee } from '@/lib/pilotage/portefeuille/types'
import { toLignes } from './portefeuille'

/** How many are put side by side: more would be a list. */
export const COMPAREES = { minimum: 2, maximum: 4 }

export interface VueComparaison {
  today: DateCivile
  conventions: LigneConvention[]
}

/** Two to four conventions side by side, in the order asked for; those that this person does not reach are left out. */
export const getComparaison = defineQuery({
  nom: 'getComparaison',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: z.strictObject({ conventions: z.array(slugConvention).max(COMPAREES.maximum) }),
  run: async ({ tx, today }, { conventions: slugs }): Promise<VueComparaison> => {
    const listees = await tx.$queryRaw<ConventionListee[]>(sqlListees(slugs, today))
    return { today, conventions: await toLignes(tx, listees, today) }
  },
})
