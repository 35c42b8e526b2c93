import type { DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'

export type EtatSchema = 'BROUILLON' | 'PROPOSE' | 'VALIDE' | 'CLOS'

/** Why a line is at zero, or without a figure. */
export type MotifZero = 'PORTE_PAR_AUTRE' | 'A_NEGOCIER' | 'SANS_ETP' | 'NEANT' | 'NON_PRECISE'

/** The two distributions of one total; neither may be invented from the other. */
export type Marge = 'PORTEUR' | 'THEMATIQUE'

/** Planned is not filled: what became of the post behind a line. */
export type SituationPoste = 'POURVU' | 'VACANT' | 'JAMAIS_POURVU' | 'EXTERNALISE' | 'NON_PRECISE'

/** How a post is held: by the carrier, by an outside operator, by several carriers. */
export type ModePoste = 'DIRECT' | 'EXTERNALISE' | 'PARTAGE' | 'NON_PRECISE'

export interface Affectation {
  marge: Marge
  /** Stable key of the line inside its margin (an organisme, a thématique): what two schémas are compared by. */
  cle: string
  libelle: string
  /** Null when the documents give no figure. */
  quotite: Centiemes | null
  /** Why the figure is zero or missing: carried by another commune, to negotiate, without ETP, néant. */
  raison: string | null
  /** The reason from the list, where one was chosen: it tells a line without a figure from one that has no ETP. */
  motif?: MotifZero | null | undefined
  situation?: SituationPoste | undefined
}

interface Developpement {
  libelle: string
  quotite: Centiemes
}

/** One cell of the cross table, by the keys of its two lines. */
interface Croisement {
  porteur: string
  thematique: string
  quotite: Centiemes
}

/** A span whose ends may be unknown. */
export interface PeriodeConnue {
  debut: DateCivile | null
  fin: DateCivile | null
}

export interface SchemaRegle extends PeriodeConnue {
  /** Its total, agreed with the Caf once it is validated; null when it is not known. */
  total: Centiemes | null
  /** Evolution form: existing + developments = total. Null when the schéma is not written that way. */
  existant: Centiemes | null
  developpements: readonly Developpement[]
  affectations: readonly Affectation[]
  croise: readonly Croisement[]
  etat: EtatSchema
}

/** Where an imbalance lies. */
export type LieuEcart = 'TOTAL' | Marge | 'CROISE' | 'EVOLUTION'

export interface EtatSomme {
  /** Something is known to add up. */
  renseignee: boolean
  somme: Centiemes
  /**
   * Sum minus total: negative when something is missing; null without a total, without a figure, or where lines that
   * have none may hold what is missing.
   */
  ecart: Centiemes | null
  /** 'égal au total', 'il manque 0,10', '0,10 de trop', 'répartition non communiquée'… */
  phrase: string
}

export interface EtatMarge extends EtatSomme {
  /** Lines of which nobody knows what they hold: no figure, and no reason that says they have none. */
  inconnues: number
  /** Labels of the lines at zero without a reason. */
  zerosSansRaison: string[]
}

/** A line whose cells in the cross table do not add up to its quotité. */
export interface EcartCroise {
  marge: Marge
  libelle: string
  somme: Centiemes
  quotite: Centiemes
}

export interface Equilibre {
  total: Centiemes | null
  marges: Record<Marge, EtatMarge>
  croise: EtatSomme & { ecarts: EcartCroise[] }
  evolution: EtatSomme & {
    /** Developments that add to nothing: the existing part is not given. */
    sansExistant: boolean
  }
  /** Nothing that is filled in contradicts the total. False without a total. */
  equilibre: boolean
  /** Balanced, and each zero has its reason: what proposing asks. */
  proposable: boolean
}

export interface ErreurSchema {
  lieu: LieuEcart
  /** What is wrong and what to do, in French. */
  message: string
}

export type VerdictSchema =
  | { ok: true; avertissements: string[] }
  | { ok: false; message: string; erreurs: ErreurSchema[] }

export type Verdict = { ok: true } | { ok: false; message: string }
