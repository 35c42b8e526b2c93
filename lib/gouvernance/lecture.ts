/** Reading an instance at a date: what the rules say of it, and what is shown of what they say. */
import { formatIntervalle, type Bornes, type DateCivile } from '@/lib/platform/dates'
import { formatCompte, formatTypographie } from '@/lib/platform/typographie'
import { computeRegleApplicable, evaluateRegles, formatRegle } from './rules'
import type { DatesConvention, EtatFrequence, EtatPeriode, EvaluationRegle, ReunionRegle } from './rules-types'
import type { InstanceLue, LigneInstance, PeriodeLue, Situation } from './types'

/** True when some meeting, whatever became of it, is recorded in these days. */
const hasTrace = (reunions: readonly ReunionRegle[], { debut, fin }: Bornes): boolean =>
  reunions.some(({ date }) => debut <= date && date <= fin)

/**
 * A period that is over and of which nothing was recorded says so: the product may not know of the
 * meetings, which is no reason to say that they were not held.
 */
function readPeriode(periode: EtatPeriode, reunions: readonly ReunionRegle[]): PeriodeLue {
  const sansTrace = periode.temps === 'PASSEE' && periode.etat === 'EN_DEFAUT' && !hasTrace(reunions, periode)
  if (!sansTrace) return { ...periode, sansTrace }
  const demande = periode.requis ? ` (${formatCompte(periode.requis, 'demandée')})` : ''
  return { ...periode, sansTrace, raison: `Aucune réunion enregistrée ${formatIntervalle(periode)}${demande}.` }
}

/** The state's sentence, and the other periods that are over and were missed or left without a trace. */
function formatPhrase(evaluation: EvaluationRegle, periodes: readonly PeriodeLue[], vue: PeriodeLue | null): string {
  if (vue === null) return evaluation.phrase
  const autres = periodes.filter((periode) => periode !== vue && periode.temps === 'PASSEE' && periode.etat === 'EN_DEFAUT')
  const muettes = autres.filter(({ sansTrace }) => sansTrace).length
  const manquees = autres.length - muettes
  const suites = [
    manquees > 0 && `${formatCompte(manquees, 'période passée', 'périodes passées')} en défaut`,
    muettes > 0 && `aucune réunion enregistrée pour ${formatCompte(muettes, 'période passée', 'périodes passées')}`,
  ].filter((suite) => suite !== false)
  return formatTypographie(`${[vue.raison.replace(/\.$/, ''), ...suites].join(' ; ')}.`)
}

/** How an instance stands, out of its state: what the counts and filters of every screen use. */
export function computeSituation(etat: EtatFrequence, sansTrace: boolean): Situation {
  if (sansTrace) return 'SANS_TRACE'
  if (etat === 'SANS_REGLE') return 'SANS_FREQUENCE'
  return etat === 'RESPECTEE' || etat === 'PLANIFIEE' ? 'CONFORME' : 'A_TRAITER'
}

/** Instances in the order of the convention, each followed by those listed inside it. */
function orderInstances(lignes: readonly LigneInstance[]): { ligne: LigneInstance; niveau: number }[] {
  const refs = new Set(lignes.map(({ ref }) => ref))
  const under = (parent: string | null, niveau: number): { ligne: LigneInstance; niveau: number }[] =>
    lignes
      .filter((ligne) => (parent === null ? ligne.parent === null || !refs.has(ligne.parent) : ligne.parent === parent))
      .flatMap((ligne) => [{ ligne, niveau }, ...under(ligne.ref, niveau + 1)])
  return under(null, 0)
}

function readInstance(ligne: LigneInstance, niveau: number, convention: DatesConvention, today: DateCivile): InstanceLue {
  const { regles, reunions } = ligne
  const { periodes: jugees, courante, ...evaluation } = evaluateRegles({ regles, reunions, convention, today })
  const periodes = jugees.map((periode) => readPeriode(periode, reunions))
  const choisie = courante ?? jugees.find(({ temps }) => temps === 'A_VENIR') ?? jugees.at(-1) ?? null
  const vue = choisie === null ? null : (periodes[jugees.indexOf(choisie)] ?? null)
  const regle = computeRegleApplicable(regles, today) ?? regles.at(-1) ?? null
  const declarees = reunions.filter(({ etat }) => etat !== 'ANNULEE')
  return {
    ...ligne,
    niveau,
    regle,
    regleTexte: formatRegle(regle),
    evaluation,
    etat: evaluation.etat,
    situation: computeSituation(evaluation.etat, vue?.sansTrace ?? false),
    phrase: formatPhrase({ ...evaluation, periodes: jugees, courante }, periodes, vue),
    periodes,
    vue,
    prochaine: declarees.find(({ etat, date }) => etat === 'PREVUE' && date >= today)?.date ?? null,
    derniere: declarees.findLast(({ etat, date }) => etat === 'TENUE' && date <= today)?.date ?? null,
    aDeclarer: declarees.filter(({ etat, date }) => etat === 'PREVUE' && date < today).length,
  }
}

/**
 * Reads the instances of a convention at a date.
 * @param lignes as the database gives them, meetings in order of date
 * @returns in the order of the convention, each followed by those listed inside it
 */
export function listInstancesLues(lignes: readonly LigneInstance[], convention: DatesConvention, today: DateCivile): InstanceLue[] {
  return orderInstances(lignes).map(({ ligne, niveau }) => readInstance(ligne, niveau, convention, today))
}
