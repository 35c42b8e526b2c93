import { z } from 'zod'
import { annee, slugConvention } from '@/lib/platform/saisie'
import { CLE_REF, ENJEUX, GROUPES, LONGUEUR_MOTS, TRIS, VUES } from '../words'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'
import { ETATS_INDICATEURS } from '@/lib/plan-action/indicateurs/words'

/** What the address of the plan asks for: filters that combine, a way to group, an order, a view. */

const code = z
  .string()
  .max(40)
  .regex(/^[\w-]+$/)

export const filtresPlanSchema = z.strictObject({
  convention: slugConvention,
  statut: z.enum(STATUTS).optional(),
  /** `ref` of an axe: it and all below it */
  axe: z.string().max(80).regex(CLE_REF).optional(),
  /** who leads, as written; or AUCUN, PILOTE_A_DEFINIR */
  pilote: z.string().min(1).max(300).optional(),
  /** code of an AFAS theme, or AUCUN */
  theme: code.optional(),
  /** INSEE code of a commune of the territory (its id where the code is not known), or AUCUN */
  commune: code.optional(),
  retard: z.boolean().optional(),
  /** nobody said anything of it for a while */
  silence: z.boolean().optional(),
  /** announced and not yet written */
  rediger: z.boolean().optional(),
  enjeu: z.enum(ENJEUX).optional(),
  q: z.string().max(LONGUEUR_MOTS).optional(),
  indicateurs: z.enum(ETATS_INDICATEURS).optional(),
  /** year of the indicators; default: today’s, kept inside the convention */
  annee: annee.optional(),
  groupe: z.enum(GROUPES).optional(),
  tri: z.enum(TRIS).optional(),
  vue: z.enum(VUES).optional(),
  page: z.int().min(1).max(1000).default(1),
})
export type FiltresPlan = Omit<z.input<typeof filtresPlanSchema>, 'convention'>
