/**
 * What each period owes of what the sentence promises. Over its whole life an instance owes its figure for the time
 * that its rules last: four years at one a year owe four, whatever the day they start. Full periods owe the figure;
 * the short ones, at both ends and around a change of rule, share whole meetings between them (record 0048).
 */
import { addDays, yearOf, type DateCivile } from '@/lib/platform/dates'
import { checkJugeable, countReunions } from './etats'
import type { Tranche } from './periodes'
import type { DatesConvention, ExceptionFrequence, RegleFrequence, ReunionRegle } from '../types'

/** A short period and what it owes. */
interface Part {
  tranche: Tranche
  regle: RegleFrequence
  /** The share of the figure that its length is worth. */
  valeur: Fraction
  requis: number
}

/** What a rule asks of one period; null where it gives no figure. */
export interface Exigence {
  /** The figure of a full period. */
  minimum: number | null
  /** What this period owes. */
  requis: number | null
  maximum: number | null
  /** Shorter than a full period. */
  incomplete: boolean
  /** The exception of its year, whose own minimum is never shared out: it says otherwise. */
  exception: ExceptionFrequence | null
  /** What its own length is worth, rounded down: what it owes beyond comes from the periods it shares with. */
  auMoins: number
  /** Earlier short periods that it shares with, in order of time. */
  avant: readonly PartAnterieure[]
  /** Whole meetings owed by all of them and by this one. */
  ensemble: number
  /** Where the part of a meeting that it does not owe is counted: with the period that follows, or with the convention's last. */
  reste: 'SUIVANTE' | 'FIN' | null
}

interface PartAnterieure {
  tranche: Tranche
  requis: number
  /** What its length is worth, rounded down and up. */
  auMoins: number
  auPlus: number
}

/** The successive rules of an instance with their periods, in the convention they belong to. */
export interface PeriodesRegles {
  lectures: readonly { regle: RegleFrequence; tranches: readonly Tranche[] }[]
  convention: DatesConvention
  /** Cuts a rule into its periods. */
  listTranches: (regle: RegleFrequence) => readonly Tranche[]
}

