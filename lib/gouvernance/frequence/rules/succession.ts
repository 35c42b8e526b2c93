/** The successive rules of one instance: changing one at a date never rewrites what was judged before it. */
import { addDays, boundsContaining, formatDateCourte, formatIntervalle, yearOf } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import type { ErreurRegle, TermesRegle } from './regle'
import type { DatesConvention, RegleFrequence } from '../types'

/** A rule with its id; null for one that is not written yet. */
export interface RegleDatee extends RegleFrequence {
  id: number | null
}

/**
 * What a form is about to do.
 * PREMIERE: an instance without rule gets one, over the whole convention.
 * CHANGER: the rule changes on a day; the former one stops the day before.
 * CORRIGER: a rule was read wrongly; it is read again over all the days it applies.
 */
export type ProjetRegle =
  | { geste: 'PREMIERE'; termes: TermesRegle }
  | { geste: 'CHANGER'; aPartirDu: DateCivile; termes: TermesRegle }
  | { geste: 'CORRIGER'; regle: number; debut: DateCivile | null; fin: DateCivile | null; termes: TermesRegle }

export type Succession =
  | { ok: true; regles: RegleDatee[]; avertissements: string[] }
  | { ok: false; erreurs: ErreurRegle[] }

/** Order of application: a rule without first day begins with the convention. */
const byDebut = (a: RegleDatee, b: RegleDatee): number =>
  (a.debut ?? '') < (b.debut ?? '') ? -1 : (a.debut ?? '') > (b.debut ?? '') ? 1 : 0

const refuse = (champ: string, message: string): Succession => ({
  ok: false,
  erreurs: [{ champ, message: message }],
})

/** 'du 1er janvier 2026 au 31 décembre 2027', 'à partir du…', 'jusqu’au…', 'sur toute la convention'. */
export function formatApplication({ debut, fin }: DatesConvention): string {
  if (debut && fin) return formatIntervalle({ debut, fin })
  if (debut) return `à partir du ${formatDateCourte(debut)}`
  return fin ? `jusqu’au ${formatDateCourte(fin)}` : 'sur toute la convention'
}

const overlap = (a: DatesConvention, b: DatesConvention): boolean =>
  (a.debut ?? '') <= (b.fin ?? '9999') && (b.debut ?? '') <= (a.fin ?? '9999')

/** The first days that no rule covers between two rules, in the order of their application. */
function listTrous(regles: readonly RegleDatee[]): Bornes[] {
  return regles.slice(1).flatMap(({ debut }, rang) => {
    const fin = regles[rang]?.fin
    return fin && debut && addDays(fin, 1) < debut ? [{ debut: addDays(fin, 1), fin: addDays(debut, -1) }] : []
  })
}

/** What a person should know before accepting: a hole between two rules, a past that is read again, a period cut in two. */
function listAvertissements(
  regles: readonly RegleDatee[],
  projet: ProjetRegle,
  convention: DatesConvention,
  today: DateCivile,
): string[] {
  const { termes } = projet
  const coupee = projet.geste === 'CHANGER' ? findPeriodeCoupee(projet.aPartirDu, projet.termes) : null
  return [
    ...listTrous(regles).map((trou) => `Aucune règle ne s’appliquerait ${formatIntervalle(trou)}.`),
    projet.geste === 'CHANGER' &&
      projet.aPartirDu < today &&
      `Cette date est passée : depuis le ${formatDateCourte(projet.aPartirDu)}, les réunions sont comptées avec la nouvelle règle.`,
    coupee &&
      `La période ${formatIntervalle(coupee)} serait coupée en deux, et ses deux parties se partageraient les réunions demandées. Pour l’éviter, choisissez le ${formatDateCourte(coupee.debut)} ou le ${formatDateCourte(addDays(coupee.fin, 1))}.`,
    termes.periode === 'AN_CONVENTION' &&
      convention.debut === null &&
      'Le premier jour de la convention n’est pas connu : on compte par année civile en attendant.',
  ].filter((texte) => typeof texte === 'string')
}

/** The calendar period that a change falls in the middle of; null when it falls on a first day. */
function findPeriodeCoupee(date: DateCivile, { periode, mode }: TermesRegle): Bornes | null {
  if (periode === null || periode === 'CONVENTION' || periode === 'AN_CONVENTION' || mode === 'MOYENNE') return null
  const bornes = boundsContaining(date, periode === 'AN_CIVIL' ? 'AN' : periode)
  return bornes.debut === date ? null : bornes
}

