import type { AvancementFiche, Silence } from '../rules/suivi'
import type { Cote, NiveauAppreciation, Visibilite } from '../words/suivi'
import type { FilFiche } from './fil'

/** The follow-up of a fiche as its page shows it. */

export interface AppreciationVue {
  cote: Cote
  niveau: NiveauAppreciation
  texte: string | null
  /** name and function on that day */
  nom: string
  /** day, in Europe/Paris */
  le: string
  version: number
}

/** Carried by a CONFLIT of `recordAppreciation`: what is there now. */
export type AppreciationActuelle = AppreciationVue

export interface PersonneCitable {
  id: number
  nom: string
  fonction: string | null
}

/** What one may write as a comment: who may read it, and whom each choice lets one name. */
export interface DroitsCommentaire {
  visibilites: Visibilite[]
  citables: Partial<Record<Visibilite, PersonneCitable[]>>
}

export interface VieFicheVue {
  /** who reads: names the drafts kept on the device */
  acteur: number
  appreciations: AppreciationVue[]
  /** « … » pour la coordination, « … » pour la Caf; null when they agree or one is silent */
  desaccord: string | null
  /** the voices that who reads may speak for */
  cotes: Cote[]
  avancement: AvancementFiche
  silence: Silence
  fil: FilFiche
  /** how many pages of the thread are shown */
  pages: number
  /** null: who reads does not comment here */
  commentaire: DroitsCommentaire | null
  /** whether values may be put back */
  retablissable: boolean
}

/** A comment that names who asks, not read yet. */
export interface MentionVue {
  commentaire: number
  auteur: string | null
  /** in Europe/Paris: 'YYYY-MM-DD HH:MI' */
  instant: string
  texte: string
  visibilite: Visibilite
  convention: { slug: string; nom: string }
  fiche: { id: number; ref: string; numero: string | null; titre: string } | null
  href: string
}