/** A number kept exact: numerator over denominator, both whole. */
interface Fraction {
  n: number
  d: number
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
const addFractions = (a: Fraction, b: Fraction): Fraction => {
  const [n, d] = [a.n * b.d + b.n * a.d, a.d * b.d]
  const commun = gcd(n, d) || 1
  return { n: n / commun, d: d / commun }
}
const floor = ({ n, d }: Fraction): number => Math.floor(n / d)
const ceil = ({ n, d }: Fraction): number => Math.ceil(n / d)
/** A half rounds up: a promise is not emptied. */
const round = ({ n, d }: Fraction): number => Math.floor((2 * n + d) / (2 * d))
/** What is left over whole meetings. */
const rest = (valeur: Fraction): Fraction => ({ n: valeur.n - floor(valeur) * valeur.d, d: valeur.d })

/**
 * Place of a day in time, in thirty-firsts of a month: two days of the same number some months apart are that many
 * months apart exactly, and spans that follow one another add up.
 */
const placeOf = (date: DateCivile): number =>
  31 * (12 * yearOf(date) + Number(date.slice(5, 7)) - 1) + Number(date.slice(8, 10)) - 1

/** Length of a span, in thirty-firsts of a month: spans that follow one another add up. */
export const lengthOf = ({ debut, fin }: { debut: DateCivile; fin: DateCivile }): number =>
  placeOf(addDays(fin, 1)) - placeOf(debut)

const checkIncomplete = ({ debut, fin, pleine }: Tranche): boolean => debut !== pleine.debut || fin !== pleine.fin

const findException = (regle: RegleFrequence, { annee }: Tranche): ExceptionFrequence | null =>
  regle.periode === 'CONVENTION' ? null : (regle.exceptions.find((exception) => exception.annee === annee) ?? null)

/** The figures of a period taken alone. */
function readChiffres(regle: RegleFrequence, tranche: Tranche): Exigence {
  const exception = findException(regle, tranche)
  const minimum = exception?.minimum ?? regle.minimum
  return {
    minimum,
    requis: minimum,
    maximum: exception?.maximum ?? regle.maximum,
    incomplete: checkIncomplete(tranche),
    exception,
    auMoins: minimum ?? 0,
    avant: [],
    ensemble: minimum ?? 0,
    reste: null,
  }
}

/** What the length of a period is worth of its figure; null for one that is full, has no figure, or an exception of its own. */
function computeValeur(regle: RegleFrequence, tranche: Tranche): Fraction | null {
  if (regle.minimum === null || !checkIncomplete(tranche) || findException(regle, tranche)?.minimum != null) return null
  return addFractions({ n: regle.minimum * lengthOf(tranche), d: lengthOf(tranche.pleine) }, { n: 0, d: 1 })
}

const sum = (valeurs: readonly Fraction[]): Fraction => valeurs.reduce(addFractions, { n: 0, d: 1 })

/** Runs of short periods, each within the full period of the one before: a year that a change of rule cuts. */
function groupChaines(parts: readonly Part[]): Part[][] {
  const chaines: Part[][] = []
  for (const part of parts) {
    const avant = chaines.at(-1)?.at(-1)
    const suite =
      avant !== undefined &&
      addDays(avant.tranche.fin, 1) === part.tranche.debut &&
      avant.tranche.pleine.fin >= part.tranche.debut &&
      avant.regle.par === part.regle.par
    if (suite) chaines.at(-1)?.push(part)
    else chaines.push([part])
  }
  return chaines
}

/** The short periods that the first and the last day of the convention cut. */
const startsConvention = ({ debut, pleine }: Tranche, convention: DatesConvention): boolean =>
  debut === convention.debut && debut !== pleine.debut
const endsConvention = ({ fin, pleine }: Tranche, convention: DatesConvention): boolean =>
  fin === convention.fin && fin !== pleine.fin

/**
 * What the short beginning of a convention owes of what it shares with its end, were its rule to last until then: so
 * that a rule which changes later changes nothing of it. The one that comes nearest to one more meeting owes it; the
 * end, when both do.
 */
function shareDebut(debut: Fraction, fin: Fraction): number {
  const total = round(addFractions(debut, fin))
  const [a, b] = [rest(debut), rest(fin)]
  const premier = total > floor(debut) + floor(fin) && (a.n * b.d > b.n * a.d || total > floor(debut) + floor(fin) + 1)
  return floor(debut) + (premier && a.n > 0 ? 1 : 0)
}

/** The last period of a rule, as if it lasted as long as the convention, when the end of the convention cuts it. */
function findFin(regle: RegleFrequence, { convention, listTranches }: PeriodesRegles): Fraction | null {
  const derniere = listTranches({ ...regle, fin: null }).at(-1)
  return derniere && endsConvention(derniere, convention) ? computeValeur(regle, derniere) : null
}

/** True when a rule has no full period in its convention: its short ones then owe one meeting at least. */
const checkSansPeriodePleine = (regle: RegleFrequence, { listTranches }: PeriodesRegles): boolean =>
  listTranches({ ...regle, debut: null, fin: null }).every(checkIncomplete)

/** What a run of short periods owes by itself, or with the short beginning of the convention. */
function computeDu(chaine: readonly Part[], avant: readonly Part[], regles: PeriodesRegles): number {
  const [premiere, derniere] = [chaine[0], chaine.at(-1)]
  if (!premiere || !derniere) return 0
  const { convention } = regles
  const valeur = sum(chaine.map((part) => part.valeur))
  const dejaDu = avant.reduce((somme, { requis }) => somme + requis, 0)
  const total = round(sum([...avant, ...chaine].map((part) => part.valeur)))
  const fin =
    startsConvention(premiere.tranche, convention) && !endsConvention(derniere.tranche, convention)
      ? findFin(derniere.regle, regles)
      : null
  const du = fin === null ? Math.min(Math.max(total - dejaDu, floor(valeur)), ceil(valeur)) : shareDebut(valeur, fin)
  const vide = du + dejaDu === 0 && valeur.n > 0 && derniere.tranche.fin === convention.fin
  return vide && checkSansPeriodePleine(derniere.regle, regles) ? 1 : du
}

/** Spreads what a run owes: each its whole meetings, the last the rest, since until it is over they may still be held. */
function spread(chaine: readonly Part[], du: number): Part[] {
  let cumul: Fraction = { n: 0, d: 1 }
  return chaine.map((part, rang) => {
    const avant = floor(cumul)
    cumul = addFractions(cumul, part.valeur)
    const reste = Math.min(du - avant, part.regle.minimum ?? 0)
    return { ...part, requis: rang === chaine.length - 1 ? reste : floor(cumul) - avant }
  })
}

const toAnterieure = ({ tranche, requis, valeur }: Part): PartAnterieure => ({
  tranche,
  requis,
  auMoins: floor(valeur),
  auPlus: ceil(valeur),
})

/** The short periods with what they owe, and whom they share with. */
function listPartages(parts: readonly Part[], regles: PeriodesRegles): Map<Tranche, Partial<Exigence>> {
  const partages = new Map<Tranche, Partial<Exigence>>()
  let debut: Part[] | null = null
  for (const chaine of groupChaines(parts)) {
    const [premiere, derniere] = [chaine[0], chaine.at(-1)]
    if (!premiere || !derniere) continue
    const ouvre = startsConvention(premiere.tranche, regles.convention)
    const ferme = endsConvention(derniere.tranche, regles.convention)
    const ensemble = ferme && !ouvre && debut?.[0]?.regle.par === premiere.regle.par ? debut : null
    const dues = spread(chaine, computeDu(chaine, ensemble ?? [], regles))
    dues.forEach((part, rang) => {
      const isDerniere = rang === dues.length - 1
      const avant = [...(isDerniere ? (ensemble ?? []) : []), ...dues.slice(0, rang)]
      const enFin =
        ouvre && !ferme && isDerniere && ceil(part.valeur) > part.requis && findFin(part.regle, regles) !== null
      partages.set(part.tranche, {
        requis: part.requis,
        auMoins: floor(part.valeur),
        avant: avant.map(toAnterieure),
        ensemble: avant.reduce((somme, { requis }) => somme + requis, part.requis),
        reste: isDerniere ? (enFin ? 'FIN' : null) : 'SUIVANTE',
      })
    })
    if (ouvre) debut = dues
  }
  return partages
}

/**
 * What every counted period owes, over the whole life of the successive rules of an instance. A period depends on those
 * before it and on the dates of the convention alone: a rule that changes says nothing of what was over. A mean has its
 * own reckoning and takes no part.
 */
export function computeExigences(regles: PeriodesRegles): Map<Tranche, Exigence> {
  const comptees = regles.lectures
    .filter(({ regle }) => checkJugeable(regle) && regle.mode !== 'MOYENNE')
    .flatMap(({ regle, tranches }) => tranches.map((tranche) => ({ regle, tranche })))
    .sort((a, b) => (a.tranche.debut < b.tranche.debut ? -1 : 1))
  const parts = comptees.flatMap(({ regle, tranche }): Part[] => {
    const valeur = computeValeur(regle, tranche)
    return valeur === null ? [] : [{ regle, tranche, valeur, requis: 0 }]
  })
  const partages = listPartages(parts, regles)
  return new Map(
    comptees.map(({ regle, tranche }) => [tranche, { ...readChiffres(regle, tranche), ...partages.get(tranche) }]),
  )
}

/**
 * Meetings held in an earlier short period, beyond what it owed, that count for this one: they settle the part of a
 * meeting that the sharing moved here, no more.
 * @param reunions those of the instance, or of one of its groups
 */
export function countReportees(
  { avant, requis, auMoins }: Exigence,
  reunions: readonly ReunionRegle[],
  today: DateCivile,
): number {
  let enPlus = 0
  for (const autre of avant) {
    const utiles = Math.min(enPlus, autre.requis - autre.auMoins)
    const { tenues } = countReunions(reunions, autre.tranche, today)
    enPlus += Math.max(0, Math.min(tenues, autre.auPlus) - autre.requis) - utiles
  }
  return Math.min(enPlus, Math.max(0, (requis ?? 0) - auMoins))
}
