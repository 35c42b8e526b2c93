/** One named span of the calendar — a day, a month, a quarter, a season, a year —, with its year when the words say it. */
import { addDays, boundsContaining, isDateCivile, type Bornes, type DateCivile } from '@/lib/platform/dates'
import { MOTIF_MOIS, MOTIF_ORDINAL, readMois, readOrdinal } from './mots'

/** Where within a span: the words « début », « mi- », « fin ». */
type Place = 'DEBUT' | 'MILIEU' | 'FIN'

export interface Point {
  /** null: the words do not say it */
  annee: number | null
  /** a day whose month is said elsewhere: « du 1er au 15 mars » */
  jour?: number
  place: Place | null
  /** null when that day does not exist */
  resolve: (annee: number) => Bornes | null
  /** the month a bare day may borrow */
  mois?: number
}

/** A reason, in words, why a named span has no bounds. */
export interface Refus {
  raison: string
}

export const isRefus = (valeur: Point | Refus): valeur is Refus => 'raison' in valeur

const deux = (nombre: number): string => String(nombre).padStart(2, '0')
const day = (annee: number, mois: number, jour: number): DateCivile => `${annee}-${deux(mois)}-${deux(jour)}`

/** Whole months, from one to another of the same year. */
const months = (annee: number, premier: number, dernier: number): Bornes => ({
  debut: day(annee, premier, 1),
  fin: boundsContaining(day(annee, dernier, 1), 'MOIS').fin,
})

/** Seasons by their usual days; winter runs into the next year. */
const SAISONS: Record<string, (annee: number) => Bornes> = {
  printemps: (annee) => ({ debut: day(annee, 3, 20), fin: day(annee, 6, 20) }),
  ete: (annee) => ({ debut: day(annee, 6, 21), fin: day(annee, 9, 21) }),
  automne: (annee) => ({ debut: day(annee, 9, 22), fin: day(annee, 12, 20) }),
}

/**
 * First, middle or last part of a span: the thirds of a month by ten days, of a quarter by months, of a semester by two
 * months; of a year, its first quarter, its last, and what lies between.
 */
function place(
  unite: 'MOIS' | 'TRIMESTRE' | 'SEMESTRE' | 'AN',
  rang: number,
  ou: Place | null,
): (annee: number) => Bornes {
  const duree = { MOIS: 1, TRIMESTRE: 3, SEMESTRE: 6, AN: 12 }[unite]
  const premier = (rang - 1) * duree + 1
  if (ou === null) return (annee) => months(annee, premier, premier + duree - 1)
  if (unite === 'MOIS') {
    if (ou === 'DEBUT') return (annee) => ({ debut: day(annee, premier, 1), fin: day(annee, premier, 10) })
    if (ou === 'MILIEU') return (annee) => ({ debut: day(annee, premier, 11), fin: day(annee, premier, 20) })
    return (annee) => ({ debut: day(annee, premier, 21), fin: months(annee, premier, premier).fin })
  }
  const tiers = unite === 'AN' ? 3 : duree / 3
  const [de, a] =
    ou === 'DEBUT'
      ? [premier, premier + tiers - 1]
      : ou === 'FIN'
        ? [premier + duree - tiers, premier + duree - 1]
        : [premier + tiers, premier + duree - tiers - 1]
  return (annee) => months(annee, de, a)
}

const readAnnee = (mot: string | undefined): number | null => (mot === undefined ? null : Number(mot))
/** « 2024 », « de 2024 », « de l’année 2024 », « / 2024 »: what may follow a part of a year. */
const AN = "(?: ?[-/] ?| ,? ?(?:de |d'|en |de l'annee |de l'an )?)(\\d{4})"
const mot = (motif: string): RegExp => new RegExp(`^${motif}$`)

