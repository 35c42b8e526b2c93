/** A rule of frequency as a coordinator words it, and what makes it contradict itself. Pure: used by the form, the preview and the actions. */
import { isAnnee, yearOf } from '@/lib/platform/dates'
import { sameGroupe } from './groupes'
import { parseMoments, toSaisieMoments, type SaisieMoment } from './moments-saisie'
import type {
  DatesConvention,
  ExceptionFrequence,
  ModeFrequence,
  Par,
  PeriodeFrequence,
  RegleFrequence,
} from '../types'

/** A contradiction, on the field of the form that mends it. */
export interface ErreurRegle {
  champ: string
  message: string
}

export interface SaisieException {
  annee: string
  /** The year in words, where the convention does not name it. */
  quand: string
  minimum: string
  maximum: string
  motif: string
}

/** The fields of the form, as typed: blank is unknown. */
export interface SaisieRegle {
  mode: ModeFrequence
  minimum: string
  maximum: string
  moyenne: string
  periode: PeriodeFrequence | ''
  par: Par
  /** One a line. */
  groupes: string
  exceptions: SaisieException[]
  moments: SaisieMoment[]
  evenement: string
  source: string
  aConfirmer: boolean
}

/** What a rule says, without the days it applies. */
export type TermesRegle = Omit<RegleFrequence, 'debut' | 'fin'>

export type LectureRegle = { ok: true; termes: TermesRegle } | { ok: false; erreurs: ErreurRegle[] }

/** More meetings than days in a year and a bit is a slip of the keyboard. */
const PLAFOND = 400

const AVEC_NOMBRE: readonly ModeFrequence[] = ['MINIMUM', 'FOURCHETTE', 'MOYENNE']

/** True for the wordings that give figures, hence a period. */
export const checkChiffree = (mode: ModeFrequence): boolean => AVEC_NOMBRE.includes(mode)

/** True where a year may have figures of its own: a mean is read over a sliding year, a whole convention has no years. */
export const checkExceptions = (mode: ModeFrequence, periode: PeriodeFrequence | ''): boolean =>
  (mode === 'MINIMUM' || mode === 'FOURCHETTE') && periode !== 'CONVENTION'

/** True where a rule may say when, inside its periods: a mean has none. */
export const checkMoments = (mode: ModeFrequence): boolean => mode === 'MINIMUM' || mode === 'FOURCHETTE'

/** Collects errors with their typography. */
class Erreurs {
  readonly liste: ErreurRegle[] = []
  add(champ: string, message: string): void {
    this.liste.push({ champ, message: message })
  }
}

/**
 * Reads a number of meetings.
 * @returns null when blank (said by the caller where one is needed) or unreadable (said here)
 */
function parseNombre(texte: string, champ: string, erreurs: Erreurs): number | null {
  const saisie = texte.trim()
  if (saisie === '') return null
  if (/^\d+[.,]\d+$/.test(saisie)) {
    erreurs.add(
      champ,
      `« ${saisie} » n’est pas un nombre entier : changez la période, par exemple 3 tous les deux mois au lieu de 1,5 par mois.`,
    )
    return null
  }
  const nombre = /^\d{1,3}$/.test(saisie) ? Number(saisie) : NaN
  if (nombre <= PLAFOND) return nombre
  erreurs.add(champ, `« ${saisie} » n’est pas un nombre de réunions : écrivez un nombre entier, de 0 à ${PLAFOND}.`)
  return null
}

type Chiffres = Pick<RegleFrequence, 'minimum' | 'maximum' | 'moyenne'>

