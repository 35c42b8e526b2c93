import { z } from 'zod'
import { isDateCivile, parseDateSaisie } from '@/lib/platform/dates'
import { identifiant, slugConvention } from '@/lib/platform/strict'
import { checkParts, parsePart, sumParts } from './rules/parts'

/** What may come in about the yearly distribution and the calendar of the Caf. */

/** A civil year that the tables can hold. */
export const annee = z
  .int('Indiquez une année, par exemple 2026.')
  .min(1990, 'Indiquez une année à partir de 1990.')
  .max(2100, 'Indiquez une année jusqu’à 2100.')

/** ABSENTE (-1) for what is not there yet. */
export const versionOuAbsente = z.int().min(-1)

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
    .min(1, 'Donnez un nom à cette échéance, par exemple « Déclaration du réel ».')
    .max(200, 'Raccourcissez le nom : 200 caractères au plus.'),
  date: z
    .string()
    .max(30, 'Écrivez la date sous la forme jj/mm/aaaa.')
    .transform((texte, contexte): string => {
      const lue = isDateCivile(texte) ? texte : parseDateSaisie(texte)
      if (lue) return lue
      contexte.addIssue({
        code: 'custom',
        message:
          texte.trim() === ''
            ? 'Indiquez la date limite.'
            : 'Cette date ne se lit pas : écrivez-la sous la forme jj/mm/aaaa.',
      })
      return z.NEVER
    }),
  source: z
    .string()
    .trim()
    .max(500, 'Raccourcissez la source : 500 caractères au plus.')
    .transform((texte) => (texte === '' ? null : texte)),
}

export const createEcheanceSchema = z.strictObject({ convention: slugConvention, ...champsEcheance })
export const updateEcheanceSchema = z.strictObject({
  convention: slugConvention,
  echeance: identifiant,
  version: z.int().min(0),
  ...champsEcheance,
})
export const removeEcheanceSchema = z.strictObject({
  convention: slugConvention,
  echeance: identifiant,
  version: z.int().min(0),
})
