/** The words periods are written with, once accents, case, apostrophes, spaces and the slips of a scan are put aside. */
import { foldTexte } from '@/lib/platform/texte'

/** One word for each way a month is written. */
const MOIS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
]
const RANG_DU_MOIS = new Map(MOIS.flatMap((mots, rang) => mots.map((mot) => [mot, rang + 1] as const)))

/** Alternatives of a month, longest first so that « septembre » is not read as « sept ». */
export const MOTIF_MOIS = [...RANG_DU_MOIS.keys()].sort((a, b) => b.length - a.length).join('|')

/** 'mars' → 3. */
export const readMois = (mot: string): number => RANG_DU_MOIS.get(mot) ?? 0

const ORDINAUX: Record<string, number> = {
  premier: 1,
  premiere: 1,
  deuxieme: 2,
  second: 2,
  seconde: 2,
  troisieme: 3,
  quatrieme: 4,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
}

/** '1er', '2 eme', 'deuxieme', 'iie', '4'. */
export const MOTIF_ORDINAL =
  '(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|(?:[1-4]|iii|ii|iv|i) ?(?:er|ere|re|eme|nde?|e)?)'

/** '2 eme' → 2; 0 when it is no ordinal. */
export function readOrdinal(mot: string): number {
  const nu = mot.trim()
  const chiffre = /^([1-4]|iii|ii|iv|i) ?(?:er|ere|re|eme|nde?|e)?$/.exec(nu)?.[1] ?? nu
  return ORDINAUX[chiffre] ?? (/^[1-4]$/.test(chiffre) ? Number(chiffre) : 0)
}

/**
 * The same words for every way of writing them: lower case, no accent, straight apostrophes and dashes, single spaces;
 * a zero or a one that a scan read as a letter, within a year or in « 1er ». Applying it twice changes nothing.
 */
export function normalizeMots(texte: string): string {
  return (
    foldTexte(texte)
      .replace(/[‐‑‒–—−]/g, '-')
      .replace(/\s*(?:→|=>|->|>)\s*/g, ' - ')
      .replace(/[«»"“”]/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\b[12l][0o9][\dol]{2}\b/g, (mot) =>
        mot.replace(/\D/g, '').length < 2 ? mot : mot.replace(/o/g, '0').replace(/l/g, '1'),
      )
      .replace(/\bler\b/g, '1er')
      .replace(/ ?' ?/g, "'")
      .replace(/ ?([,;:)]) ?/g, '$1 ')
      .replace(/ ?\( ?/g, ' (')
      // The dot of « janv. » or « trim. » ends no sentence.
      .replace(new RegExp(`\\b(${[...RANG_DU_MOIS.keys()].join('|')}|trim|sem)\\.`, 'g'), '$1')
      .replace(/ *\n */g, '\n')
      .replace(/ {2,}/g, ' ')
      .trim()
  )
}

/** What tells of a date, be it unreadable: words that hold any are never left aside. */
const MATIERE = new RegExp(
  `\\d|\\b(?:${MOTIF_MOIS}|printemps|ete|automne|hiver|rentree|trimestres?|semestres?|annees?|ans?|mois|semaines?|jours?|quinzaine|vacances|avant|apres|debut|mi|fin)\\b`,
)

/** True when normalized words may carry a date that was not read. */
export const hasDate = (mots: string): boolean => MATIERE.test(mots)

const RAISONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:a definir|a preciser|a determiner|a confirmer|non precise|non defini|inconnu)/, 'la période reste à définir'],
  [/\bdeja\b|\ben cours\b/, '« déjà en cours » ne dit pas depuis quand'],
  [/\bselon\b|\ben fonction\b|\bsuivant\b/, 'la période dépend d’un autre calendrier'],
  [
    /\bprochain|\bbientot\b|\bulterieur|\ba venir\b|\brapidement\b|\bcourt terme\b|\bmoyen terme\b|\blong terme\b/,
    'ces mots ne donnent pas de date',
  ],
]

/** Why words that name no date could not be read. */
export const findRaison = (mots: string): string =>
  RAISONS.find(([motif]) => motif.test(mots))?.[1] ?? 'ces mots ne se lisent pas comme une période'