/** The figures that the wording calls for. */
function parseChiffres(saisie: SaisieRegle, erreurs: Erreurs): Chiffres {
  const lu = (champ: 'minimum' | 'maximum' | 'moyenne', manque: string): number | null => {
    const avant = erreurs.liste.length
    const nombre = parseNombre(saisie[champ], champ, erreurs)
    if (nombre === null && erreurs.liste.length === avant) erreurs.add(champ, manque)
    return nombre
  }
  const aucun = { minimum: null, maximum: null, moyenne: null }
  if (saisie.mode === 'MINIMUM') {
    const minimum = lu('minimum', 'Indiquez combien de réunions sont demandées au moins.')
    if (minimum === 0)
      erreurs.add('minimum', '« Au moins 0 » ne demande rien : écrivez 1 ou plus, ou choisissez « selon les besoins ».')
    return { ...aucun, minimum }
  }
  if (saisie.mode === 'MOYENNE') {
    const moyenne = lu('moyenne', 'Indiquez la moyenne attendue : combien de réunions par période.')
    if (moyenne === 0)
      erreurs.add(
        'moyenne',
        'Une moyenne de 0 ne demande rien : écrivez 1 ou plus, ou choisissez « selon les besoins ».',
      )
    return { ...aucun, moyenne }
  }
  if (saisie.mode !== 'FOURCHETTE') return aucun
  const minimum = lu('minimum', 'Indiquez le plus petit nombre de réunions.')
  const maximum = lu('maximum', 'Indiquez le plus grand nombre de réunions.')
  if (maximum === 0) erreurs.add('maximum', 'Un maximum de 0 interdirait toute réunion : écrivez 1 ou plus.')
  else if (minimum !== null && maximum !== null && minimum > maximum)
    erreurs.add(
      'maximum',
      `« De ${minimum} à ${maximum} » se contredit : le second nombre doit être au moins ${minimum}.`,
    )
  return { ...aucun, minimum, maximum }
}

/** The year of an exception, inside the convention and named once. */
function parseAnnee(
  texte: string,
  champ: string,
  deja: ReadonlySet<number>,
  { debut, fin }: DatesConvention,
  erreurs: Erreurs,
): number | null {
  const annee = /^\d{4}$/.test(texte.trim()) ? Number(texte.trim()) : null
  if (annee === null || !isAnnee(annee))
    erreurs.add(champ, 'Écrivez l’année en quatre chiffres, par exemple 2028, ou dites-la en mots.')
  else if ((debut !== null && annee < yearOf(debut)) || (fin !== null && annee > yearOf(fin))) {
    const bornes = debut !== null && fin !== null ? ` (de ${yearOf(debut)} à ${yearOf(fin)})` : ''
    erreurs.add(
      champ,
      `${annee} est en dehors de la convention${bornes} : choisissez une de ses années, ou retirez cette exception.`,
    )
  } else if (deja.has(annee)) erreurs.add(champ, `${annee} a déjà une exception : réunissez les deux en une seule.`)
  else return annee
  return null
}

function parseExceptions(
  saisie: SaisieRegle,
  chiffres: Chiffres,
  convention: DatesConvention,
  erreurs: Erreurs,
): ExceptionFrequence[] {
  if (!checkExceptions(saisie.mode, saisie.periode)) return []
  const annees = new Set<number>()
  return saisie.exceptions.flatMap((exception, rang) => {
    const champ = (nom: keyof SaisieException) => `exceptions.${rang}.${nom}`
    const quand = exception.quand.trim() || null
    const enMots = exception.annee.trim() === '' && quand !== null
    const annee = enMots ? null : parseAnnee(exception.annee, champ('annee'), annees, convention, erreurs)
    const avant = erreurs.liste.length
    const minimum = parseNombre(exception.minimum, champ('minimum'), erreurs)
    const maximum = saisie.mode === 'FOURCHETTE' ? parseNombre(exception.maximum, champ('maximum'), erreurs) : null
    if (erreurs.liste.length > avant) return []
    if (minimum === null && maximum === null)
      erreurs.add(champ('minimum'), 'Indiquez ce qui change cette année-là, ou retirez cette exception.')
    // An exception states only what changes: the rule's own figure completes it.
    const [bas, haut] = [minimum ?? chiffres.minimum, maximum ?? chiffres.maximum]
    if (bas !== null && haut !== null && bas > haut)
      erreurs.add(
        champ(maximum === null ? 'minimum' : 'maximum'),
        `Cette année-là, « de ${bas} à ${haut} » se contredit : corrigez l’un des deux nombres.`,
      )
    if (exception.motif.trim() === '')
      erreurs.add(champ('motif'), 'Écrivez pourquoi cette année fait exception : ce motif est montré avec la règle.')
    if (annee === null && !enMots) return []
    if (annee !== null) annees.add(annee)
    return [{ annee, quand, minimum, maximum, motif: exception.motif.trim() || null }]
  })
}

