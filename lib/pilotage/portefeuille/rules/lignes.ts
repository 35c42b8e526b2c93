/** The lines of the portfolio: what each convention asks of who reads the list, and in which order. */
import { computeUrgence, type ResumeSituation } from '@/lib/pilotage/situation/rules/resume'
import type { Gravite, Signal } from '@/lib/pilotage/veille/rules/faits'
import { countGravites, filterSignaux, GRAVITES } from '@/lib/pilotage/veille/rules/signaux'
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
  /** What it asks for, gravest first. */
  signaux: Signal[]
  comptes: Record<Gravite, number>
  urgence: number
  /** Who reads holds a role there: « À faire » lists it. */
  suivie: boolean
  /** Something is late or at risk. */
  aTraiter: boolean
}

/**
 * One line, for somebody of the roles held there: what waits for another is not theirs to see to. Who holds none
 * administers, and reads what the coordination does.
 */
export function toLigne(
  { id: _id, roles, fichesPilotees, ...convention }: ConventionListee,
  resume: ResumeSituation,
): LigneConvention {
  const { phase, phaseTexte, remplacee, instances, progression, etp, aConfirmer, prochainCopil } = resume
  const signaux = filterSignaux(resume.signaux, roles.length > 0 ? roles : ['ADMINISTRATEUR'], fichesPilotees)
  const comptes = countGravites(signaux)
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
    signaux,
    comptes,
    urgence: computeUrgence(signaux),
    suivie: roles.length > 0,
    aTraiter: GRAVITES.some((gravite) => gravite !== 'A_FAIRE' && comptes[gravite] > 0),
  }
}

/** Those that run first, most urgent first; then those to renew; then those that another took over from. */
const rang = ({ phase, aRenouveler }: LigneConvention): number => (phase !== 'TERMINEE' ? 0 : aRenouveler ? 1 : 2)

export const compareUrgences = (a: LigneConvention, b: LigneConvention): number =>
  rang(a) - rang(b) || b.urgence - a.urgence || a.nom.localeCompare(b.nom, 'fr')
