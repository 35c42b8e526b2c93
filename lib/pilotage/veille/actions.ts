'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshReglageVeille } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { reglageVeille } from './schema'
import type { ReglageEnregistre } from './types'

/** How often one wants to be told. What was saved meanwhile, by the link of a message for instance, is not overwritten. */
export const updateReglageVeille = defineAction({
  nom: 'updateReglageVeille',
  operation: 'compte.regler',
  portee: 'GENERALE',
  input: reglageVeille,
  effet: async ({ tx, acteur }, { frequence, jour, version }) => {
    const ecrites =
      version === 0
        ? await tx.$executeRaw`
          INSERT INTO reglage_veille (utilisateur_id, frequence, jour, version) VALUES (${acteur.id}, ${frequence}::frequence_veille, ${jour}, 1)
          ON CONFLICT (utilisateur_id) DO NOTHING`
        : await tx.$executeRaw`
          UPDATE reglage_veille SET frequence = ${frequence}::frequence_veille, jour = ${jour}, arretee_le = NULL, version = version + 1
          WHERE utilisateur_id = ${acteur.id} AND version = ${version}`
    if (ecrites === 1) return succeed({ version: version + 1 })
    const [actuel] = await tx.$queryRaw<ReglageEnregistre[]>`
      SELECT frequence::text, coalesce(jour, 1) AS jour, version FROM reglage_veille WHERE utilisateur_id = ${acteur.id}`
    return echecs.conflit(actuel ?? null)
  },
  revalidate: refreshReglageVeille,
})
