import { Prisma } from '@/lib/generated/prisma/client'

/** The tree of the plan in force, as its editor and its writes read it: one JSON, null when there is no plan. */
export const sqlArbre = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('id', p.id, 'version', p.version, 'numeroVersion', p.numero_version,
    'reglages', jsonb_build_object('titre', p.titre, 'niveaux', p.niveaux, 'nomFiche', p.nom_fiche, 'nomEtape', p.nom_etape, 'texte', p.texte,
      'raisonSansFiche', p.raison_sans_fiche, 'numerotation', p.numerotation, 'prefixe', p.prefixe),
    'axes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'ref', a.ref, 'parent', a.parent_id, 'numero', a.numero, 'titre', a.titre,
        'description', a.description, 'objectifs', a.objectifs, 'absence', a.absence, 'theme', a.theme_code, 'ordre', a.ordre, 'version', a.version)
        ORDER BY a.ordre, a.id), '[]')
      FROM axe a WHERE a.convention_id = ${id} AND a.plan_id = p.id),
    'fiches', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'ref', f.ref, 'axe', f.axe_id, 'numero', f.numero, 'titre', f.titre,
        'ordre', f.ordre, 'aRediger', f.a_rediger, 'echeance', f.redaction_echeance) ORDER BY f.ordre, f.id), '[]')
      FROM fiche_action f WHERE f.convention_id = ${id} AND f.plan_id = p.id))
  FROM app.plan_en_vigueur(${id}) p)`
