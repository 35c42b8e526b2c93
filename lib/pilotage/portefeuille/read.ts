import { evaluateInstances, type InstanceLue } from '@/lib/gouvernance/frequence/sql'
import { computeChiffreInstances, type Chiffre } from '@/lib/pilotage/copil/rules/chiffres'
import { computePhase, formatPhase, type DatesConnues, type PhaseConvention } from '@/lib/convention/phase/rules/suivi'
import { addYears, boundsContaining, maxDate, minDate, type DateCivile } from '@/lib/platform/dates'
import type { RegleFrequence } from '@/lib/gouvernance/frequence/rules/evaluation'
import { checkATraiter, computePoids, listPoints, type PointAttention } from './rules/attention'
import type { ConventionComptee } from './sql'
import type { InstanceDeConvention } from '@/lib/gouvernance/frequence/sql'

export interface LigneConvention {
  slug: string
  nom: string
  territoire: string
  caf: string
  departement: string | null
  phase: PhaseConvention
  /** 'convention terminée le 31 décembre 2024'… */
  phaseTexte: string
  debut: DateCivile | null
  fin: DateCivile | null
  instances: Chiffre
  fiches: number
  realisees: number
  etp: number | null
  aConfirmer: number
  points: PointAttention[]
  poids: number
  aTraiter: boolean
}

const PERIODES_CIVILES: ReadonlySet<RegleFrequence['periode']> = new Set([
  'MOIS',
  'BIMESTRE',
  'TRIMESTRE',
  'SEMESTRE',
  'AN_CIVIL',
])

/**
 * The state now of a rule that counts within civil years only needs the periods of the one in view: the others are not
 * judged, and judging them was half the cost of forty conventions. A mean looks back over a sliding year, a rule with
 * a span of its own may be to come, and in a year that an end of the convention cuts, short periods share what they
 * owe with those of the other end: those are left whole.
 * @param jour today, kept inside the convention’s dates
 */
function narrowRegle(regle: RegleFrequence, { debut, fin }: DatesConnues, jour: DateCivile): RegleFrequence {
  if (regle.mode === 'MOYENNE' || !PERIODES_CIVILES.has(regle.periode) || regle.debut !== null || regle.fin !== null)
    return regle
  const annee = boundsContaining(jour, 'AN')
  const entiere = (debut ?? annee.debut) <= annee.debut && annee.fin <= (fin ?? annee.fin)
  return entiere ? { ...regle, ...annee } : regle
}

/** The first distribution of the schéma in view that does not match its total, as a difference. */
const findEcart = (etp: ConventionComptee['etp']): number | null =>
  etp?.ecarts.find((ecart) => ecart !== null && ecart !== 0) ?? null

const countEnRetard = (instances: readonly { etat: string }[]): number =>
  instances.filter(({ etat }) => etat === 'EN_DEFAUT').length

/** Reads one convention of the portfolio: its state by the rules of each domain, and what deserves attention in it. */
export function readLigne(
  comptee: ConventionComptee,
  toutes: readonly InstanceDeConvention[],
  today: DateCivile,
): LigneConvention {
  const {
    slug,
    nom,
    territoire,
    caf,
    departement,
    debut,
    fin,
    debutSuivi,
    enregistree,
    fiches,
    realisees,
    fichesEnRetard,
    aConfirmer,
    etp,
  } = comptee
  const phase = computePhase({ debut, fin }, today)
  const jour = maxDate(minDate(today, fin ?? today), debut ?? '0001-01-01')
  const lues: InstanceLue[] = toutes.map((lue) => ({
    ...lue,
    regles: lue.regles.map((regle) => narrowRegle(regle, comptee, jour)),
  }))
  const instances = evaluateInstances(lues, { debut, fin }, today, debutSuivi)
  const chiffre = computeChiffreInstances(instances, enregistree, { debut, fin }, today)
  const points = listPoints({
    phase,
    fin,
    fichesEnRetard,
    aConfirmer,
    remplacee: comptee.remplacee,
    finProche: fin !== null && fin >= today && fin < addYears(today, 1),
    instances: chiffre.mention,
    instancesEnRetard: countEnRetard(instances),
    ecartEtp: findEcart(etp),
    enregistree,
  })
  return {
    slug,
    nom,
    territoire,
    caf,
    departement,
    phase,
    debut,
    fin,
    fiches,
    realisees,
    aConfirmer,
    points,
    phaseTexte: formatPhase({ debut, fin }, today),
    instances: chiffre,
    etp: etp?.total ?? null,
    poids: computePoids(points),
    aTraiter: checkATraiter(points),
  }
}
