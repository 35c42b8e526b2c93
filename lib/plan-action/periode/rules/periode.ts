/**
 * Periods in words, as documents write them, read as bounds. The words always stay; what they do not say is never
 * guessed: a reading is a proposal that somebody sees and may correct, and what cannot be read says why.
 */
import { formatDateCourte, formatIntervalle, yearOf, type DateCivile } from '@/lib/platform/dates'
import { findRaison, hasDate, normalizeMots } from './mots'
import { parseExpression, type Etendue, type Expression } from './expressions'
import type { Refus } from './points'

/** What is known beside the words: the bounds of the convention. */
export interface ContextePeriode {
  debut: DateCivile | null
  fin: DateCivile | null
}

export type LecturePeriode =
  /** `nonLu`: words without a date, left aside */
  | { etat: 'LUE'; debut: DateCivile | null; fin: DateCivile | null; lecture: string; nonLu: string | null }
  | { etat: 'ILLISIBLE'; raison: string }
  | { etat: 'VIDE' }

/** Longer than any period: nothing beyond is looked at. */
const LONGUEUR = 300

const SANS_CONTEXTE: ContextePeriode = { debut: null, fin: null }

/** The year of a convention that has only one. */
function findAnnee({ debut, fin }: ContextePeriode): number | null {
  return debut !== null && fin !== null && yearOf(debut) === yearOf(fin) ? yearOf(debut) : null
}

/** 'du 1er avril 2023, sans fin connue', 'du 1er avril au 30 juin 2023', 'jusqu’au 31 décembre 2024, sans début connu'. */
export function formatLecture({ debut, fin }: Etendue): string {
  if (debut !== null && fin !== null) return formatIntervalle({ debut, fin })
  if (debut !== null) return `du ${formatDateCourte(debut)}, sans fin connue`
  return fin === null ? '' : `jusqu’au ${formatDateCourte(fin)}, sans début connu`
}

interface Partie {
  expression: Expression
  segment: number
}

interface Lues {
  parties: Partie[]
  nonLus: string[]
}

const SEPARE = /( et | puis | ainsi que |, | & | \+ )/

/** Reads a segment: the longest expressions it holds, one after the other; what holds no date is left aside. */
function readSegment(segment: string, rang: number, lues: Lues): Refus | null {
  const morceaux = segment.split(SEPARE)
  let raison: Refus | null = null
  let depart = 0
  while (depart < morceaux.length) {
    const lu = readLongest(morceaux, depart)
    raison ??= lu.refus
    if (lu.expression) lues.parties.push({ expression: lu.expression, segment: rang })
    else {
      const seul = (morceaux[depart] ?? '').trim()
      if (hasDate(seul)) return raison ?? { raison: findRaison(seul) }
      if (seul !== '') lues.nonLus.push(seul)
    }
    depart = lu.fin
  }
  return null
}

function readLongest(
  morceaux: string[],
  depart: number,
): { expression: Expression | null; refus: Refus | null; fin: number } {
  let refus: Refus | null = null
  for (let fin = morceaux.length; fin > depart; fin -= 2) {
    const lu = parseExpression(morceaux.slice(depart, fin).join(''))
    if (lu !== null && !('raison' in lu)) {
      // A whole that contradicts itself is no reason to read its pieces apart.
      const essai = lu.annee === null ? null : lu.compute(null)
      if (essai && 'raison' in essai && fin - depart > 2) return { expression: null, refus: essai, fin: depart + 2 }
      return { expression: lu, refus, fin: fin + 1 }
    }
    refus ??= lu
  }
  return { expression: null, refus, fin: depart + 2 }
}

/** Parentheses hold what comments a period; a date there makes it say two things. */
function readParentheses(segment: string, lues: Lues): string | Refus {
  const entier = /^\(([^()]*)\)$/.exec(segment)?.[1]
  if (entier !== undefined) return entier.trim()
  let refus: Refus | null = null
  const reste = segment.replace(/ ?\(([^()]*)\)/g, (_, dedans: string) => {
    if (hasDate(dedans)) refus = { raison: 'une date entre parenthèses en précise une autre' }
    else if (dedans.trim() !== '') lues.nonLus.push(dedans.trim())
    return ''
  })
  return refus ?? reste.trim()
}

/** From the first to the last; open when one of them is, unless another says until when. */
function computeEnsemble(etendues: { genre: Expression['genre']; etendue: Etendue }[]): Etendue | Refus {
  const debuts = etendues.flatMap(({ etendue }) => etendue.debut ?? []).sort()
  const fins = etendues.flatMap(({ etendue }) => etendue.fin ?? []).sort()
  const ouverte = etendues.some(({ genre }) => genre === 'OUVERTE') && !etendues.some(({ genre }) => genre === 'FERMEE')
  const [debut, fin] = [debuts[0] ?? null, ouverte ? null : (fins.at(-1) ?? null)]
  const dernier = debuts.at(-1)
  if (fin !== null && dernier !== undefined && dernier > fin) return { raison: 'la fin précède le début' }
  return { debut, fin }
}

