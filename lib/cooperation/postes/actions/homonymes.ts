'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshEtp } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { sqlHomonymes } from '../read/homonymes'
import { recordHomonymeSchema } from '../schema/postes'
import type { HomonymeLu } from '../types/postes'

/**
 * Says whether somebody of this convention and somebody of the same name elsewhere are one person. Nothing of either is
 * written: said to be one, full time is judged over both, by PostgreSQL, from then on and now.
 */
export const recordHomonyme = defineAction({
  nom: 'recordHomonyme',
  operation: 'schema.ecrire',
  portee: 'CONVENTION',
  input: recordHomonymeSchema,
  effet: async ({ tx, convention }, { charge, autre, meme }) => {
    const [lu] = await tx.$queryRaw<{ homonymes: HomonymeLu[] }[]>`SELECT ${sqlHomonymes(convention.id)} AS homonymes`
    const homonyme = lu?.homonymes.find((paire) => paire.charge === charge && paire.autre === autre)
    // The same words whether nobody is there, or somebody whom this person may not know of.
    if (!homonyme)
      return echecs.regle('SANS_QUESTION', 'Cette question ne se pose pas, ou plus : relisez les personnes affichées.')
    await tx.$executeRaw`
      INSERT INTO homonyme (convention_id, charge_id, autre_id, meme)
      VALUES (${convention.id}, ${Math.min(charge, autre)}, ${Math.max(charge, autre)}, ${meme})
      ON CONFLICT (charge_id, autre_id) DO UPDATE SET meme = EXCLUDED.meme, convention_id = EXCLUDED.convention_id`
    return succeed({
      message: meme
        ? `${homonyme.nom} : une seule personne, 1,00 ETP au plus pour l’ensemble.`
        : `${homonyme.nom} : deux personnes, chacune comptée à part.`,
    })
  },
  revalidate: refreshEtp,
})
