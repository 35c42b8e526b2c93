/** The AFAS page as it is read. */
import type { DateCivile } from '@/lib/platform/dates'
import type { Centiemes } from '@/lib/platform/nombres'
import type { PartsAfas } from './rules/parts'
import type { EcartTheme } from './rules/comparaison'
import type { TableauAfas } from './rules/export'
import type { Moyenne } from '@/lib/cooperation/postes/rules/effectif'
import type { EtatSchema } from '@/lib/cooperation/schemas/types/regles'
import type { CodeTheme } from '@/lib/cooperation/schemas/words'

/** Version of what is not there yet. */
export const ABSENTE = -1

export interface LigneAfas {
  charge: number
  nom: string
  /** Mean over the year of what there is to share out, exact. */
  temps: Moyenne
  /** The same, rounded. */
  present: Centiemes
  /** Mean held over the year, absences included, rounded. */
  enPoste: Centiemes
  /** One of the quotités is not known: these means are a least. */
  auMoins: boolean
  parts: PartsAfas | null
  /** ABSENTE when nothing is shared out. */
  version: number
  precedente: boolean
}

export interface EcheanceLue {
  id: number
  version: number
  annee: number
  libelle: string
  date: DateCivile
  source: string | null
}

export interface VueAfas {
  nom: string
  today: DateCivile
  annee: number
  annees: number[]
  themes: Record<CodeTheme, string>
  lignes: LigneAfas[]
  /** People whose distribution does not make 100 %: not counted. */
  incompletes: string[]
  sansRepartition: string[]
  tableau: TableauAfas
  comparaison: {
    ecarts: EcartTheme[]
    horsThemes: string | null
    libelle: string
    etat: EtatSchema
    autres: string[]
  } | null
  caf: string
  echeances: EcheanceLue[]
  modifiable: boolean
  /** May keep the calendar of the Caf. */
  reglable: boolean
}