const JOUR = mot(
  `(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(\\d{1,2}) ?(?:er)? (${MOTIF_MOIS})\\.?(?: (\\d{4}))?`,
)
const JOUR_SEUL = mot('(\\d{1,2}) ?(?:er)?')
const CHIFFRES = mot('(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{4})')
const ISO = mot('(\\d{4})-(\\d{1,2})-(\\d{1,2})')
const MOIS = mot(`(?:mois (?:de |d'))?(${MOTIF_MOIS})\\.?(?:${AN})?`)
const MOIS_CHIFFRES = mot('(0?[1-9]|1[0-2]) ?/ ?(\\d{4})')
const PARTIE = mot(
  `(?:(${MOTIF_ORDINAL}|dernier) ?(trimestre|trim\\.?|semestre|sem\\.?)|([ts]) ?([1-4])|(trimestre|semestre) ([1-4])|([1-4]) ?([ts]))(?:${AN})?`,
)
const PARTIE_APRES = mot('(\\d{4})[ ,/-]+(.+)')
const SAISON = mot(`(printemps|ete|automne|hiver)(?:${AN}(?: ?[-/] ?(\\d{4}|\\d{2}))?)?`)
const RENTREE = mot(`rentree(?: scolaire| universitaire| de septembre| scolaire de septembre)?(?:${AN})?`)
const SCOLAIRE = mot('annee (?:scolaire|universitaire) ?(\\d{4}) ?[-/] ?(\\d{4}|\\d{2})')
const ANNEE = mot('(?:annee (?:civile )?|an )?(\\d{4})')
const PLACE = /^(debut|mi|milieu|fin)(?: ?- ?| (?:de la |de l'|du |de |d')?)(.+)$/

const point = (annee: number | null, resolve: Point['resolve'], reste: Partial<Point> = {}): Point => ({
  annee,
  resolve,
  place: null,
  ...reste,
})

/** The second year of « 2024-2025 » or « 2024-25 », when it follows the first. */
const follows = (annee: number, suite: string): boolean =>
  Number(suite.length === 2 ? `${String(annee).slice(0, 2)}${suite}` : suite) === annee + 1

function parseJour(mots: string): Point | Refus | null {
  const iso = ISO.exec(mots)
  const chiffres = CHIFFRES.exec(mots)
  const ecrit = JOUR.exec(mots)
  const seul = JOUR_SEUL.exec(mots)
  if (seul) return point(null, () => null, { jour: Number(seul[1]) })
  const parties = iso
    ? [iso[3], iso[2], iso[1]]
    : chiffres
      ? [chiffres[1], chiffres[2], chiffres[3]]
      : ecrit
        ? [ecrit[1], String(readMois(ecrit[2] ?? '')), ecrit[3]]
        : null
  if (!parties) return null
  const [jour, mois] = [Number(parties[0]), Number(parties[1])]
  const resolve = (annee: number): Bornes | null => {
    const date = day(annee, mois, jour)
    return isDateCivile(date) ? { debut: date, fin: date } : null
  }
  // 2000 is a leap year: whatever day does not exist then never does.
  return resolve(2000) === null ? { raison: 'ce jour n’existe pas' } : point(readAnnee(parties[2]), resolve, { mois })
}

function parseSaison(mots: string): Point | Refus | null {
  const [, nom, an, suite] = SAISON.exec(mots) ?? []
  if (nom === undefined) return null
  const annee = readAnnee(an)
  if (nom === 'hiver') {
    if (annee === null || suite === undefined)
      return { raison: 'un hiver tient sur deux années : écrivez « hiver 2024-2025 »' }
    return follows(annee, suite)
      ? point(annee, (de) => ({ debut: day(de, 12, 21), fin: day(de + 1, 3, 19) }))
      : { raison: 'un hiver tient sur deux années qui se suivent' }
  }
  const saison = SAISONS[nom]
  return suite !== undefined || !saison ? null : point(annee, saison)
}

