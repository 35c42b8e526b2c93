import 'server-only'
import { z } from 'zod'
import { recordEvenement } from '@/lib/platform/journal'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { exportDossier } from './read'

/**
 * One convention as one document: importing what this gives makes the same convention again.
 * A journal line says who took it out.
 */
export const getDossier = defineQuery({
  nom: 'getDossier',
  operation: 'dossier.exporter',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention }),
  run: async ({ tx, convention, acteur }) => {
    const dossier = await exportDossier(tx, convention.id)
    await recordEvenement(tx, {
      acteurId: acteur.id,
      conventionId: convention.id,
      operation: 'dossier.exporter',
      libelle: convention.nom,
    })
    return dossier
  },
})
