import type { Montant } from '../rules/budget'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'

/** Rows that hang on a fiche, as its page shows and edits them. */

/** An étape as it is edited, and what a CONFLIT gives back. */
export interface EtapeActuelle {
  version: number
  numero: string | null
  titre: string
  description: string | null
  periode: ValeursFiche['periode']
  statut: StatutFiche
}

export interface LigneBudgetActuelle {
  version: number
  annee: number | null
  financeur: string
  /** id of the convention’s organisme */
  organisme: number | null
  libelle: string | null
  prevu: Montant | null
  realise: Montant | null
  source: string | null
}

export interface LigneBudgetVue extends LigneBudgetActuelle {
  id: number
}

export interface LienVu {
  id: number
  libelle: string
  precision: string | null
  adresse: string | null
}

export interface DocumentVu {
  id: number
  titre: string
  nature: string
  reference: string | null
  date: string | null
}

/** What the editors of a fiche choose from. */
export interface ChoixContenu {
  organismes: { id: number; nom: string }[]
  communes: { id: number; nom: string }[]
  themes: { code: string; nom: string }[]
  /** documents of the convention that the fiche does not name yet */
  documents: { id: number; titre: string; nature: string }[]
}

export interface ContenuFiche {
  budget: LigneBudgetVue[]
  liens: LienVu[]
  documents: DocumentVu[]
  /** names of its communes; none: nothing more precise than the territory is said */
  communes: string[]
  /** null for who may not write */
  choix: ChoixContenu | null
}
