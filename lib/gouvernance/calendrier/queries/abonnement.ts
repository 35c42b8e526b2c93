import 'server-only'
import { z } from 'zod'
import { readAbonnement } from '@/lib/platform/identite/calendrier-abonnement'
import { addYears, todayParis, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { slugConvention } from '@/lib/platform/saisie'
import type { ReunionIcs } from './ics'
import { refInstance } from '@/lib/gouvernance/reunions/schema'

/** What calendar programs read. The page « Calendrier » is beside, in queries-calendrier-page.ts. */

type LigneIcs = Omit<ReunionIcs, 'modifieeLe' | 'convention'> & {
  conventionSlug: string
  conventionNom: string
  modifieeLe: Date | null
}

/** A meeting that nobody has changed since it was written there changed when it was. */
const toIcs = ({ conventionSlug, conventionNom, modifieeLe, ...reunion }: LigneIcs): ReunionIcs => ({
  ...reunion,
  modifieeLe: modifieeLe !== null && modifieeLe > reunion.creeLe ? modifieeLe : reunion.creeLe,
  convention: { slug: conventionSlug, nom: conventionNom },
})

async function readModifications(tx: Tx, lignes: Omit<LigneIcs, 'modifieeLe'>[]): Promise<ReunionIcs[]> {
  const ids = lignes.map(({ id }) => id)
  const changees =
    ids.length === 0
      ? []
      : await tx.$queryRaw<
          { id: number; instant: Date }[]
        >`SELECT id, instant FROM app.reunions_modifiees(${ids}::int[])`
  const instants = new Map(changees.map(({ id, instant }) => [id, instant]))
  return lignes.map((ligne) => toIcs({ ...ligne, modifieeLe: instants.get(ligne.id) ?? null }))
}

/**
 * The meetings of the conventions that the person follows, over the past year and to come: what their subscription
 * carries. Four SQL statements, opening and commit included.
 */
export const getFluxCalendrier = defineQuery({
  nom: 'getFluxCalendrier',
  operation: 'calendrier.lire',
  portee: 'GENERALE',
  input: z.strictObject({}),
  run: async ({ tx, today }): Promise<{ reunions: ReunionIcs[] }> => {
    const lignes = await tx.$queryRaw<Omit<LigneIcs, 'modifieeLe'>[]>`
      SELECT r.id, r.ref, r.version, r.cree_le AS "creeLe", r.date::text, r.heure_debut AS "heureDebut", r.heure_fin AS "heureFin", r.lieu, r.objet,
        r.groupe, r.etat::text, r.motif_annulation AS "motifAnnulation", i.nom AS instance, c.slug AS "conventionSlug", c.nom AS "conventionNom"
      FROM app.conventions_suivies() s
      JOIN porte.convention c ON c.id = s.id
      JOIN reunion r ON r.convention_id = s.id
      JOIN instance i ON i.convention_id = s.id AND i.id = r.instance_id
      WHERE r.date >= ${addYears(today, -1)}::date
      ORDER BY r.date, r.id`
    return { reunions: await readModifications(tx, lignes) }
  },
})

/** One meeting, to put in a calendar by hand. */
export const getReunionIcs = defineQuery({
  nom: 'getReunionIcs',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, reunion: refInstance }),
  run: async ({ tx, convention }, input) => {
    const lignes = await tx.$queryRaw<Omit<LigneIcs, 'modifieeLe'>[]>`
      SELECT r.id, r.ref, r.version, r.cree_le AS "creeLe", r.date::text, r.heure_debut AS "heureDebut", r.heure_fin AS "heureFin", r.lieu, r.objet,
        r.groupe, r.etat::text, r.motif_annulation AS "motifAnnulation", i.nom AS instance, c.slug AS "conventionSlug", c.nom AS "conventionNom"
      FROM reunion r
      JOIN porte.convention c ON c.id = r.convention_id
      JOIN instance i ON i.convention_id = r.convention_id AND i.id = r.instance_id
      WHERE r.convention_id = ${convention.id} AND r.ref = ${input.reunion}`
    const [reunion] = await readModifications(tx, lignes)
    return reunion === undefined ? echecs.introuvable() : { reunion }
  },
})

export interface VueAbonnement {
  /** Days, as read in Paris; null without a subscription. */
  abonnement: { depuis: DateCivile; jusquau: DateCivile } | null
  /** Names of the conventions whose meetings it carries. */
  conventions: string[]
}

/** The page « Mon calendrier ». */
export const getAbonnement = defineQuery({
  nom: 'getAbonnement',
  operation: 'compte.regler',
  portee: 'GENERALE',
  input: z.strictObject({}),
  run: async ({ tx }): Promise<VueAbonnement> => {
    const abonnement = await readAbonnement(tx)
    const conventions = await tx.$queryRaw<
      { nom: string }[]
    >`SELECT c.nom FROM app.conventions_suivies() s JOIN porte.convention c ON c.id = s.id ORDER BY c.nom`
    return {
      abonnement: abonnement && { depuis: todayParis(abonnement.creeLe), jusquau: todayParis(abonnement.expireLe) },
      conventions: conventions.map(({ nom }) => nom),
    }
  },
})
