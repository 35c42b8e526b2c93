import { z } from 'zod'
import { identifiant, slugConvention } from '@/lib/platform/saisie'

/** « Rien de neuf »: of which fiche. */
export const recordRevueSchema = z.strictObject({ convention: slugConvention, fiche: identifiant })
