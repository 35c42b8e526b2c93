'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { recordEvenement } from '@/lib/platform/journal'
import { echecs, succeed } from '@/lib/platform/resultat'
import { recordRevueSchema } from './schema'

/** Says of a fiche that one looked and that nothing is new: nothing changes but the day somebody last spoke of it. */
export const recordRevue = defineAction({
  nom: 'recordRevue',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: recordRevueSchema,
  effet: async ({ tx, acteur, convention }, { fiche }) => {
    const [vue] = await tx.$queryRaw<{ titre: string }[]>`
      UPDATE fiche_action SET maj_le = now() WHERE convention_id = ${convention.id} AND id = ${fiche} RETURNING left(titre, 300) AS titre`
    if (!vue) return echecs.introuvable()
    // The day alone is not in the journal, which leaves technical columns out: the event is written as one.
    await recordEvenement(tx, {
      acteurId: acteur.id,
      conventionId: convention.id,
      operation: 'fiche.ecrire',
      objet: 'fiche_action',
      objetId: fiche,
      ficheActionId: fiche,
      libelle: vue.titre,
      apres: { revue: 'rien de neuf' },
    })
    return succeed({})
  },
  revalidate: refreshConvention,
})
