import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { defineQuery } from '@/lib/platform/query'
import { identifiant, slugConvention } from '@/lib/platform/saisie'

export interface LigneJournal {
  id: number
  /** instant, in Europe/Paris: 'YYYY-MM-DD HH:MI' */
  instant: string
  /** null: an administrator, or the application itself */
  auteur: string | null
  operation: string
  objet: string
  libelle: string | null
  avant: Record<string, unknown> | null
  apres: Record<string, unknown> | null
  motif: string | null
}

const TAILLE_PAGE_JOURNAL = 50

/** Who changed what, from what to what; latest first. One page is found by the id it starts before. */
export const getJournal = defineQuery({
  nom: 'getJournal',
  operation: 'journal.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    objet: z.string().max(40).optional(),
    avant: identifiant.optional(),
  }),
  run: async ({ tx, convention }, input) => {
    const lignes = await tx.$queryRaw<LigneJournal[]>`
      SELECT j.id, to_char(j.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant, u.nom AS auteur,
        j.operation, j.objet, j.libelle, j.avant, j.apres, j.motif
      FROM journal j LEFT JOIN utilisateur u ON u.id = j.utilisateur_id
      WHERE j.convention_id = ${convention.id}
        ${input.objet ? Prisma.sql`AND j.objet = ${input.objet}` : Prisma.empty}
        ${input.avant ? Prisma.sql`AND j.id < ${input.avant}` : Prisma.empty}
      ORDER BY j.id DESC LIMIT ${TAILLE_PAGE_JOURNAL + 1}`
    const objets = await tx.$queryRaw<{ objet: string; nombre: number }[]>`
      SELECT objet, count(*)::int AS nombre FROM journal WHERE convention_id = ${convention.id} GROUP BY 1 ORDER BY 2 DESC`
    const suite = lignes.length > TAILLE_PAGE_JOURNAL
    return {
      nom: convention.nom,
      lignes: lignes.slice(0, TAILLE_PAGE_JOURNAL),
      objets,
      suivante: suite ? (lignes[TAILLE_PAGE_JOURNAL - 1]?.id ?? null) : null,
    }
  },
})
