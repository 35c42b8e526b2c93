import 'server-only'
import { defineQuery } from '@/lib/platform/query'
import { sqlArbre } from './sql'
import { sortArbre } from './rules/arbre'
import { arbreSchema } from './schema'
import type { ArbrePlan, VueArbre } from './types'

/** The tree of the plan with what its editor offers: one statement. */
export const getArbrePlan = defineQuery({
  nom: 'getArbrePlan',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: arbreSchema,
  run: async ({ tx, convention }): Promise<VueArbre> => {
    const [lu] = await tx.$queryRaw<
      { arbre: ArbrePlan | null; lacune: string | null; avenants: VueArbre['avenants']; themes: VueArbre['themes'] }[]
    >`
      SELECT ${sqlArbre(convention.id)} AS arbre,
        (SELECT l.raison FROM porte.lacune l WHERE l.convention_id = ${convention.id} AND l.sujet = 'PLAN_ACTION' ORDER BY l.ordre LIMIT 1) AS lacune,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'objet', v.objet, 'echeance', v.echeance) ORDER BY v.ordre, v.id), '[]')
          FROM porte.avenant v WHERE v.convention_id = ${convention.id}) AS avenants,
        (SELECT jsonb_agg(jsonb_build_object('code', t.code, 'nom', t.nom) ORDER BY t.ordre) FROM theme_afas t) AS themes`
    if (!lu) throw new Error('no row')
    const { arbre, ...reste } = lu
    return { nom: convention.nom, ...reste, arbre: arbre && { ...arbre, ...sortArbre(arbre) } }
  },
})