function changeRegle(
  regles: readonly RegleDatee[],
  projet: Extract<ProjetRegle, { geste: 'CHANGER' }>,
  { debut, fin }: DatesConvention,
): Succession {
  const { aPartirDu, termes } = projet
  const champ = 'aPartirDu'
  if (debut !== null && aPartirDu <= debut)
    return refuse(
      champ,
      `La convention commence le ${formatDateCourte(debut)} : pour changer la règle dès ce jour, corrigez la règle en vigueur.`,
    )
  if (fin !== null && aPartirDu > fin)
    return refuse(champ, `La convention finit le ${formatDateCourte(fin)} : choisissez une date d’ici là.`)
  if (regles.some((regle) => regle.debut === aPartirDu))
    return refuse(
      champ,
      `Une règle commence déjà le ${formatDateCourte(aPartirDu)} : corrigez-la, ou choisissez une autre date.`,
    )
  const suivante = regles.filter((regle) => (regle.debut ?? '') > aPartirDu).sort(byDebut)[0]
  const veille = addDays(aPartirDu, -1)
  const closes = regles.map((regle) =>
    (regle.debut ?? '') < aPartirDu && (regle.fin ?? '9999') > veille ? { ...regle, fin: veille } : regle,
  )
  const nouvelle = { ...termes, id: null, debut: aPartirDu, fin: suivante?.debut ? addDays(suivante.debut, -1) : null }
  return { ok: true, regles: [...closes, nouvelle].sort(byDebut), avertissements: [] }
}

function correctRegle(
  regles: readonly RegleDatee[],
  projet: Extract<ProjetRegle, { geste: 'CORRIGER' }>,
  convention: DatesConvention,
): Succession {
  const { regle: id, debut, fin, termes } = projet
  if (debut !== null && fin !== null && debut > fin)
    return refuse('finRegle', 'La règle finirait avant de commencer : corrigez l’une des deux dates.')
  if (debut !== null && convention.fin !== null && debut > convention.fin)
    return refuse(
      'debutRegle',
      `La convention finit le ${formatDateCourte(convention.fin)} : la règle doit commencer avant.`,
    )
  if (fin !== null && convention.debut !== null && fin < convention.debut)
    return refuse(
      'finRegle',
      `La convention commence le ${formatDateCourte(convention.debut)} : la règle doit finir après.`,
    )
  const autre = regles.find((regle) => regle.id !== id && overlap(regle, { debut, fin }))
  if (autre) {
    const avant = (autre.debut ?? '') < (debut ?? '')
    const remede =
      avant && autre.fin
        ? `commencez le ${formatDateCourte(addDays(autre.fin, 1))}`
        : !avant && autre.debut
          ? `finissez le ${formatDateCourte(addDays(autre.debut, -1))}`
          : 'donnez à chacune ses dates'
    return refuse(
      avant ? 'debutRegle' : 'finRegle',
      `Une autre règle s’applique ${formatApplication(autre)}, deux règles ne valent pas le même jour : ${remede}.`,
    )
  }
  const corrigees = regles.map((regle) => (regle.id === id ? { ...termes, id, debut, fin } : regle))
  return { ok: true, regles: corrigees.sort(byDebut), avertissements: [] }
}

/**
 * The rules of the instance once the change is made.
 * @param regles the rules as they are, in any order
 * @returns in the order of their application; or the contradiction, on its field
 */
export function computeSuccession(
  regles: readonly RegleDatee[],
  projet: ProjetRegle,
  convention: DatesConvention,
  today: DateCivile,
): Succession {
  const suite =
    projet.geste === 'CHANGER'
      ? changeRegle(regles, projet, convention)
      : projet.geste === 'CORRIGER'
        ? correctRegle(regles, projet, convention)
        : regles.length > 0
          ? refuse('mode', 'Cette instance a déjà une règle : corrigez-la, ou changez-la à partir d’une date.')
          : { ok: true as const, regles: [{ ...projet.termes, id: null, debut: null, fin: null }], avertissements: [] }
  return suite.ok ? { ...suite, avertissements: listAvertissements(suite.regles, projet, convention, today) } : suite
}

/**
 * The rules once one that has not begun yet is given up: the one before it goes on in its place.
 * @returns null when there is no such rule, or it has begun
 */
export function removeRegleFuture(regles: readonly RegleDatee[], id: number, today: DateCivile): RegleDatee[] | null {
  const retiree = regles.find((regle) => regle.id === id)
  if (!retiree?.debut || retiree.debut <= today) return null
  const veille = addDays(retiree.debut, -1)
  return regles
    .filter((regle) => regle !== retiree)
    .map((regle) => (regle.fin === veille ? { ...regle, fin: retiree.fin } : regle))
    .sort(byDebut)
}

/** The day a change is proposed for: the first day of the next period, so that no period is cut; kept inside the convention. */
export function proposeDate(
  { periode }: Pick<RegleFrequence, 'periode'>,
  { debut, fin }: DatesConvention,
  today: DateCivile,
): DateCivile {
  const unite =
    periode === null || periode === 'AN_CIVIL' || periode === 'CONVENTION' || periode === 'AN_CONVENTION'
      ? 'AN'
      : periode
  const depart = debut !== null && debut > today ? debut : today
  const proposee =
    periode === 'AN_CONVENTION' && debut !== null
      ? `${yearOf(depart) + (depart.slice(5) < debut.slice(5) ? 0 : 1)}${debut.slice(4) === '-02-29' ? '-03-01' : debut.slice(4)}`
      : addDays(boundsContaining(depart, unite).fin, 1)
  return fin !== null && proposee > fin ? depart : proposee
}