/** The year for what has none: the next one said beside it, else the only year of the convention. */
function findEmprunt(parties: Partie[], rang: number, contexte: ContextePeriode): number | null {
  const segment = parties[rang]?.segment
  return (
    parties.slice(rang + 1).find((partie) => partie.segment === segment && partie.expression.annee !== null)?.expression
      .annee ?? findAnnee(contexte)
  )
}

function computeParties(parties: Partie[], contexte: ContextePeriode): Etendue | Refus {
  const datees = parties.filter(({ expression }) => expression.genre !== 'RECURRENTE')
  if (datees.length === 0) {
    return contexte.debut !== null && contexte.fin !== null
      ? { debut: contexte.debut, fin: contexte.fin }
      : { raison: 'les dates de la convention manquent' }
  }
  const etendues: { genre: Expression['genre']; etendue: Etendue }[] = []
  for (const [rang, { expression }] of datees.entries()) {
    const lue = expression.compute(findEmprunt(datees, rang, contexte))
    if ('raison' in lue) return lue
    etendues.push({ genre: expression.genre, etendue: lue })
  }
  return computeEnsemble(etendues)
}

/** Words left aside, as they were typed rather than as they were compared. */
function findOriginal(texte: string, reste: string): string {
  const mots = texte.split(/\s+/)
  for (let de = 0; de < mots.length; de += 1) {
    for (let a = de + 1; a <= mots.length; a += 1) {
      const essai = mots
        .slice(de, a)
        .join(' ')
        .replace(/^[\s(,;.]+|[\s),;.]+$/g, '')
      if (normalizeMots(essai) === reste) return essai
    }
  }
  return reste
}

const illisible = ({ raison }: Refus): LecturePeriode => ({ etat: 'ILLISIBLE', raison: raison })

/**
 * Reads a period in French words: « dès 2023 », « 2e trimestre 2024 », « de mars à juin 2025 », « En 2023 ; Dès 2024 ».
 * Never throws, and never guesses: a contradiction, a missing year or words without date are ILLISIBLE, with why.
 * @param contexte bounds of the convention, which say « chaque année », and the year when it has only one
 */
export function parsePeriode(texte: string | null, contexte: ContextePeriode | null = null): LecturePeriode {
  const mots = normalizeMots((texte ?? '').slice(0, LONGUEUR)).replace(/[ .,;:!?]+$/, '')
  if (mots === '') return { etat: 'VIDE' }
  if ((texte ?? '').length > LONGUEUR) return illisible({ raison: 'le texte est trop long pour une période' })
  const lues: Lues = { parties: [], nonLus: [] }
  for (const [rang, segment] of mots.split(/[;\n|]|\.(?=\s|$)/).entries()) {
    const nu = readParentheses(segment.trim(), lues)
    const refus = typeof nu !== 'string' ? nu : nu === '' ? null : readSegment(nu, rang, lues)
    if (refus) return illisible(refus)
  }
  if (lues.parties.length === 0) return illisible({ raison: findRaison(mots) })
  const etendue = computeParties(lues.parties, contexte ?? SANS_CONTEXTE)
  if ('raison' in etendue) return illisible(etendue)
  const nonLu = lues.nonLus.map((reste) => findOriginal(texte ?? '', reste)).join(', ')
  return { etat: 'LUE', ...etendue, lecture: formatLecture(etendue), nonLu: nonLu || null }
}

export type AccordPeriode =
  /** neither words nor bounds */
  | { etat: 'VIDE' }
  /** bounds without words */
  | { etat: 'SANS_MOTS' }
  /** the bounds are those the words say */
  | { etat: 'CONFORME'; lecture: string; nonLu: string | null }
  /** the words say others: somebody corrected them */
  | { etat: 'CORRIGEE'; lecture: string; nonLu: string | null }
  /** nothing could be read of the words; `bornes` when somebody gave some */
  | { etat: 'A_PRECISER'; raison: string; bornes: boolean }

/** Whether the bounds of a period are those its words say: derived each time, never stored. */
export function checkAccordPeriode(
  periode: Etendue & { texte: string | null },
  contexte: ContextePeriode | null = null,
): AccordPeriode {
  const bornes = periode.debut !== null || periode.fin !== null
  const lue = parsePeriode(periode.texte, contexte)
  if (lue.etat === 'VIDE') return bornes ? { etat: 'SANS_MOTS' } : { etat: 'VIDE' }
  if (lue.etat === 'ILLISIBLE') return { etat: 'A_PRECISER', raison: lue.raison, bornes }
  const conforme = lue.debut === periode.debut && lue.fin === periode.fin
  return { etat: conforme ? 'CONFORME' : 'CORRIGEE', lecture: lue.lecture, nonLu: lue.nonLu }
}
