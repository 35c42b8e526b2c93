import type { LigneEffectif } from '@/lib/cooperation/postes/rules/pourvu'
import type { DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { EtatSchema, Marge, SituationPoste } from '../rules/equilibre'
import type { MotifZero } from '../words'

/** A schéma as a screen that sums a convention up shows it. */
export interface SchemaEnVue {
  ref: string
  libelle: string
  etat: EtatSchema
  /** It belongs to the previous convention. */
  anterieur: boolean
  debut: DateCivile | null
  fin: DateCivile | null
  periodeTexte: string | null
  total: Centiemes | null
  existant: Centiemes | null
  affectations: [
    marge: Marge,
    theme: string | null,
    libelle: string,
    quotite: Centiemes | null,
    situation: SituationPoste,
    motif?: MotifZero | null,
  ][]
  developpements: [libelle: string, quotite: Centiemes][]
  croise: [porteur: string, thematique: string, quotite: Centiemes][]
  /** What each line is today, or on the nearest day of the schéma. */
  effectifs: LigneEffectif[]
}
