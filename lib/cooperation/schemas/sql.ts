import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlEffectifs } from '@/lib/cooperation/postes/sql'

/** The schéma in view, its two margins, its cross table and its evolution, in hundredths. */
export const sqlSchemaEnVue = (id: number, today: DateCivile): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('ref', s.ref, 'libelle', s.libelle, 'etat', s.etat, 'anterieur', s.anterieur, 'debut', s.debut, 'fin', s.fin, 'periodeTexte', s.periode_texte,
    'total', (s.total * 100)::int, 'existant', (s.existant * 100)::int,
    'affectations', (SELECT coalesce(jsonb_agg(jsonb_build_array(a.marge, a.theme_code, a.libelle, (a.quotite * 100)::int, a.situation, a.motif_zero) ORDER BY a.ordre), '[]')
      FROM affectation a WHERE a.convention_id = ${id} AND a.schema_id = s.id),
    'developpements', (SELECT coalesce(jsonb_agg(jsonb_build_array(d.libelle, (d.quotite * 100)::int) ORDER BY d.ordre), '[]')
      FROM developpement d WHERE d.convention_id = ${id} AND d.schema_id = s.id),
    'croise', (SELECT coalesce(jsonb_agg(jsonb_build_array(p.libelle, t.libelle, (x.quotite * 100)::int)), '[]')
      FROM croisement x JOIN affectation p ON p.id = x.porteur_id JOIN affectation t ON t.id = x.thematique_id
      WHERE x.convention_id = ${id} AND x.schema_id = s.id),
    'effectifs', ${sqlEffectifs(today)})
  FROM app.schema_en_vue(${id}, ${today}::date) s)`
