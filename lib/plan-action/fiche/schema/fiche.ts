import { z } from 'zod'
import { identifiant, slugConvention, version } from '@/lib/platform/saisie'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

/** What the address of the plan and the forms of a fiche may carry. */

/** Key of an axe or of a fiche in an address. */
const ref = slugConvention
const statut = z.enum(STATUTS, 'Choisissez un statut de la liste.')

export const ficheSchema = z.strictObject({ convention: slugConvention, ref })

/** The input of every write on a fiche names it in `fiche`: a pilote is let through on theirs alone. */
const surFiche = { convention: slugConvention, fiche: identifiant }

export const updateStatutEtapeSchema = z.strictObject({ ...surFiche, etape: identifiant, version, statut })
