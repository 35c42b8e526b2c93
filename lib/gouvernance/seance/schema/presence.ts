import { z } from 'zod'
import { texteFacultatif, identifiant, slugConvention } from '@/lib/platform/saisie'
import { ETATS_PRESENCE } from '../words'

/** One member's presence at a meeting; a null state takes back what was said. */
export const recordPresenceSchema = z.strictObject({
  convention: slugConvention,
  reunion: identifiant,
  membre: identifiant,
  etat: z.enum(ETATS_PRESENCE, 'Choisissez présent, excusé, absent ou représenté.').nullable(),
  /** Who sat in the member's place. */
  representant: texteFacultatif(200, 'Le nom est trop long : 200 caractères au plus.'),
})
