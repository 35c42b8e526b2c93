/**
 * The frequency rule (docs: rules.md, "Meeting frequency"): pure, exact, `today` passed in. What is late is
 * derived here and stored nowhere; the actions that write apply `checkReunion` again on fresh rows.
 */
import { compareDates } from '@/lib/platform/dates'
import type { Bornes, DateCivile } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { checkJugeable, computePire, computeTemps } from './etats'
import { listGroupes, sameGroupe } from './groupes'
import { judgeTranche } from './jugement'
import { combineMoments, findLimite, listUtiles, readMoments } from './moments'
import { judgeMoyenne } from './moyenne'
import { computeApplication, computeRegleApplicable, computeTranches, computeUnite } from './periodes'
import type { Tranche } from './periodes'
import { formatRaison, formatSansRegle } from './phrases'
import { computeExigences, type Exigence } from './promesse'
import type {
  DatesConvention,
  EtatGroupe,
  EtatMoment,
  EtatPeriode,
  EvaluationRegle,
  Jugement,
  RegleFrequence,
  ReunionRegle,
} from '../types'

export { checkReunion } from '@/lib/gouvernance/reunions/rules/reunion'
export type {
  OperationReunion,
  ReunionVisee,
} from '@/lib/gouvernance/reunions/rules/reunion'
export { computeRegleApplicable } from './periodes'
export { formatRegle } from './phrases'
export type * from '../types'

export interface DemandeEvaluation {
  regle: RegleFrequence
  /** All the meetings of the instance, in any order and state. */
  reunions: readonly ReunionRegle[]
  convention: DatesConvention
  today: DateCivile
}

/** The instance's judgment out of those of its groups: the worst state, the sums, the first due date. */
function combineGroupes(groupes: readonly EtatGroupe[], tranche: Tranche): Jugement {
  const sum = (read: (groupe: EtatGroupe) => number | null) =>
    groupes.reduce((total, groupe) => total + (read(groupe) ?? 0), 0)
  const sumKnown = (read: (groupe: EtatGroupe) => number | null) =>
    groupes.every((groupe) => read(groupe) === null) ? null : sum(read)
  return {
    etat: computePire(groupes.map(({ etat }) => etat)),
    tenues: sum(({ tenues }) => tenues),
    prevues: sum(({ prevues }) => prevues),
    aConstater: sum(({ aConstater }) => aConstater),
    derogations: sum(({ derogations }) => derogations),
    avantSignature: sum(({ avantSignature }) => avantSignature),
    reportees: sum(({ reportees }) => reportees),
    sansObjet: sum(({ sansObjet }) => sansObjet),
    requis: sumKnown(({ requis }) => requis),
    maximum: sumKnown(({ maximum }) => maximum),
    fenetre: { debut: tranche.debut, fin: tranche.fin },
    echeance:
      groupes
        .map(({ echeance }) => echeance)
        .filter((echeance) => echeance !== null)
        .sort()[0] ?? null,
    incomplete: groupes.some(({ incomplete }) => incomplete),
    ecoulee: groupes.some(({ ecoulee }) => ecoulee),
  }
}

const countPour = (
  reunions: readonly ReunionRegle[],
  { debut, fin }: Bornes,
  accept: (groupe: string | null) => boolean,
): number =>
  reunions.filter(({ groupe, etat, date }) => etat !== 'ANNULEE' && date >= debut && date <= fin && accept(groupe))
    .length

/** What may be said of all the groups: where the rule does not name them, those known up to date tell nothing of the others. */
function openJugement(jugement: Jugement, declares: boolean): Jugement {
  const tenu = jugement.etat === 'RESPECTEE' || jugement.etat === 'PLANIFIEE'
  return declares || !tenu ? jugement : { ...jugement, etat: 'SANS_REGLE' }
}

const AUCUNE: ReadonlySet<number> = new Set()

/** A judgment with its moments: neither hides the other. */
function addMoments(compte: Jugement, moments: readonly EtatMoment[]): Jugement {
  if (moments.length === 0) return compte
  const dues = [compte.echeance, findLimite(moments)].filter((date) => date !== null).sort()
  return { ...compte, etat: combineMoments(compte.etat, moments), echeance: dues[0] ?? null }
}

/** What a rule is judged with, period by period. */
interface Lecture extends DemandeEvaluation {
  tranches: readonly Tranche[]
  exigences: ReadonlyMap<Tranche, Exigence>
}

