import 'server-only'
import { z } from 'zod'
import { checkJourPlausible } from './rules/jour'
import { filterSignaux } from '@/lib/pilotage/veille/rules/signaux'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { computeSituationLe, readSituation } from './read/situation'
import type { Situation } from './types/situation'

/** What a machine is told of a situation: with the day it is true of, and what that day does not change. */
export interface SituationServie extends Situation {
  /** Another day than today was asked for: only the day is replaced, the rows are those of now. */
  avertissement: string | null
}

/**
 * The situation of a convention on a day, for whoever may read it: what waits for others is left out. Another day than
 * today is worked out on the rows of now; what is dated later has not happened yet.
 */
export const getSituation = defineQuery({
  nom: 'getSituation',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    le: z.iso.date().refine(checkJourPlausible).optional(),
  }),
  run: async ({ tx, convention, today }, { le = today }): Promise<SituationServie> => {
    const situation =
      le === today ? await readSituation(tx, convention, today) : await computeSituationLe(tx, convention, le)
    return {
      ...situation,
      signaux: filterSignaux(situation.signaux, convention.roles, convention.fichesPilotees),
      avertissement:
        le === today
          ? null
          : 'Seul le jour est remplacé : les données sont celles d’aujourd’hui, et ce qui est daté après ce jour n’a pas encore eu lieu.',
    }
  },
})