function parsePartie(mots: string, ou: Place | null): Point | Refus | null {
  const trouve = PARTIE.exec(mots)
  if (!trouve) return null
  const genre = trouve[2] ?? trouve[3] ?? trouve[5] ?? trouve[8] ?? ''
  const rang = trouve[4] ?? trouve[6] ?? trouve[7]
  const unite = genre.startsWith('t') ? 'TRIMESTRE' : 'SEMESTRE'
  const maximum = unite === 'TRIMESTRE' ? 4 : 2
  const numero = rang !== undefined ? Number(rang) : trouve[1] === 'dernier' ? maximum : readOrdinal(trouve[1] ?? '')
  if (numero < 1 || numero > maximum)
    return { raison: unite === 'TRIMESTRE' ? 'une année a quatre trimestres' : 'une année a deux semestres' }
  return point(readAnnee(trouve[9]), place(unite, numero, ou), { place: ou })
}

/** A month, a part of a year, or a year, that « début », « mi- » or « fin » may narrow. */
function parseDivisible(mots: string, ou: Place | null): Point | Refus | null {
  const mois = MOIS.exec(mots)
  if (mois) {
    const rang = readMois(mois[1] ?? '')
    return point(readAnnee(mois[2]), place('MOIS', rang, ou), { place: ou, mois: rang })
  }
  const chiffres = MOIS_CHIFFRES.exec(mots)
  if (chiffres)
    return point(Number(chiffres[2]), place('MOIS', Number(chiffres[1]), ou), { place: ou, mois: Number(chiffres[1]) })
  const annee = ANNEE.exec(mots)
  if (annee) return point(Number(annee[1]), place('AN', 1, ou), { place: ou })
  const partie = parsePartie(mots, ou)
  if (partie) return partie
  // « 2023 T2 », « 2023, 2e trimestre »
  const [, an, suite] = PARTIE_APRES.exec(mots) ?? []
  const apres = suite === undefined ? null : parsePartie(suite, ou)
  return apres && !isRefus(apres) && apres.annee === null ? { ...apres, annee: readAnnee(an) } : null
}

const PLACES: Record<string, Place> = { debut: 'DEBUT', mi: 'MILIEU', milieu: 'MILIEU', fin: 'FIN' }

/** Reads the name of one span, without preposition; null when it is none, a reason when it is one that has no bounds. */
export function parsePoint(mots: string): Point | Refus | null {
  const nu = mots.trim().replace(/^(?:le |la |les |l')/, '')
  const [, ou, reste] = PLACE.exec(nu) ?? []
  if (ou !== undefined && reste !== undefined) {
    const dedans = reste
      .replace(/^(?:le |la |les |l')/, '')
      .replace(/^(?:annee|mois) (?:de |d')?(?!scolaire|universitaire)/, '')
    if (SAISON.test(dedans) || RENTREE.test(dedans) || SCOLAIRE.test(dedans))
      return { raison: `« ${ou === 'mi' ? 'mi-' : ou} » est trop vague pour une saison ou une année scolaire` }
    return parseDivisible(dedans, PLACES[ou] ?? null)
  }
  const scolaire = SCOLAIRE.exec(nu)
  if (scolaire) {
    const annee = Number(scolaire[1])
    return follows(annee, scolaire[2] ?? '')
      ? point(annee, (de) => ({ debut: day(de, 9, 1), fin: day(de + 1, 8, 31) }))
      : { raison: 'une année scolaire tient sur deux années qui se suivent' }
  }
  const rentree = RENTREE.exec(nu)
  if (rentree) return point(readAnnee(rentree[1]), (annee) => months(annee, 9, 9))
  return parseJour(nu) ?? parseSaison(nu) ?? parseDivisible(nu, null)
}

/** The day before a date, and the day after. */
export const dayBefore = (date: DateCivile): DateCivile => addDays(date, -1)
export const dayAfter = (date: DateCivile): DateCivile => addDays(date, 1)
