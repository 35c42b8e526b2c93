import 'server-only'
import type { ConventionVue } from '@/lib/pilotage/situation/read/faits'
import type { Tx } from '@/lib/platform/db'

/** A convention that one's roles are about. */
export interface ConventionSuivie extends ConventionVue {
  /** Those held there. */
  roles: string[]
  /** The fiches that one leads there. */
  fiches: number[]
}

/** The conventions that one's roles are about, with these roles; not those that one only administers. One SQL statement. */
export const listSuivies = (tx: Tx): Promise<ConventionSuivie[]> => tx.$queryRaw<ConventionSuivie[]>`
  SELECT v.id, v.slug, v.nom, v.debut::text, v.fin::text, v.roles, v.fiches, c.demonstration
  FROM app.conventions_veille() v JOIN porte.convention c ON c.id = v.id`
