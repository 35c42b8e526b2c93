import { z } from 'zod'

/**
 * Building blocks of the dossier: the words every part of it uses.
 * Unknown is a value: a field the document is silent about is `null`, never an empty string.
 */

/** Kebab-case key, unique within its kind: what other parts of the dossier point to. */
export const ref = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'Utilisez des minuscules, des chiffres et des tirets (par exemple « comite-technique »).',
  )
  .max(80, 'Au plus 80 caractères.')

const SEGMENT = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** Place of something that has no `ref` of its own: the `ref` of what it is in, then its rank there, 1 for the first. */
const place = (rangs: number, quoi: string, exemple: string) =>
  z
    .string()
    .regex(new RegExp(`^${SEGMENT}(?:/[1-9]\\d{0,3}){${rangs}}$`), `Désignez ${quoi}, par exemple « ${exemple} ».`)
    .max(95, 'Au plus 95 caractères.')

export const placeMembreOuNulle = place(1, 'un membre par la référence de son instance et son rang', 'copil/2')
  .nullable()
  .default(null)
export const placeMembre = placeMembreOuNulle.unwrap().unwrap()
export const placeSerieOuNulle = place(1, 'une série par la référence de son instance et son rang', 'groupe-projet/1')
  .nullable()
  .default(null)
export const placePointOuNulle = place(1, 'un point par la référence de sa réunion et son rang', 'copil-2026-06/3')
  .nullable()
  .default(null)
export const placeDecisionOuNulle = place(
  2,
  'une décision par la référence de sa réunion, le rang de son point et le sien',
  'copil-2026-06/3/1',
)
  .nullable()
  .default(null)

/** A text that is present is not blank. */
export const texte = z
  .string()
  .max(20_000, 'Au plus 20 000 caractères.')
  .refine((value) => value.trim().length > 0, 'Écrivez un texte, ou mettez null si le document ne le dit pas.')

export const texteOuNul = texte.nullable().default(null)

/**
 * Words of the document, as it writes them: screens put them between quotation marks. What is left out of the passage is
 * marked […]; whatever else is to be said of it is a note.
 */
export const citation = texte.describe('words of the document')
export const citationOuNulle = citation.nullable().default(null)

/** Civil date, YYYY-MM-DD. */
export const date = z.iso.date('Écrivez la date sous la forme AAAA-MM-JJ.')
export const dateOuNulle = date.nullable().default(null)

/** A moment, as ISO 8601 with its offset; kept to the millisecond, told in universal time. */
export const instant = z.iso
  .datetime({ offset: true, error: 'Écrivez le moment sous la forme 2026-03-03T14:05:00Z.' })
  .transform((value) => new Date(value).toISOString())
export const instantOuNul = instant.nullable().default(null)

type Json = z.core.util.JSONType

/** Keys of objects in one order at every level: the database does not keep the one they were written in. */
function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  const noms = Object.keys(value).sort((a, b) => (a < b ? -1 : 1))
  return Object.fromEntries(noms.map((nom): [string, Json] => [nom, sortKeys(value[nom] ?? null)]))
}

/** What a screen wrote down whole: kept as it is. */
export const objetLibreOuNul = z
  .record(z.string(), z.json())
  .transform((value) =>
    Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((nom): [string, Json] => [nom, sortKeys(value[nom] ?? null)]),
    ),
  )
  .nullable()
  .default(null)

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

/** Exact amount of money, to the centime, never negative. */
const montant = z
  .string()
  .regex(/^\d{1,12}(?:\.\d{1,2})?$/, 'Écrivez un montant positif, au centime, par exemple "12500" ou "12500.50".')
  .transform(minimalDecimal)
export const montantOuNul = montant.nullable().default(null)

/** A span known more or less well: its words, and its bounds where they can be said. */
const periode = z
  .strictObject({ texte: texteOuNul, debut: dateOuNulle, fin: dateOuNulle })
  .refine((p) => p.debut === null || p.fin === null || p.debut <= p.fin, {
    message: 'La fin de la période précède son début : inversez les deux dates.',
    path: ['fin'],
  })
export const periodeOuNulle = periode.nullable().default(null)

/** The four AFAS themes, and the « global » block beside them. */
export const codeTheme = z.enum(['PETITE_ENFANCE', 'ENFANCE_JEUNESSE', 'PARENTALITE', 'DROITS_VIE_SOCIALE', 'GLOBAL'])

/** INSEE code of a commune. */
export const codeInsee = z
  .string()
  .regex(/^(?:\d{2}|2[AB])\d{3}$/, 'Un code INSEE a cinq caractères, par exemple « 13100 ».')
export const siren = z.string().regex(/^\d{9}$/, 'Un SIREN a neuf chiffres.')
export const codeDepartement = z
  .string()
  .regex(/^(?:\d{2,3}|2[AB])$/, 'Écrivez le code du département, par exemple « 13 » ou « 2A ».')
