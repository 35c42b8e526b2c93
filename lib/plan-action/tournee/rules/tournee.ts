/** The weekly round: which fiches one goes through, in what order, and which are done for this week. */
import { daysBetween, formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { computeAFaire, MOTIFS_A_FAIRE, type FicheAFaire, type RaisonAFaire } from './a-faire'
import { isClose } from '@/lib/plan-action/champs/rules/echeance'

/** A fiche written on less than so many days ago is done for this week. */
const TOURNEE_JOURS = 7

/** BILAN: the convention is over, and nobody said what became of the fiche. */
export interface RaisonTournee extends Omit<RaisonAFaire, 'motif'> {
  motif: RaisonAFaire['motif'] | 'BILAN'
}

/** Why the round goes by this fiche: what needs its keeper, else the last word it still owes a convention that is over. */
export function listRaisons(fiche: FicheAFaire, today: DateCivile): RaisonTournee[] {
  const raisons = computeAFaire(fiche, today)
  const { fin } = fiche.convention
  if (raisons.length > 0 || fin === null || fin >= today || isClose(fiche.statut)) return raisons
  const suite = fiche.statut === 'A_PRECISER' ? 'son statut est à préciser' : 'dites ce qu’elle est devenue'
  return [
    {
      motif: 'BILAN',
      phrase: `Convention terminée le ${formatDateCourte(fin)} : ${suite}.`,
      depuis: fin,
      etape: null,
    },
  ]
}

/** Whether somebody wrote on it this week. What was received still waits for its answer. */
export function isFaite(
  { dernier, raisons }: { dernier: DateCivile | null; raisons: readonly RaisonTournee[] },
  today: DateCivile,
): boolean {
  return (
    dernier !== null &&
    daysBetween(dernier, today) < TOURNEE_JOURS &&
    !raisons.some(({ motif }) => motif === 'CONTRIBUTION')
  )
}

const RANGS: readonly RaisonTournee['motif'][] = [...MOTIFS_A_FAIRE, 'BILAN']

/** The gravest reason first; of two alike, the one that waits for longest; else the order of the plans. */
export function compareTournee(a: readonly RaisonTournee[], b: readonly RaisonTournee[]): number {
  const [premiere, autre] = [a[0], b[0]]
  if (!premiere || !autre) return Number(!premiere) - Number(!autre)
  const rang = RANGS.indexOf(premiere.motif) - RANGS.indexOf(autre.motif)
  if (rang !== 0) return rang
  const [depuis, depuisAutre] = [premiere.depuis ?? '9999', autre.depuis ?? '9999']
  return depuis < depuisAutre ? -1 : depuis > depuisAutre ? 1 : 0
}
