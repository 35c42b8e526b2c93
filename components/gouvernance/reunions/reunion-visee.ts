import type { ReunionEcrite, VueReunion } from '@/lib/gouvernance/instances/types/ecran'

/** What every form on an existing meeting takes. */
export interface FormulaireReunionProps {
  slug: string
  today: string
  reunion: VueReunion
  /** Called when it is saved, with the answer, or closed without. */
  onFini: (ecrite?: ReunionEcrite) => void
}
