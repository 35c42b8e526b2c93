import 'server-only'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { judgeReunion, type ContexteReunion, type Jugement } from '@/lib/gouvernance/reunions/write/reunion'
import type { Verrou } from '@/lib/gouvernance/reunions/write/verrou'
import type { EtatReunion, ReunionRegle } from '@/lib/gouvernance/frequence/types'

/** Judging the meetings of a series one after the other, each on what the ones before leave. */

export interface VerdictSerie {
  date: DateCivile
  jugement: Jugement
}

type Contexte = Pick<ContexteReunion, 'convention' | 'today'>
type Reunions = Verrou['reunions']
type RefusRegle = Extract<Echec, { tag: 'REGLE' }>

/**
 * The verdict on each date of a series, earliest first: what is accepted counts for the next.
 * @param derogation one reason for all the dates the rule refuses; null to be told which they are
 * @returns the verdicts, and the meetings of the instance as they would stand
 */
export function judgeSerie(
  contexte: Contexte,
  { regles, reunions }: Pick<Verrou, 'regles' | 'reunions'>,
  {
    dates,
    groupe,
    derogation,
  }: { dates: readonly DateCivile[]; groupe: string | null; derogation: { motif: string } | null },
): { verdicts: VerdictSerie[]; reunions: Reunions } {
  let projetees: Reunions = reunions
  const verdicts = [...dates].sort().map((date, rang): VerdictSerie => {
    // Not written yet: an id that no meeting has.
    const visee = { id: -1 - rang, date, etat: 'PREVUE' as const, groupe, derogation: false }
    const jugement = judgeReunion(
      contexte,
      { regles, reunions: projetees },
      { operation: 'PLANIFIER', visee, derogation },
    )
    if (jugement.ok) projetees = [...projetees, { ...visee, derogation: jugement.ecartee !== null }]
    return { date, jugement }
  })
  return { verdicts, reunions: projetees }
}

/** The same for giving up meetings: each one given up no longer carries the minimum of the next. */
export function judgeAbandon(
  contexte: Contexte,
  { regles, reunions }: Pick<Verrou, 'regles' | 'reunions'>,
  { visees, derogation }: { visees: readonly ReunionRegle[]; derogation: { motif: string } | null },
): (VerdictSerie & { reunion: number })[] {
  let restantes: Reunions = reunions
  return visees.map((visee) => {
    const jugement = judgeReunion(
      contexte,
      { regles, reunions: restantes },
      { operation: 'ANNULER', visee, derogation },
    )
    if (jugement.ok)
      restantes = restantes.map((autre) =>
        autre.id === visee.id ? { ...autre, etat: 'ANNULEE' as EtatReunion } : autre,
      )
    return { reunion: visee.id, date: visee.date, jugement }
  })
}

const NOMMEES = 3

/** 'mardi 2 mars 2027, mardi 6 avril 2027, mardi 4 mai 2027 et 5 autres'. */
function formatDates(dates: readonly DateCivile[]): string {
  const autres = dates.length - NOMMEES
  const nommees = dates.slice(0, NOMMEES).map(formatDate)
  return formatListe(autres > 0 ? [...nommees, formatCompte(autres, 'autre')] : nommees)
}

/**
 * One refusal for a whole series: the dates it is about, then what the rule says of the first. What no dérogation
 * lifts comes first. Null when nothing is refused.
 */
export function computeRefusSerie(
  verdicts: readonly VerdictSerie[],
  { remede }: { remede: string },
): RefusRegle | null {
  const refusees = verdicts.flatMap(({ date, jugement }) => (jugement.ok ? [] : [{ date, jugement }]))
  const bloquantes = refusees.filter(({ jugement }) => !jugement.derogationPossible)
  const visees = bloquantes.length > 0 ? bloquantes : refusees
  const [premiere] = visees
  if (!premiere) return null
  const { code, message, derogationPossible } = premiere.jugement
  if (visees.length === 1 && verdicts.length === 1) return echecs.regle(code, message, derogationPossible) as RefusRegle
  const combien = `${visees.length} date${visees.length > 1 ? 's' : ''} sur ${verdicts.length}`
  const fin = derogationPossible ? `${remede}, ou donnez un motif de dérogation pour l’ensemble.` : `${remede}.`
  return echecs.regle(
    code,
    `La règle refuse ${combien} (${formatDates(visees.map(({ date }) => date))}). Pour la première : ${message} ${fin}`,
    derogationPossible,
  ) as RefusRegle
}

/** What is worth knowing of the accepted dates, each thing once. */
export function listAvertissements(verdicts: readonly VerdictSerie[]): string[] {
  return [...new Set(verdicts.flatMap(({ jugement }) => (jugement.ok ? jugement.avertissements : [])))]
}
