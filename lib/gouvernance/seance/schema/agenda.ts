import { z } from 'zod'
import { texteFacultatif, identifiant, slugConvention, version } from '@/lib/platform/saisie'
import { ETATS_POINT, LONGUEUR_NOTES, LONGUEUR_TITRE } from '../words'

/** What may come in on the agenda of a meeting, each message with its remedy. */

const MINUTES_MAXIMUM = 1440

/** Reads a duration as people type it: '20', '20 min', '1 h', '1h30', '1:30'; null when it is not one. */
export function parseMinutes(texte: string): number | null {
  const saisie = texte.trim().toLowerCase()
  const minutes = /^(\d{1,4})\s*(?:m|mn|min|minutes?)?\.?$/.exec(saisie)
  if (minutes) return Number(minutes[1])
  const heures = /^(\d{1,2})\s*(?:h|:)\s*(\d{1,2})?\s*(?:m|mn|min)?$/.exec(saisie)
  return heures && Number(heures[2] ?? 0) < 60 ? Number(heures[1]) * 60 + Number(heures[2] ?? 0) : null
}

const DUREE = 'Écrivez la durée en minutes (20) ou en heures (1 h 30), jusqu’à 24 heures.'

const duree = z
  .string()
  .max(20, DUREE)
  .transform((saisie, contexte) => {
    if (saisie.trim() === '') return null
    const minutes = parseMinutes(saisie)
    if (minutes !== null && minutes >= 1 && minutes <= MINUTES_MAXIMUM) return minutes
    contexte.addIssue({ code: 'custom', message: DUREE })
    return z.NEVER
  })
  .nullable()
  .default(null)

const TITRE = 'Donnez un titre au point.'
const lien = identifiant.nullable().default(null)

const champs = {
  titre: z
    .string(TITRE)
    .trim()
    .min(1, TITRE)
    .max(
      LONGUEUR_TITRE,
      `Le titre est trop long : ${LONGUEUR_TITRE} caractères au plus. Le détail a sa place dans les notes.`,
    ),
  presentateur: texteFacultatif(200, 'Le nom est trop long : 200 caractères au plus.'),
  duree,
  fiche: lien,
  indicateur: lien,
  schema: lien,
  document: lien,
  /** A supporting document that the convention does not know yet: its title and where to find it. */
  nouveauDocument: z
    .strictObject({
      titre: z
        .string()
        .trim()
        .min(1, 'Donnez un titre au document.')
        .max(300, 'Le titre est trop long : 300 caractères au plus.'),
      reference: texteFacultatif(500, 'La référence est trop longue : 500 caractères au plus.'),
    })
    .nullable()
    .default(null),
}

const pointVise = { convention: slugConvention, point: identifiant, version }

export const createPointSchema = z.strictObject({ convention: slugConvention, reunion: identifiant, ...champs })

export const updatePointSchema = z.strictObject({ ...pointVise, ...champs })

export const updateEtatPointSchema = z.strictObject({
  ...pointVise,
  etat: z.enum(ETATS_POINT, 'Choisissez un état : à traiter, traité ou reporté.'),
})

/** Rank, not content: whoever edits the point at the same moment is not disturbed. */
export const movePointSchema = z.strictObject({
  convention: slugConvention,
  point: identifiant,
  sens: z.enum(['MONTER', 'DESCENDRE'], 'Choisissez de monter ou de descendre le point.'),
})

export const removePointSchema = z.strictObject(pointVise)

export const createPointsProposesSchema = z.strictObject({
  convention: slugConvention,
  reunion: identifiant,
  cles: z
    .array(z.string().max(60))
    .min(1, 'Choisissez au moins une proposition.')
    .max(500, 'Choisissez 500 propositions au plus.'),
})

export const recordNotesSchema = z.strictObject({
  ...pointVise,
  notes: z
    .string()
    .max(
      LONGUEUR_NOTES,
      'Les notes sont trop longues : 20 000 caractères au plus. Ouvrez un autre point pour la suite.',
    ),
})
