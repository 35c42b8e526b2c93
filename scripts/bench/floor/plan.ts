import type { Pool } from 'pg'
import { evaluateInstances, sqlInstances, type InstanceLue } from '@/lib/conventions/queries-instances'
import { computeAlerte } from '@/lib/conventions/rules-alerte'
import { computeAnneeVue } from '@/lib/conventions/rules-copil'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlPlanAction, type FicheEcrite, type LignePlan } from '@/lib/plan-action/queries-plan-sql'
import { computeAvancement, formatPeriode, type StatutFiche } from '@/lib/plan-action/rules'
import type { DateCivile } from '@/lib/platform/dates'
import { Refused, withConvention, type OpenConvention } from './access'
import { escape, list, page } from './html'

const writeFiche = ({ ref, numero, titre, statut, texte, debut, fin, pilotages, etapes, indicateurs }: FicheEcrite) =>
  `<tr><td>${escape(numero)}</td><td><a href="${ref}">${escape(titre)}</a></td><td>${statut}</td><td>${escape(formatPeriode({ texte, debut, fin }))}</td><td>${list(pilotages, (pilotage) => escape(pilotage.texte))}</td><td>${etapes}, ${indicateurs}</td></tr>`

async function writePlan({ read, acces, convention }: OpenConvention, q: string, today: DateCivile): Promise<string> {
  const dates = { debut: convention.debut, fin: convention.fin }
  const [plan] = await read<LignePlan>(sqlPlanAction(convention.id, { annee: computeAnneeVue(dates, today), q }))
  const [frame] = await read<{ instances: InstanceLue[]; conventions: number }>(
    Prisma.sql`SELECT ${sqlInstances(convention.id)} AS instances, (SELECT count(*)::int FROM app.conventions_lisibles()) AS conventions`,
  )
  if (!plan || !frame) throw new Error('no row')
  const found = plan.fiches.filter(({ trouvee }) => trouvee)
  return page(
    `Plan d’action – ${convention.nom}`, `${acces.acteur.nom}, ${frame.conventions} conventions`, computeAlerte(evaluateInstances(frame.instances, dates, today), dates, today)?.texte ?? '',
    `<p>${found.length} fiches sur ${plan.fiches.length}, ${escape(computeAvancement(plan.fiches, today).phrase)}</p>` + list(plan.axes, (axe) =>
      `<section><h2>${escape(axe.numero)} ${escape(axe.titre)}</h2>${list(axe.objectifs, (objectif) => `<p>${escape(objectif)}</p>`)}<table>${list(found.filter((fiche) => fiche.axe === axe.id), writeFiche)}</table></section>`),
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
export async function updateStatut(pool: Pool, secret: string, slug: string, q: string, today: DateCivile, { fiche, version, statut }: WriteStatut): Promise<string> {
  await withConvention(pool, { secret, operation: 'fiche.ecrire', slug, fiche }, async ({ read, convention }) => {
    const changed = await read(Prisma.sql`UPDATE fiche_action SET statut = ${statut}::statut_fiche, maj_le = now(), version = version + 1
      WHERE id = ${fiche} AND convention_id = ${convention.id} AND version = ${version} RETURNING id`)
    if (changed.length !== 1) throw new Refused('CONFLIT')
  })
  return showPlan(pool, secret, slug, q, today)
}