/** More groups than a convention names. */
const GROUPES_AU_PLUS = 60

/** The groups typed, one a line. */
function parseGroupes(saisie: SaisieRegle, erreurs: Erreurs): string[] {
  if (saisie.par === 'INSTANCE' || !checkChiffree(saisie.mode)) return []
  const noms = saisie.groupes
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
  const double = noms.find((nom, rang) => noms.findIndex((autre) => sameGroupe(autre, nom)) < rang)
  const long = noms.find((nom) => nom.length > 120)
  if (double !== undefined) erreurs.add('groupes', `« ${double} » est écrit deux fois : gardez une seule ligne.`)
  else if (long !== undefined)
    erreurs.add('groupes', `« ${long.slice(0, 40)}… » est trop long : 120 caractères au plus. Abrégez.`)
  else if (noms.length > GROUPES_AU_PLUS) erreurs.add('groupes', `${GROUPES_AU_PLUS} lignes au plus : réunissez-en.`)
  return noms
}

const texteOuNul = (texte: string): string | null => texte.trim() || null

/**
 * Reads the form of a rule.
 * @returns the rule, or each contradiction on its field with its remedy
 */
export function parseRegle(saisie: SaisieRegle, convention: DatesConvention): LectureRegle {
  const erreurs = new Erreurs()
  const chiffres = parseChiffres(saisie, erreurs)
  const chiffree = checkChiffree(saisie.mode)
  if (chiffree && saisie.periode === '')
    erreurs.add('periode', 'Indiquez sur quelle durée on compte : par mois, par an…')
  const groupes = parseGroupes(saisie, erreurs)
  const exceptions = parseExceptions(saisie, chiffres, convention, erreurs)
  const moments = checkMoments(saisie.mode) ? parseMoments(saisie, (champ, message) => erreurs.add(champ, message)) : []
  if (erreurs.liste.length > 0) return { ok: false, erreurs: erreurs.liste }
  return {
    ok: true,
    termes: {
      mode: saisie.mode,
      ...chiffres,
      periode: chiffree && saisie.periode !== '' ? saisie.periode : null,
      par: chiffree ? saisie.par : 'INSTANCE',
      groupes,
      exceptions,
      moments,
      evenement: texteOuNul(saisie.evenement),
      aConfirmer: saisie.aConfirmer,
      source: texteOuNul(saisie.source),
    },
  }
}

const nombreTexte = (nombre: number | null): string => (nombre === null ? '' : String(nombre))

/** The form filled with a rule; a blank one for the first rule of an instance. */
export function toSaisieRegle(regle: TermesRegle | null): SaisieRegle {
  if (regle === null)
    return {
      mode: 'MINIMUM',
      minimum: '',
      maximum: '',
      moyenne: '',
      periode: 'AN_CIVIL',
      par: 'INSTANCE',
      groupes: '',
      exceptions: [],
      moments: [],
      evenement: '',
      source: '',
      aConfirmer: false,
    }
  const { mode, minimum, maximum, moyenne, periode, par, groupes, exceptions, moments, evenement, source, aConfirmer } =
    regle
  return {
    mode: mode === 'MINIMUM' && maximum !== null ? 'FOURCHETTE' : mode,
    minimum: nombreTexte(minimum),
    maximum: nombreTexte(maximum),
    moyenne: nombreTexte(moyenne),
    periode: periode ?? '',
    par,
    groupes: groupes.join('\n'),
    aConfirmer,
    moments: toSaisieMoments(moments),
    evenement: evenement ?? '',
    source: source ?? '',
    exceptions: exceptions.map((exception) => ({
      annee: nombreTexte(exception.annee),
      quand: exception.quand ?? '',
      minimum: nombreTexte(exception.minimum),
      maximum: nombreTexte(exception.maximum),
      motif: exception.motif ?? '',
    })),
  }
}
