import type { Pool } from 'pg'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { Prisma } from '@/lib/generated/prisma/client'
import { listAxes } from '@/lib/plan-action/liste/queries/axes'
import { sqlPlanAction, type LignePlan } from '@/lib/plan-action/liste/sql/plan'
import { sqlRangees, type FicheEcrite } from '@/lib/plan-action/liste/sql/rangees'
import { formatPeriode, type StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { DateCivile } from '@/lib/platform/dates'
import { Refused, withConvention, type OpenConvention } from './access'
import { readFrame } from './frame'
import { escape, list, page } from './html'

/** Rows on a page, as in the product. */
const TAILLE = 50

const writeFiche = ({ ref, numero, titre, statut, periode, pilotages, etapes, indicateurs }: FicheEcrite) =>
  `<tr><td>${escape(numero)}</td><td><a href="${ref}">${escape(titre)}</a></td><td>${statut}</td><td>${escape(formatPeriode(periode))}</td><td>${list(pilotages, (pilotage) => escape(pilotage.texte))}</td><td>${etapes.length}, ${indicateurs}</td></tr>`

async function writePlan(open: OpenConvention, q: string, today: DateCivile): Promise<string> {
  const { read, acces, convention } = open
  const dates = { debut: convention.debut, fin: convention.fin }
  const demande = { id: convention.id, ...dates, today, annee: computeAnneeVue(dates, today), filtres: { q } }
  const [plan] = await read<LignePlan>(sqlPlanAction(demande, { page: 1, taille: TAILLE, acteur: acces.acteur.id }))
  const frame = await readFrame(open, today)
  if (!plan) throw new Error('no row')
  const rows = await read<FicheEcrite>(
    sqlRangees(
      convention.id,
      plan.rangs.map(({ id }) => id),
    ),
  )
  const found = plan.rangs.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
  const axes = listAxes(plan)
  const total = plan.parAxe.reduce((sum, [, , , count]) => sum + count, 0)
  return page(
    `Plan d’action – ${convention.nom}`,
    `${acces.acteur.nom}, ${frame.conventions} conventions`,
    frame.alerte,
    `<p>${plan.filtrees} fiches sur ${total}</p>` +
      list(
        axes,
        (axe) =>
          `<section><h2>${escape(axe.numero)} ${escape(axe.titre)}</h2><p>${escape(axe.phrase)}</p>${list(axe.objectifs, (objectif) => `<p>${escape(objectif)}</p>`)}<table>${list(
            found.filter((fiche) => fiche.axe === axe.id),
            writeFiche,
          )}</table></section>`,
      ),
  )
}

/** The list of fiches of one convention that answer the words looked for. */
export const showPlan = (pool: Pool, secret: string, slug: string, q: string, today: DateCivile): Promise<string> =>
  withConvention(pool, { secret, operation: 'plan.lire', slug }, (open) => writePlan(open, q, today))

export interface WriteStatut {
  fiche: number
  version: number
  statut: StatutFiche
}

/** Changes the status of a fiche, unless somebody saved it meanwhile, then shows the list anew. */
export async function updateStatut(
  pool: Pool,
  secret: string,
  slug: string,
  q: string,
  today: DateCivile,
  { fiche, version, statut }: WriteStatut,
): Promise<string> {
  await withConvention(pool, { secret, operation: 'fiche.ecrire', slug, fiche }, async ({ read, convention }) => {
    const changed =
      await read(Prisma.sql`UPDATE fiche_action SET statut = ${statut}::statut_fiche, maj_le = now(), version = version + 1
      WHERE id = ${fiche} AND convention_id = ${convention.id} AND version = ${version} RETURNING id`)
    if (changed.length !== 1) throw new Refused('CONFLIT')
  })
  return showPlan(pool, secret, slug, q, today)
}
