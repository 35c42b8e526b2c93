/**
 * Which schéma is in force on a day, and which one a screen opens on. Pure; in SQL the same is said by
 * `app.schema_en_vigueur` and `app.schema_en_vue` (record 0041).
 */
import { daysBetween, type DateCivile } from '@/lib/platform/dates'
import type { EtatSchema, PeriodeConnue } from '@/lib/cooperation/schemas/types/regles'

export interface SchemaSitue extends PeriodeConnue {
  id: number
  etat: EtatSchema
  /** It belongs to the previous convention. */
  anterieur: boolean
  /** Its rank in the document. */
  ordre: number
}

/** Agreed: a proposed total is not, a draft even less. */
export const isConvenu = (etat: EtatSchema): boolean => etat === 'VALIDE' || etat === 'CLOS'

/** Whether a period holds a day: without a beginning it holds none that is known, without an end it goes on. */
export const isDedans = ({ debut, fin }: PeriodeConnue, jour: DateCivile): boolean =>
  debut !== null && debut <= jour && (fin === null || jour <= fin)

/** Days between a day and a period, 0 inside what is known of it; Infinity where nothing dates it. */
function computeDistance({ debut, fin }: PeriodeConnue, jour: DateCivile): number {
  if (debut === null && fin === null) return Infinity
  if (debut !== null && debut > jour) return daysBetween(jour, debut)
  return fin !== null && fin < jour ? daysBetween(fin, jour) : 0
}

/** What decides between two schémas, most important first; the smaller comes first. */
function listRangs(schema: SchemaSitue, jour: DateCivile): number[] {
  const dedans = isDedans(schema, jour)
  return [
    Number(schema.anterieur),
    Number(schema.etat === 'BROUILLON'),
    Number(!dedans),
    Number(dedans && !isConvenu(schema.etat)),
    computeDistance(schema, jour),
  ]
}

function compare(a: SchemaSitue, b: SchemaSitue, jour: DateCivile): number {
  const [siens, leurs] = [listRangs(a, jour), listRangs(b, jour)]
  const rang = siens.findIndex((valeur, i) => valeur !== leurs[i])
  if (rang !== -1) return (siens[rang] ?? 0) < (leurs[rang] ?? 0) ? -1 : 1
  const debut = (b.debut ?? '').localeCompare(a.debut ?? '')
  return debut || Number(a.etat !== 'VALIDE') - Number(b.etat !== 'VALIDE') || a.ordre - b.ordre || a.id - b.id
}

/**
 * The schéma to show at a day, when none is asked for: the convention’s own before the previous one’s; the one in force,
 * else the one proposed for that day, else the nearest in time; a draft only for lack of better, so that whoever may not
 * read drafts is shown the same. Null when there is none.
 */
export function findSchemaEnVue<S extends SchemaSitue>(schemas: readonly S[], jour: DateCivile): S | null {
  return schemas.reduce<S | null>(
    (premier, schema) => (premier === null || compare(schema, premier, jour) < 0 ? schema : premier),
    null,
  )
}

/** Whether a schéma is in force on a day: of this convention, agreed, and its period holds the day. */
export const isEnVigueur = (schema: Omit<SchemaSitue, 'id' | 'ordre'>, jour: DateCivile): boolean =>
  !schema.anterieur && isConvenu(schema.etat) && isDedans(schema, jour)

/** The schéma in force on a day. Null is a right answer: a proposed one is not in force. */
export function findSchemaEnVigueur<S extends SchemaSitue>(schemas: readonly S[], jour: DateCivile): S | null {
  const vu = findSchemaEnVue(schemas, jour)
  return vu !== null && isEnVigueur(vu, jour) ? vu : null
}
