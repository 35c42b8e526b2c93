'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { recordRevueSchema } from './schema'

/** Says of a fiche that one looked and that nothing is new: nothing changes but the day somebody last spoke of it. */
export const recordRevue = defineAction({
  nom: 'recordRevue',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: recordRevueSchema,
  effet: async ({ tx, acteur, convention }, { fiche }) => {
    const { count } = await tx.ficheAction.updateMany({
      where: { id: fiche, conventionId: convention.id },
      data: { majLe: new Date() },
    })
    if (count === 0) return echecs.introuvable()
    // The day alone is not in the journal, which leaves technical columns out: the event is written as one.
    await tx.$executeRaw`
      INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, fiche_action_id, libelle, apres)
      SELECT ${acteur.id}, ${convention.id}, 'fiche.ecrire', 'fiche_action', f.id, f.id, left(f.titre, 300), '{"revue": "rien de neuf"}'::jsonb
      FROM fiche_action f WHERE f.convention_id = ${convention.id} AND f.id = ${fiche}`
    return succeed({})
  },
  revalidate: refreshConvention,
})
