import { z } from 'zod'
import { ANNEES, isAnnee, isDateCivile, parseDateSaisie, yearOf, type DateCivile } from './dates'
import { parseHeure } from './heures'
import { formatNombre } from './nombres'
import { cleanAdresse } from './texte'

/** What forms send, said once: every schema is made of these and of what is its own. Texts come in cleaned (lib/platform/nettoyage.ts). */

const INT4 = 2_147_483_647

/** Slug of a convention, or key of an object in one, as an address carries it. */
export const slugConvention = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

/** Id of a row: a positive int4. */
export const identifiant = z.int().positive().max(INT4)

/** The version a row was read at. */
export const version = z.int().min(0).max(INT4)

/** The version of a row that has none of its own: the 32-bit number of the transaction that wrote it. */
export const versionSysteme = z.int().min(0).max(4_294_967_295)

/** A civil year, as the tables hold it. */
export const annee = z
  .int('Indiquez une année, par exemple 2026.')
  .min(ANNEES.premiere, `Indiquez une année à partir de ${ANNEES.premiere}.`)
  .max(ANNEES.derniere, `Indiquez une année jusqu’à ${ANNEES.derniere}.`)

const formatTropLong = (maximum: number): string =>
  `Raccourcissez ce texte : ${formatNombre(maximum)} caractères au plus.`

/** A text of some length, without blanks around. */
export const texte = (maximum: number, tropLong = formatTropLong(maximum)) => z.string().trim().max(maximum, tropLong)

/** A text that may be left empty: null is « not known ». */
export const texteOuNul = (maximum: number, tropLong = formatTropLong(maximum)) =>
  texte(maximum, tropLong).transform((lu) => lu || null)

/** The same in a form that may also leave its field out. */
export const texteFacultatif = (maximum: number, tropLong?: string) =>
  texteOuNul(maximum, tropLong).nullable().default(null)

/** A reason that is kept and shown: never a word thrown in. */
export const motif = (absent: string, tropLong = 'Le motif est trop long : 1 000 caractères au plus.') =>
  z.string(absent).trim().min(3, absent).max(1000, tropLong)

const FORME_DATE = 'écrivez-la comme 3/3/2026, ou choisissez-la dans le calendrier.'

/** A day as people type it or as a calendar gives it, or the sentence that says what is wrong with it. */
function readDate(saisie: string): { ok: true; date: DateCivile } | { ok: false; message: string } {
  const date = isDateCivile(saisie) ? saisie : parseDateSaisie(saisie)
  if (date === null) return { ok: false, message: `« ${saisie.trim()} » n’est pas une date lisible : ${FORME_DATE}` }
  if (isAnnee(yearOf(date))) return { ok: true, date }
  return {
    ok: false,
    message: `L’année paraît fausse : vérifiez la date, qui doit être entre ${ANNEES.premiere} et ${ANNEES.derniere}.`,
  }
}

function toDate(saisie: string, contexte: z.RefinementCtx): DateCivile {
  const lue = readDate(saisie)
  if (lue.ok) return lue.date
  contexte.addIssue({ code: 'custom', message: lue.message })
  return z.NEVER
}

/** A day that must be there. @param absent what to do when the field is empty */
export const date = (absent: string) =>
  z
    .string(absent)
    .max(40, `Cette date est illisible : ${FORME_DATE}`)
    .transform((saisie, contexte): DateCivile => {
      if (saisie.trim() !== '') return toDate(saisie, contexte)
      contexte.addIssue({ code: 'custom', message: absent })
      return z.NEVER
    })

/** A day that may be left empty: null is « not known », or « it lasts ». */
export const dateOuNulle = z
  .string()
  .max(40, `Cette date est illisible : ${FORME_DATE}`)
  .transform((saisie, contexte): DateCivile | null => (saisie.trim() === '' ? null : toDate(saisie, contexte)))

/** An hour that may be left empty. */
export const heureOuNulle = z
  .string()
  .max(20, 'Écrivez l’heure comme 14:30.')
  .transform((saisie, contexte): string | null => {
    if (saisie.trim() === '') return null
    const lue = parseHeure(saisie)
    if (lue !== null) return lue
    contexte.addIssue({
      code: 'custom',
      message: `« ${saisie.trim()} » n’est pas une heure lisible : écrivez-la comme 14:30.`,
    })
    return z.NEVER
  })

const LONGUEUR_ADRESSE = 254
const adresse = z.email().max(LONGUEUR_ADRESSE)

/** An e-mail address that may be left empty: cleaned of what does not show, refused in its field for anything else that is none. */
export const courrielOuNul = (incomplet: string) =>
  z
    .string()
    .max(2 * LONGUEUR_ADRESSE, `Raccourcissez l’adresse : ${LONGUEUR_ADRESSE} caractères au plus.`)
    .transform((saisie, contexte): string | null => {
      const lue = cleanAdresse(saisie)
      if (lue === '' || adresse.safeParse(lue).success) return lue || null
      contexte.addIssue({ code: 'custom', message: incomplet })
      return z.NEVER
    })

/** An e-mail address that must be there. */
export const courriel = (incomplet: string) =>
  courrielOuNul(incomplet).transform((lue, contexte): string => {
    if (lue !== null) return lue
    contexte.addIssue({ code: 'custom', message: incomplet })
    return z.NEVER
  })