function evaluatePeriode(lecture: Lecture, tranche: Tranche): EtatPeriode {
  const { regle, convention, reunions, today, tranches } = lecture
  const exigence = lecture.exigences.get(tranche) ?? null
  const judge = (
    siennes: readonly ReunionRegle[],
    groupe: string | null,
  ): { compte: Jugement; moments: EtatMoment[] } => {
    if (exigence === null) {
      const application = computeApplication(tranches, tranche)
      return {
        compte: judgeMoyenne({ regle, convention, reunions: siennes, application, today }, tranche),
        moments: [],
      }
    }
    const toutes = tranches.map((autre) => ({ regle, tranche: autre, convention }))
    const utiles = exigence.maximum === null ? AUCUNE : listUtiles(toutes, tranche, siennes, today)
    const moments = readMoments({ regle, tranche, convention }, { reunions: siennes, groupe, today })
    return {
      compte: judgeTranche({ regle, exigence, tranche, reunions: siennes, moments, utiles, today }),
      moments: moments.etats,
    }
  }
  const connus = listGroupes(regle, reunions)
  const parGroupe = (connus?.noms ?? []).map((groupe) => ({
    groupe,
    ...judge(
      reunions.filter((reunion) => sameGroupe(reunion.groupe, groupe)),
      groupe,
    ),
  }))
  const groupes = parGroupe.map(({ groupe, compte, moments }) => ({ groupe, ...addMoments(compte, moments) }))
  const seule = connus === null ? judge(reunions, null) : null
  const moments = seule?.moments ?? parGroupe.flatMap((siens) => siens.moments)
  // The sentence tells the count first, then each moment.
  const jugement = seule?.compte ?? openJugement(combineGroupes(groupes, tranche), connus?.declares ?? true)
  const temps = computeTemps(tranche, today)
  const raison = formatRaison(jugement, groupes, {
    regle,
    tranche,
    temps,
    unite: computeUnite(regle, convention),
    exigence,
    moments,
    datesConnues: convention.debut !== null && convention.fin !== null,
    groupesDeclares: connus?.declares ?? true,
    sansGroupe: connus === null ? 0 : countPour(reunions, tranche, (groupe) => groupe === null),
    horsGroupes:
      connus === null
        ? 0
        : countPour(
            reunions,
            tranche,
            (groupe) => groupe !== null && !connus.noms.some((nom) => sameGroupe(nom, groupe)),
          ),
  })
  const vue = seule ? addMoments(jugement, moments) : jugement
  return { debut: tranche.debut, fin: tranche.fin, temps, ...vue, raison, groupes, moments }
}

/** The periods of each rule, judged; none when it cannot be judged or bears on groups nobody has named yet. */
function evaluatePeriodes(
  regles: readonly RegleFrequence[],
  demande: Omit<DemandeEvaluation, 'regle'>,
): { regle: RegleFrequence; periodes: EtatPeriode[] }[] {
  const listTranches = (regle: RegleFrequence) => computeTranches({ ...demande, regle })
  const lues = regles.map((regle) => ({ regle, tranches: checkJugeable(regle) ? listTranches(regle) : [] }))
  const exigences = computeExigences({ lectures: lues, convention: demande.convention, listTranches })
  return lues.map(({ regle, tranches }) => {
    const lecture = { ...demande, regle, tranches, exigences }
    const jugees = listGroupes(regle, demande.reunions)?.noms.length === 0 ? [] : tranches
    return { regle, periodes: jugees.map((tranche) => evaluatePeriode(lecture, tranche)) }
  })
}

/** One sentence for the whole: that of the period in view, and the other periods that ended in default or undeclared. */
function formatPhrase(vue: EtatPeriode, periodes: readonly EtatPeriode[], defautsPasses: number): string {
  const aDeclarer = periodes.filter(
    (autre) => autre !== vue && autre.temps === 'PASSEE' && autre.etat === 'A_DECLARER',
  ).length
  const incluse = estEnDefautPasse(vue)
  const autres = incluse ? defautsPasses - 1 : defautsPasses
  const suites = [
    autres > 0 &&
      `${incluse ? formatCompte(autres, 'autre période', 'autres périodes') : formatPassees(autres)} en défaut`,
    aDeclarer > 0 && `${formatPassees(aDeclarer)} à déclarer`,
  ].filter((suite) => suite !== false)
  return suites.length === 0 ? vue.raison : `${[vue.raison.slice(0, -1), ...suites].join(' ; ')}.`
}

const formatPassees = (nombre: number): string => formatCompte(nombre, 'période passée', 'périodes passées')

const estEnDefautPasse = ({ temps, etat }: EtatPeriode): boolean => temps === 'PASSEE' && etat === 'EN_DEFAUT'

/**
 * Reads the successive rules of an instance at a date: each judges its own span, the state now is that of the
 * rule in force today. For each period that meets the convention's dates: state, counts, due date and reason.
 * Only held meetings count, planned ones show whether the rest can be met, cancelled ones never count. Unknown
 * convention dates are said, never guessed; no rule is SANS_REGLE and raises nothing.
 */
export function evaluateRegles({
  regles,
  ...demande
}: Omit<DemandeEvaluation, 'regle'> & { regles: readonly RegleFrequence[] }): EvaluationRegle {
  const actuelle = computeRegleApplicable(regles, demande.today) ?? regles.at(-1) ?? null
  const lectures = evaluatePeriodes(regles, demande)
  const periodes = lectures.flatMap((lecture) => lecture.periodes).sort((a, b) => compareDates(a.debut, b.debut))
  const siennes = lectures.find(({ regle }) => regle === actuelle)?.periodes ?? []
  const courante = siennes.find(({ temps }) => temps === 'EN_COURS') ?? null
  const vue = courante ?? siennes.find(({ temps }) => temps === 'A_VENIR') ?? siennes.at(-1)
  const defautsPasses = periodes.filter(estEnDefautPasse).length
  return {
    etat: vue?.etat ?? 'SANS_REGLE',
    periodes,
    courante,
    defautsPasses,
    echeance: periodes.find(({ temps, echeance }) => temps !== 'PASSEE' && echeance !== null)?.echeance ?? null,
    phrase: vue ? formatPhrase(vue, periodes, defautsPasses) : formatSansRegle(actuelle),
  }
}

/** Reads one frequency rule at a date: see `evaluateRegles`. */
export function evaluateRegle({ regle, ...demande }: DemandeEvaluation): EvaluationRegle {
  return evaluateRegles({ ...demande, regles: [regle] })
}
