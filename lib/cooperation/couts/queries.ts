import 'server-only'
import { z } from 'zod'
import { isAnnee, yearBounds, yearOf } from '@/lib/platform/dates'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { listSchemas } from '@/lib/cooperation/schemas/read/schemas'
import { listPostes } from '@/lib/cooperation/postes/read/postes'
import { readArgent } from './read'
import { buildTableauCouts, type SchemaCout } from './rules/annee'
import { computeCouverture } from './rules/couts'
import type { VueCouts } from './types'

/** Years worth a link: those of the schémas and of the amounts, this one, and the one asked for. */
function listAnnees(
  schemas: readonly SchemaCout[],
  montants: readonly { annee: number }[],
  cetteAnnee: number,
  demandee: number,
): number[] {
  const annees = schemas.flatMap(({ debut, fin }) => {
    if (debut === null) return []
    const premiere = yearOf(debut)
    const derniere = fin === null ? Math.max(premiere, cetteAnnee) : yearOf(fin)
    return Array.from({ length: Math.min(derniere - premiere, 30) + 1 }, (_, i) => premiere + i)
  })
  return [...new Set([...annees, ...montants.map(({ annee }) => annee), cetteAnnee, demandee])].sort((a, b) => a - b)
}

/** What posts cost in a year, by financer, planned and actual, and what a vacancy leaves unspent; this year unless the address names one. */
export const getCouts = defineQuery({
  nom: 'getCouts',
  operation: 'etp.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, annee: z.string().max(10).optional() }),
  run: async ({ tx, convention, today }, input): Promise<VueCouts> => {
    const schemas: SchemaCout[] = await listSchemas(tx, convention.id)
    const lus = await listPostes(tx, convention.id, { poste: null, schema: null })
    const argent = await readArgent(tx, convention.id)
    const demandee = isAnnee(Number(input.annee)) ? Number(input.annee) : yearOf(today)
    // A draft is hidden from some: so are its posts, and what they cost.
    const visibles = new Set(schemas.map(({ id }) => id))
    const postes = lus.filter(({ schema }) => visibles.has(schema))
    const vus = new Set(postes.map(({ id }) => id))
    const montants = argent.montants.filter(({ poste }) => poste === null || vus.has(poste))
    const deLAnnee = new Set(
      schemas.filter((schema) => computeCouverture(schema, yearBounds(demandee)) !== null).map(({ id }) => id),
    )
    return {
      ...buildTableauCouts({ schemas, postes, couts: argent.couts, reglages: argent.reglages, montants }, demandee),
      nom: convention.nom,
      annees: listAnnees(schemas, montants, yearOf(today), demandee),
      couts: argent.couts,
      postes: postes
        .filter(({ schema }) => deLAnnee.has(schema))
        .map(({ id, intitule }) => ({ id, libelle: intitule })),
      organismes: argent.organismes.map(({ nom }) => nom),
      lacune: argent.lacune,
      modifiable: computeReach('schema.ecrire', convention.roles) === 'OUI',
    }
  },
})
