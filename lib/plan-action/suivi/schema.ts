import { z } from 'zod'
import { identifiant, slugConvention, texteOuNul, version } from '@/lib/platform/saisie'
import { ficheSchema } from '@/lib/plan-action/fiche/schema/fiche'
import { CLES_CHANGEMENT } from './words/fil'
import {
  COTES,
  LONGUEUR_APPRECIATION,
  LONGUEUR_COMMENTAIRE,
  MENTIONS_MAXIMUM,
  NIVEAUX_APPRECIATION,
  VISIBILITES,
} from './words/suivi'

/** What the address of a fiche and the forms of its follow-up may carry. */

export const getFicheSchema = ficheSchema.extend({
  /** pages of its thread that are shown */
  fil: z.int().min(1).max(200).default(1),
  /** the comment that one opens it for */
  mention: identifiant.optional(),
})

/** The input of every write on a fiche names it in `fiche`: a pilote is let through on theirs alone. */
const surFiche = { convention: slugConvention, fiche: identifiant }
const cote = z.enum(COTES)

export const recordAppreciationSchema = z.strictObject({
  ...surFiche,
  cote,
  /** null: it is not there yet */
  version: version.nullable(),
  niveau: z.enum(NIVEAUX_APPRECIATION, 'Choisissez comment la fiche avance.'),
  texte: texteOuNul(LONGUEUR_APPRECIATION),
})

export const removeAppreciationSchema = z.strictObject({ ...surFiche, cote, version })

export const createCommentaireSchema = z.strictObject({
  ...surFiche,
  visibilite: z.enum(VISIBILITES, 'Choisissez qui lit ce commentaire.'),
  texte: z
    .string()
    .trim()
    .min(1, 'Écrivez votre commentaire.')
    .max(LONGUEUR_COMMENTAIRE, 'Raccourcissez ce commentaire : 4 000 caractères au plus.'),
  /** ids of the people it names */
  mentions: z.array(identifiant).max(MENTIONS_MAXIMUM, 'Citez au plus 20 personnes.'),
})

export const removeCommentaireSchema = z.strictObject({ ...surFiche, commentaire: identifiant })

export const updateMentionSchema = z.strictObject({ commentaire: identifiant })

export const cancelChangementSchema = z.strictObject({
  ...surFiche,
  /** id of the journal’s line */
  ligne: identifiant,
  /** the field, as the journal’s line names it */
  champ: z.enum(CLES_CHANGEMENT),
  /** what somebody read as the value now, as the answer to a first asking gave it; null: what the line left */
  vu: z.string().max(200_000).nullable(),
})
