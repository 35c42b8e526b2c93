import { z } from 'zod'
import { annee, date, identifiant, slugConvention, texteOuNul, version, versionSysteme } from '@/lib/platform/saisie'
import { checkParts, parsePart, sumParts } from './rules/parts'

/** What may come in about the yearly distribution and the calendar of the Caf. */

/** ABSENTE (-1) for what is not there yet. */
export const versionOuAbsente = z.union([z.literal(-1), versionSysteme])

const part = z
  .string()
  .max(20, 'Écrivez un pourcentage court, par exemple 12,5.')
  .transform((texte, contexte): number => {
    const lu = parsePart(texte)
    if (lu.ok) return lu.part
    contexte.addIssue({ code: 'custom', message: lu.message })
    return z.NEVER
  })

export const recordRepartitionSchema = z
  .strictObject({
    convention: slugConvention,
    annee,
    charge: identifiant,
    version: versionOuAbsente,
    /** percent of the person’s time; all empty takes the distribution back */
    parts: z.strictObject({
      PETITE_ENFANCE: part,
      ENFANCE_JEUNESSE: part,
      PARENTALITE: part,
      DROITS_VIE_SOCIALE: part,
      GLOBAL: part,
    }),
  })
  .superRefine(({ parts, version }, contexte) => {
    const vide = sumParts(parts) === 0
    if (vide && version >= 0) return
    const { ok, phrase } = checkParts(parts)
    if (!ok) contexte.addIssue({ code: 'custom', path: ['total'], message: phrase })
  })

export const importRepartitionsSchema = z.strictObject({ convention: slugConvention, annee })

const champsEcheance = {
  annee,
  libelle: z
    .string()
    .trim()
    .min(1, 'Donnez un nom à cette échéance, par exemple « Déclaration du réel ».')
    .max(200, 'Raccourcissez le nom : 200 caractères au plus.'),
  date: date('Indiquez la date limite.'),
  source: texteOuNul(500, 'Raccourcissez la source : 500 caractères au plus.'),
}

export const createEcheanceSchema = z.strictObject({ convention: slugConvention, ...champsEcheance })
export const updateEcheanceSchema = z.strictObject({
  convention: slugConvention,
  echeance: identifiant,
  version,
  ...champsEcheance,
})
export const removeEcheanceSchema = z.strictObject({ convention: slugConvention, echeance: identifiant, version })
