import 'server-only'
import { z } from 'zod'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'

/** A doubtful reading, and the object it is about as people know it. */
export interface ReserveLue {
  id: number
  version: number
  cibleType: string
  cibleRef: string | null
  cible: string | null
  champ: string | null
  citation: string | null
  lecture: string | null
  raison: string
  leveeLe: string | null
  conclusion: string | null
}

/** Everything « à confirmer » of a convention, open first, with the name of what each is about. */
export const getReserves = defineQuery({
  nom: 'getReserves',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention }),
  run: async ({ tx, convention }) => {
    const reserves = await tx.$queryRaw<ReserveLue[]>`
      SELECT r.id, r.version, r.cible_type AS "cibleType", r.cible_ref AS "cibleRef", r.champ, r.citation, r.lecture, r.raison,
        r.levee_le::text AS "leveeLe", r.conclusion,
        CASE
          WHEN r.cible_type IN ('INSTANCE', 'REGLE') THEN (SELECT nom FROM porte.instance o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type = 'FICHE' THEN (SELECT concat_ws(' ', numero, titre) FROM porte.fiche o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type = 'AXE' THEN (SELECT concat_ws(' ', numero, titre) FROM porte.axe o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type IN ('SCHEMA', 'AFFECTATION') THEN (SELECT libelle FROM porte.schema_cooperation o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type IN ('ORGANISME', 'DELIBERATION') THEN (SELECT nom FROM convention_organisme o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type = 'EQUIPEMENT' THEN (SELECT nom FROM equipement o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type = 'INDICATEUR' THEN (SELECT libelle FROM porte.indicateur o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type = 'ETAPE' THEN (SELECT titre FROM porte.etape o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
          WHEN r.cible_type = 'AVENANT' THEN (SELECT o.objet FROM avenant o WHERE o.convention_id = r.convention_id AND o.ref = r.cible_ref)
        END AS cible
      FROM reserve r WHERE r.convention_id = ${convention.id} ORDER BY r.levee_le IS NOT NULL, r.ordre`
    return { nom: convention.nom, reserves, modifiable: computeReach('reserve.lever', convention.roles) === 'OUI' }
  },
})
