import 'server-only'
import { z } from 'zod'
import { readSituation } from '@/lib/pilotage/situation/read/situation'
import type { Situation } from '@/lib/pilotage/situation/types/situation'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'

/** The COPIL dashboard of a convention: its situation, and what this person may do of it. */
export interface VueCopil extends Situation {
  /** Whether the person may take the whole convention away as one document. */
  exportable: boolean
}

/** Everything the COPIL dashboard shows: the situation of the convention. One statement beyond opening, when it is kept. */
export const getTableauDeBord = defineQuery({
  nom: 'getTableauDeBord',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention }),
  run: async ({ tx, convention, today }): Promise<VueCopil> => ({
    ...(await readSituation(tx, convention, today)),
    exportable: computeReach('dossier.exporter', convention.roles) === 'OUI',
  }),
})
