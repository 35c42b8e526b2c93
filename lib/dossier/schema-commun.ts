import { z } from 'zod'

/**
 * Building blocks of the dossier: the words every part of it uses.
 * Unknown is a value: a field the document is silent about is `null`, never an empty string.
 */

/** Kebab-case key, unique within its kind: what other parts of the dossier point to. */
export const ref = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Utilisez des minuscules, des chiffres et des tirets (par exemple « comite-technique »).')
  .max(80, 'Au plus 80 caractères.')

/** A text that is present is not blank. */
export const texte = z
  .string()
  .max(20_000, 'Au plus 20 000 caractères.')
  .refine((value) => value.trim().length > 0, 'Écrivez un texte, ou mettez null si le document ne le dit pas.')

export const texteOuNul = texte.nullable().default(null)

/** Civil date, YYYY-MM-DD. */
export const date = z.iso.date('Écrivez la date sous la forme AAAA-MM-JJ.')
export const dateOuNulle = date.nullable().default(null)

function minimalDecimal(value: string): string {
  const [entier = '0', decimales = ''] = value.split('.')
  const fin = decimales.replace(/0+$/, '')
  const debut = entier.replace(/^0+(?=\d)/, '')
  return fin === '' ? debut : `${debut}.${fin}`
}

/** Exact quotité in ETP, at most two decimals, as a minimal decimal string ("1.6", "0", "0.25"). */
export const quotite = z
  .string()
  .regex(/^\d{1,3}(?:\.\d{1,2})?$/, 'Écrivez une quotité positive avec au plus deux décimales, par exemple "1.6".')
  .transform(minimalDecimal)
export const quotiteOuNulle = quotite.nullable().default(null)

/** Exact decimal as a string, at most four decimals. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,12}(?:\.\d{1,4})?$/, 'Écrivez un nombre, par exemple "84904" ou "19.4".')
  .transform((value) => (value.startsWith('-') ? `-${minimalDecimal(value.slice(1))}` : minimalDecimal(value)))
export const decimalOuNul = decimal.nullable().default(null)

/** A span known more or less well: its words, and its bounds where they can be said. */
export const periode = z
  .strictObject({ texte: texteOuNul, debut: dateOuNulle, fin: dateOuNulle })
  .refine((p) => p.debut === null || p.fin === null || p.debut <= p.fin, {
    message: 'La fin de la période précède son début : inversez les deux dates.',
    path: ['fin'],
  })
export const periodeOuNulle = periode.nullable().default(null)

/** The four AFAS themes, and the « global » block beside them. */
export const codeTheme = z.enum(['PETITE_ENFANCE', 'ENFANCE_JEUNESSE', 'PARENTALITE', 'DROITS_VIE_SOCIALE', 'GLOBAL'])

/** INSEE code of a commune. */
export const codeInsee = z.string().regex(/^(?:\d{2}|2[AB])\d{3}$/, 'Un code INSEE a cinq caractères, par exemple « 13100 ».')
export const siren = z.string().regex(/^\d{9}$/, 'Un SIREN a neuf chiffres.')
export const codeDepartement = z.string().regex(/^(?:\d{2,3}|2[AB])$/, 'Écrivez le code du département, par exemple « 13 » ou « 2A ».')
