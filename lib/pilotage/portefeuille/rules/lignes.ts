/** The lines of the portfolio: what each convention asks of who reads the list, and in which order. */
import { checkSeulRole, computeUrgence, toAttentes, type ResumeSituation } from '@/lib/pilotage/situation/rules/resume'
import type { Gravite, Signal } from '@/lib/pilotage/veille/rules/faits'
import { filterSignaux, GRAVITES } from '@/lib/pilotage/veille/rules/signaux'
import type { Raison } from '@/lib/pilotage/situation/rules/raisons'
import type { ConventionListee } from '@/lib/pilotage/portefeuille/types'

export interface LigneConvention extends Omit<ConventionListee, 'id' | 'roles' | 'fichesPilotees'> {
  phase: ResumeSituation['phase']
  /** 'convention terminée le 31 décembre 2024'… */
  phaseTexte: string
  /** Over, and no other takes over from it. */
  aRenouveler: boolean
  instances: ResumeSituation['instances']
  progression: ResumeSituation['progression']
  fiches: number
  realisees: number
  etp: number | null
  aConfirmer: number
  prochainCopil: ResumeSituation['prochainCopil']
  /** What it asks for, in few words, gravest first. */
  raisons: Raison[]
  comptes: Record<Gravite, number>
  urgence: number
  /** Who reads holds a role there: « À faire » lists it. */
  suivie: boolean
  /** Something is late or at risk. */
  aTraiter: boolean
}

/** Whether what the résumé counts is what this person is asked for; else it is counted from what waits. */
export const checkCompte = ({ roles }: Pick<ConventionListee, 'roles'>, { audience }: ResumeSituation): boolean =>
  checkSeulRole(roles, audience)

/**
 * One line, for somebody of the roles held there: what waits for another is not theirs to see to. Who holds none
 * administers, and reads what the coordination does.
 * @param signaux all that waits there, where the résumé does not count for these roles (`checkCompte`)
 */
export function toLigne(
  { id: _id, roles, fichesPilotees, ...convention }: ConventionListee,
  resume: ResumeSituation,
  signaux: readonly Signal[] | null,
): LigneConvention {
  const { phase, phaseTexte, remplacee, instances, progression, etp, aConfirmer, prochainCopil } = resume
  const { comptes, raisons } =
    signaux === null
      ? resume.attentes
      : toAttentes(filterSignaux(signaux, roles.length > 0 ? roles : ['ADMINISTRATEUR'], fichesPilotees))
  return {
    ...convention,
    phase,
    phaseTexte,
    aRenouveler: phase === 'TERMINEE' && !remplacee,
    instances,
    progression,
    fiches: progression.total,
    realisees: progression.realisees,
    etp,
    aConfirmer,
    prochainCopil,
    raisons,
    comptes,
    urgence: computeUrgence(comptes),
    suivie: roles.length > 0,
    aTraiter: GRAVITES.some((gravite) => gravite !== 'A_FAIRE' && comptes[gravite] > 0),
  }
}

/** Those that run first, most urgent first; then those to renew; then those that another took over from. */
const rang = ({ phase, aRenouveler }: LigneConvention): number => (phase !== 'TERMINEE' ? 0 : aRenouveler ? 1 : 2)

export const compareUrgences = (a: LigneConvention, b: LigneConvention): number =>
  rang(a) - rang(b) || b.urgence - a.urgence || a.nom.localeCompare(b.nom, 'fr')
