import type { DateCivile } from '@/lib/platform/dates'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { ContenuGarde } from './schema'

/** Links by invitation and what comes back by them, as screens show them. */

interface EtapeOuverte {
  id: number
  numero: string | null
  titre: string
  statut: StatutFiche
}

/** What a link shows: one fiche, and nothing else. */
export interface FicheOuverte {
  /** who the link is for */
  pour: string
  dernierJour: DateCivile
  nomFiche: string
  nomEtape: string
  numero: string | null
  titre: string
  axes: string[]
  statut: StatutFiche
  avancement: number | null
  suivi: string | null
  etapes: EtapeOuverte[]
  /** when the last proposal that waits for an answer was sent: 'YYYY-MM-DD HH:MI' in Europe/Paris */
  enAttente: string | null
}

export type EtatInvitation = 'ACTIVE' | 'EXPIREE' | 'REVOQUEE'

export interface InvitationVue {
  id: string
  nom: string
  email: string | null
  etat: EtatInvitation
  creeLe: DateCivile
  dernierJour: DateCivile
  /** who made it; null when that person is no colleague any more */
  creePar: string | null
  /** last proposal sent by it: 'YYYY-MM-DD HH:MI' in Europe/Paris */
  dernierEnvoi: string | null
}

export interface ContributionVue {
  id: number
  version: number
  nom: string
  message: string | null
  etat: 'PROPOSEE' | 'ACCEPTEE' | 'REFUSEE'
  /** 'YYYY-MM-DD HH:MI' in Europe/Paris */
  instant: string
  motif: string | null
  traiteePar: string | null
  traiteeLe: string | null
  contenu: ContenuGarde
}

/** What the fiche holds now of what may be proposed. */
export interface ActuelPropose {
  statut: StatutFiche
  avancement: number | null
  suivi: string | null
  etapes: EtapeOuverte[]
}

/** The part of a fiche’s screen that is about invitations; lists are empty for who may not invite. */
export interface InvitationsVue {
  invitations: InvitationVue[]
  /** those that wait first, then the last five answered */
  contributions: ContributionVue[]
  actuel: ActuelPropose
}

/** Carried by a CONFLIT of an acceptance: what is there now; nothing was written. */
export interface ConflitContribution {
  actuel: ActuelPropose
  etat: ContributionVue['etat']
}
