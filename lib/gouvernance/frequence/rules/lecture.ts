/** Reading an instance at a date: what the rules say of it, and what may honestly be shown of what they say. */
import { computeDebutSuivi, computeEtatPeriode, computeSuivi } from '@/lib/convention/phase/rules/suivi'
import { formatIntervalle, type DateCivile } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import { computeRegleApplicable, evaluateRegles, formatRegle } from './evaluation'
import { checkManquee } from './resume'
import type { DatesConvention, EtatPeriode } from '../types'
import type { InstanceLue, LigneInstance, PeriodeLue } from '@/lib/gouvernance/instances/types/ecran'

/** A period before the first recorded meeting says that nothing was recorded, and accuses nobody. */
function readPeriode(periode: EtatPeriode, debutSuivi: DateCivile | null): PeriodeLue {
  const etatSuivi = computeEtatPeriode(periode, debutSuivi)
  if (etatSuivi !== 'NON_ENREGISTREE') return { ...periode, etatSuivi }
  const demande = periode.requis ? ` (${formatCompte(periode.requis, 'demandée')})` : ''
  return { ...periode, etatSuivi, raison: `Aucune réunion enregistrée ${formatIntervalle(periode)}${demande}.` }
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

interface Contexte {
  convention: DatesConvention
  /** First recorded meeting of the whole convention. */
  debutSuivi: DateCivile | null
  today: DateCivile
}

function readInstance(ligne: LigneInstance, niveau: number, { convention, debutSuivi, today }: Contexte): InstanceLue {
  const { regles, reunions } = ligne
  const evaluation = evaluateRegles({ regles, reunions, convention, today })
  const regle = computeRegleApplicable(regles, today) ?? regles.at(-1) ?? null
  const regleTexte = formatRegle(regle)
  const { etat, phrase } = computeSuivi(evaluation, regleTexte, debutSuivi)
  const { periodes, courante } = evaluation
  const vue = courante ?? periodes.find(({ temps }) => temps === 'A_VENIR') ?? periodes.at(-1) ?? null
  return {
    ...ligne,
    niveau,
    regle,
    regleTexte,
    etat,
    phrase,
    vue,
    manquee: checkManquee(periodes, debutSuivi),
    periodes: periodes.map((periode) => readPeriode(periode, debutSuivi)),
    echeance: evaluation.echeance,
    prochaine: reunions.find(({ etat, date }) => etat === 'PREVUE' && date >= today)?.date ?? null,
    derniere: reunions.findLast(({ etat, date }) => etat === 'TENUE' && date <= today)?.date ?? null,
    aDeclarer: reunions.filter(({ etat, date }) => etat === 'PREVUE' && date < today).length,
  }
}

/**
 * Reads the instances of a convention at a date.
 * @param lignes as the database gives them, meetings in order of date
 * @returns in the order of the convention, each followed by those listed inside it
 */
export function listInstancesLues(
  lignes: readonly LigneInstance[],
  convention: DatesConvention,
  today: DateCivile,
): InstanceLue[] {
  const debutSuivi = computeDebutSuivi(
    lignes.flatMap(({ reunions }) => reunions.map(({ date }) => date)),
    convention.debut,
  )
  return orderInstances(lignes).map(({ ligne, niveau }) =>
    readInstance(ligne, niveau, { convention, debutSuivi, today }),
  )
}
