import type { Pool } from 'pg'
import { computeAvancementPlan } from '@/lib/pilotage/situation/rules/avancement'
import { computeEtpCopil } from '@/lib/pilotage/situation/rules/etp'
import { sqlSchemaEnVue } from '@/lib/cooperation/schemas/sql'
import type { SchemaEnVue } from '@/lib/cooperation/schemas/types/en-vue'
import { evaluateInstances, sqlInstances } from '@/lib/gouvernance/frequence/sql'
import type { InstanceLue, InstanceSuivie } from '@/lib/gouvernance/frequence/types'
import { computeAlerte } from '@/lib/pilotage/navigation/rules/alerte'
import {
  computeChiffreActions,
  computeChiffreEtp,
  computeChiffreIndicateurs,
  computeChiffreInstances,
  type Chiffre,
} from '@/lib/pilotage/situation/rules/chiffres'
import { listEcheances } from '@/lib/pilotage/situation/rules/echeances'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { formatPhase } from '@/lib/convention/phase/rules/suivi'
import {
  sqlConvention,
  sqlDecisions,
  sqlEcheances,
  sqlIndicateurs,
  sqlManques,
  sqlPlan,
  sqlPrevues,
} from '@/lib/pilotage/situation/sql'
import type {
  ConventionLue,
  DecisionLue,
  EcheancesLues,
  IndicateursLus,
  ManquesLus,
  PlanLu,
  ReunionPrevue,
} from '@/lib/pilotage/situation/types/faits'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { withConvention, type OpenConvention } from './access'
import { escape, list, page } from './html'

interface Row {
  convention: ConventionLue
  instances: InstanceLue[]
  plan: PlanLu
  indicateurs: IndicateursLus
  schema: SchemaEnVue
  decisions: DecisionLue[]
  manques: ManquesLus
  echeances: EcheancesLues
  prevues: ReunionPrevue[]
  conventions: number
}

const writeFigure = ({ valeur, mention }: Chiffre) =>
  `<div><b>${escape(valeur)}</b> <i>${escape(mention.texte)}</i></div>`

const writeInstance = ({ nom, regle, phrase, etat, reunions }: InstanceSuivie) =>
  `<tr><th>${escape(nom)}</th><td>${escape(regle)}</td><td>${escape(etat)}</td><td>${escape(phrase)}</td><td>${list(reunions, (reunion) => `<i class="${reunion.etat}">${reunion.date}</i>`)}</td></tr>`

async function writeDashboard({ read, acces, convention }: OpenConvention, today: DateCivile): Promise<string> {
  const dates = { debut: convention.debut, fin: convention.fin }
  const { id } = convention
  const [row] = await read<Row>(Prisma.sql`
    SELECT ${sqlConvention(id)} AS convention, ${sqlInstances(id)} AS instances, ${sqlPlan(id)} AS plan, ${sqlIndicateurs(id, computeAnneeVue(dates, today))} AS indicateurs,
      ${sqlSchemaEnVue(id, today)} AS schema, ${sqlDecisions(id)} AS decisions, ${sqlManques(id)} AS manques, ${sqlEcheances(id)} AS echeances, ${sqlPrevues(id, today)} AS prevues,
      (SELECT count(*)::int FROM app.conventions_lisibles()) AS conventions`)
  if (!row) throw new Error('no row')
  const instances = evaluateInstances(row.instances, dates, today)
  const etp = computeEtpCopil(row.schema, today)
  const plan = computeAvancementPlan(row.plan, today)
  const figures = [
    computeChiffreInstances(instances, true, dates, today),
    computeChiffreActions(plan.progression, dates, today),
    computeChiffreIndicateurs(row.indicateurs),
    computeChiffreEtp(etp),
  ]
  const coming = listEcheances({
    ...row.echeances,
    instances,
    prevues: row.prevues,
    schema: row.schema,
    convention: dates,
    renouvellement: row.convention.renouvellement,
    today,
  })
  return page(
    convention.nom,
    `${acces.acteur.nom}, ${row.conventions} conventions`,
    computeAlerte(instances, dates, today)?.texte ?? '',
    `<p>${escape(formatPhase(dates, today))}, ${escape(row.convention.caf)}, ${row.convention.epcis.map(escape).join(', ')}, ${row.convention.communes} communes</p>
     ${list(figures, writeFigure)}<table>${list(instances, writeInstance)}</table>
     <ul>${list(row.decisions, ({ texte, instance, date }) => `<li>${escape(texte)} (${escape(instance)}, ${date})</li>`)}</ul>
     <p>${escape(etp.phrase)}</p><table>${list(etp.lignes, ({ libelle, quotite }) => `<tr><th>${escape(libelle)}</th><td>${quotite}</td></tr>`)}</table>
     <p>${escape(plan.phrase)}</p><table>${list(plan.axes, ({ numero, titre, progression }) => `<tr><th>${escape(numero)} ${escape(titre)}</th><td>${Object.values(progression).join('</td><td>')}</td></tr>`)}</table>
     <ul>${list(coming, (echeance) => `<li>${escape(Object.values(echeance).join(' '))}</li>`)}</ul>
     <ul>${list(row.manques.lacunes, ([sujet, raison]) => `<li>${escape(sujet)}: ${escape(raison)}</li>`)}${list(row.manques.premieres, (raison) => `<li>${escape(raison)}</li>`)}</ul>`,
  )
}

/** The COPIL dashboard of one convention. */
export const showDashboard = (pool: Pool, secret: string, slug: string, today: DateCivile): Promise<string> =>
  withConvention(pool, { secret, operation: 'convention.lire', slug }, (open) => writeDashboard(open, today))
