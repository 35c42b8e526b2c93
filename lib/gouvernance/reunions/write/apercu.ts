import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import { judgeReunion } from './reunion'
import { findGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import { evaluateRegles } from '@/lib/gouvernance/frequence/rules/evaluation'
import type { OperationReunion } from '@/lib/gouvernance/frequence/rules/evaluation'
import type { EtatReunion, ReunionRegle } from '@/lib/gouvernance/frequence/types'
import type { ApercuReunion, LigneInstance } from '@/lib/gouvernance/instances/types/ecran'

const ETAT_APRES: Record<OperationReunion, EtatReunion> = { PLANIFIER: 'PREVUE', TENIR: 'TENUE', ANNULER: 'ANNULEE' }

/** How the instance would stand: the period the meeting is in when it has one, else the whole. */
function formatApres(
  { convention, today }: { convention: ConventionOuverte; today: DateCivile },
  { regles }: LigneInstance,
  reunions: ReunionRegle[],
  date: DateCivile,
): string {
  const { periodes, phrase } = evaluateRegles({ regles, reunions, convention, today })
  return periodes.find(({ debut, fin }) => debut <= date && date <= fin)?.raison ?? phrase
}

/**
 * Tries a change on the meetings as they are now.
 * @param projet the operation; `reunion` is the meeting it is about, null when one is being planned
 */
export function computeApercu(
  contexte: { convention: ConventionOuverte; today: DateCivile },
  instance: LigneInstance,
  projet: { operation: OperationReunion; reunion: ReunionRegle | null; date: DateCivile; groupe: string | null },
): ApercuReunion {
  const { operation, reunion, date } = projet
  const autres = instance.reunions.filter(({ id }) => id !== reunion?.id)
  const groupe =
    operation === 'PLANIFIER' || reunion === null ? findGroupe(projet.groupe, instance.regles, autres) : reunion.groupe
  const avant = reunion ?? { id: 0, date, etat: 'PREVUE' as const, groupe, derogation: false }
  const inchangee = operation === 'PLANIFIER' && reunion?.date === date && reunion.groupe === groupe
  const jugement = inchangee
    ? null
    : judgeReunion(contexte, instance, { operation, visee: { ...avant, date, groupe }, derogation: null })
  const projetees = [...autres, { ...avant, date, groupe, etat: ETAT_APRES[operation] }].sort((a, b) =>
    a.date < b.date ? -1 : 1,
  )
  return {
    dateTexte: formatDate(date),
    accepte: jugement?.ok ?? true,
    derogationPossible: jugement !== null && !jugement.ok && jugement.derogationPossible,
    refus: jugement !== null && !jugement.ok ? jugement.message : null,
    avertissements: jugement?.ok ? jugement.avertissements : [],
    apres: formatApres(contexte, instance, projetees, date),
  }
}
