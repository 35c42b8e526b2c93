/** What the screens of the watch receive: plain objects, words already in French. */
import type { GroupeSignaux } from './rules/signaux'
import type { Reglage } from './rules/envoi'
import type { Gravite, Signal } from './rules/faits'

/** One message to one person, as far as it tells of this convention. */
export interface EnvoiVu {
  id: number
  nom: string
  fonction: string | null
  /** 'lundi 7 décembre 2026' */
  jour: string
  etat: 'A_ENVOYER' | 'ENVOYE' | 'ABANDONNE'
  /** 'lundi 7 décembre 2026 à 7 h 02'; null while it has not left. */
  quand: string | null
  phrases: string[]
}

export interface VueVeille {
  convention: { slug: string; nom: string }
  groupes: GroupeSignaux[]
  comptes: Record<Gravite, number>
  /** Why nothing is watched: the convention is over, its dates are not known… */
  silence: string | null
  envois: { lignes: EnvoiVu[]; total: number; page: number; pages: number }
  /** What the next message would tell this person of this convention. */
  apercu: { reglage: string; prochain: string | null; nouveaux: Signal[]; reste: number; serveur: boolean }
}

/** How often a person is told, as it is saved; a CONFLIT of `updateReglageVeille` carries it. */
export interface ReglageEnregistre extends Reglage {
  version: number
}

/** What a person sees of their own messages. */
export interface VueReglage extends ReglageEnregistre {
  email: string
  /** Nothing was chosen: this is what their roles give. */
  parDefaut: boolean
  /** When the link of a message stopped them. */
  arretee: string | null
  prochain: string | null
  /** A mail server is configured. */
  serveur: boolean
  /** They hold a role on a convention: there is something to tell. */
  suit: boolean
  derniers: { id: number; sujet: string; texte: string; quand: string | null; etat: EnvoiVu['etat'] }[]
}
