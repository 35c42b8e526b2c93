/** The moments of a rule as they are typed, and what makes one contradict itself. */
import { addDays, parseDateSaisie } from '@/lib/platform/dates'
import { foldTexte } from '@/lib/platform/texte'
import type { MomentFrequence, PeriodeFrequence } from '../types'
import { formatJourMois } from './moments-phrases'

/** One moment of the form, as typed. */
export interface SaisieMoment {
  mots: string
  genre: 'FENETRE' | 'AVANT'
  /** '1/1', '1er janvier' */
  du: string
  au: string
  /** `ref` of the instance its meetings prepare. */
  avant: string
}

export const MOMENT_VIDE: SaisieMoment = { mots: '', genre: 'FENETRE', du: '', au: '', avant: '' }

/** Longest words of a moment. */
const LONGUEUR_MOTS = 120

/** A window falls once a year: shorter periods do not all hold it, longer ones hold it several times. */
const checkFenetres = (periode: PeriodeFrequence | ''): boolean => periode === 'AN_CIVIL' || periode === 'AN_CONVENTION'

/** Every day of a year in words, by what is typed of it: '21 juin', '1er janvier'. */
const readEnMots = (texte: string): string | null => {
  const saisi = foldTexte(texte).replace(/^1 /, '1er ')
  for (let jour = '2024-01-01'; jour < '2025'; jour = addDays(jour, 1))
    if (foldTexte(formatJourMois(jour.slice(5))) === saisi) return jour.slice(5)
  return null
}

/** Reads a day of no year: '1/1', '21 juin'; 'MM-DD', or null when it is none. */
export function parseJourMois(texte: string): string | null {
  const saisi = texte.trim()
  return parseDateSaisie(`${saisi}/2024`)?.slice(5) ?? readEnMots(saisi)
}

type Refuser = (champ: string, message: string) => void

function parseMoment(
  { mots, genre, du, au, avant }: SaisieMoment,
  periode: PeriodeFrequence | '',
  refuser: (champ: keyof SaisieMoment, message: string) => void,
): MomentFrequence {
  const dits = mots.trim()
  if (dits === '') refuser('mots', 'Écrivez le moment comme la convention le dit : « au premier trimestre ».')
  else if (dits.length > LONGUEUR_MOTS) refuser('mots', `${LONGUEUR_MOTS} caractères au plus : abrégez.`)
  if (genre === 'AVANT') {
    if (avant === '') refuser('avant', 'Choisissez l’instance que ces réunions préparent.')
    return { mots: dits, du: null, au: null, avant }
  }
  if (!checkFenetres(periode))
    refuser('du', 'Un moment de l’année demande une règle comptée par an : changez la durée, ou retirez-le.')
  const [premier, dernier] = [parseJourMois(du), parseJourMois(au)]
  if (premier === null) refuser('du', 'Écrivez le premier jour sans l’année, par exemple 1/1.')
  if (dernier === null) refuser('au', 'Écrivez le dernier jour sans l’année, par exemple 31/3.')
  return { mots: dits, du: premier, au: dernier, avant: null }
}

/** Reads the moments of the form; each contradiction goes to `refuser`, on its field. */
export function parseMoments(
  { moments, periode }: { moments: readonly SaisieMoment[]; periode: PeriodeFrequence | '' },
  refuser: Refuser,
): MomentFrequence[] {
  return moments.map((moment, rang) =>
    parseMoment(moment, periode, (champ, message) => refuser(`moments.${rang}.${champ}`, message)),
  )
}

const jourSaisi = (jour: string | null): string => (jour === null ? '' : formatJourMois(jour))

/** The form filled with the moments of a rule. */
export const toSaisieMoments = (moments: readonly MomentFrequence[]): SaisieMoment[] =>
  moments.map(({ mots, du, au, avant }) => ({
    mots,
    genre: avant === null ? 'FENETRE' : 'AVANT',
    du: jourSaisi(du),
    au: jourSaisi(au),
    avant: avant ?? '',
  }))
