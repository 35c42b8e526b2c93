import 'server-only'
import { z } from 'zod'
import { listDroits } from '@/lib/platform/identite/acces'
import {
  addMonths,
  formatDate,
  formatMois,
  monthBounds,
  yearBounds,
  yearOf,
  type DateCivile,
} from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { capitalise } from '@/lib/platform/mots'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { slugConvention } from '@/lib/platform/saisie'
import { readJours } from '@/lib/gouvernance/jours/read'
import { listInstances } from '@/lib/gouvernance/instances/read/instances'
import { readReunions } from '@/lib/gouvernance/instances/read/lignes'
import { anneeFiltre, refInstance } from '@/lib/gouvernance/reunions/schema'
import type { VueCalendrier, VueSerie } from '../types'
import { toConvention, toInstanceReunion, toReunion } from '@/lib/gouvernance/instances/queries/ecran'
import { buildAnnee, buildMois, buildSemaines, computeSemaines, formatCleMois, listAnnees } from '../rules/mois'

interface LigneSerie {
  id: number
  libelle: string
  instanceId: number
  instance: string
  aVenir: number
  prochaine: DateCivile
  derniere: DateCivile
}

/** The series that still have meetings to come. One SQL statement. */
async function readSeries(tx: Tx, convention: number, today: DateCivile, instance: number | null): Promise<VueSerie[]> {
  const lignes = await tx.$queryRaw<LigneSerie[]>`
    SELECT s.id, s.libelle, i.id AS "instanceId", i.nom AS instance, count(*)::int AS "aVenir", min(r.date)::text AS prochaine, max(r.date)::text AS derniere
    FROM serie_reunion s
    JOIN instance i ON i.convention_id = s.convention_id AND i.id = s.instance_id
    JOIN reunion r ON r.convention_id = s.convention_id AND r.serie_id = s.id AND r.etat = 'PREVUE' AND NOT r.figee AND r.date >= ${today}::date
    WHERE s.convention_id = ${convention} AND (${instance}::int IS NULL OR s.instance_id = ${instance}::int)
    GROUP BY s.id, i.id ORDER BY min(r.date), s.id`
  return lignes.map(({ instanceId, instance: nom, prochaine, derniere, ...serie }) => ({
    ...serie,
    instance: { id: instanceId, nom },
    prochaine: formatDate(prochaine),
    derniere: formatDate(derniere),
  }))
}

/** The page « Calendrier »: one month in weeks, or one year as a list. Six SQL statements, opening and commit included. */
export const getCalendrier = defineQuery({
  nom: 'getCalendrier',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: z.strictObject({
    convention: slugConvention,
    vue: z.enum(['mois', 'liste']).optional(),
    mois: z
      .string()
      .regex(/^(?:199\d|20\d\d)-(?:0[1-9]|1[0-2])$/)
      .optional(),
    annee: anneeFiltre,
    instance: refInstance.optional(),
  }),
  run: async ({ tx, convention, today }, input) => {
    const lues = await listInstances(tx, convention, today)
    const choisie = input.instance === undefined ? null : (lues.find(({ ref }) => ref === input.instance) ?? undefined)
    if (choisie === undefined) return echecs.introuvable()
    const jours = await readJours(tx, convention.id)
    const series = await readSeries(tx, convention.id, today, choisie?.id ?? null)
    const retenues = choisie === null ? lues : [choisie]
    const droits = listDroits(convention)
    const commun = {
      convention: toConvention(convention, today),
      peutEcrire: droits.includes('reunion.ecrire'),
      coordination: droits.includes('veille.lire'),
      instances: lues.map(toInstanceReunion),
      instance: choisie?.ref ?? null,
      zone: jours.zone,
      series,
      total: retenues.reduce((somme, { reunions }) => somme + reunions.length, 0),
    }
    const parId = new Map(lues.map((lue) => [lue.id, toInstanceReunion(lue)]))
    const read = async (bornes: { debut: DateCivile; fin: DateCivile }) =>
      (await readReunions(tx, convention.id, bornes, choisie?.id ?? null)).flatMap((ligne) =>
        toReunion(ligne, parId, today),
      )
    if (input.vue === 'liste') {
      const annee = input.annee ?? yearOf(today)
      const bornes = yearBounds(annee)
      const annees = listAnnees(
        retenues.flatMap(({ reunions }) => reunions.map(({ date }) => date)),
        convention,
        today,
      )
      return {
        ...commun,
        vue: 'liste',
        annee,
        annees,
        mois: buildAnnee(annee, await read(bornes), jours.listJours(bornes), jours.zone, today),
      } satisfies VueCalendrier
    }
    const mois = input.mois === undefined ? monthBounds(today).debut : `${input.mois}-01`
    const bornes = computeSemaines(mois)
    const reunions = await read(bornes)
    const calendrier = jours.listJours(bornes)
    const titre = formatMois(mois)
    return {
      ...commun,
      vue: 'mois',
      mois: formatCleMois(mois),
      titre: capitalise(titre),
      precedent: formatCleMois(addMonths(mois, -1)),
      suivant: formatCleMois(addMonths(mois, 1)),
      semaines: buildSemaines(mois, reunions, calendrier, today),
      liste: buildMois(mois, reunions, calendrier, jours.zone, true),
    } satisfies VueCalendrier
  },
})
