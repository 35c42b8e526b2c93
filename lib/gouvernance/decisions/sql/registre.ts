import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import { sqlMatiere } from './decision'
import type { FiltresDecisions } from '../schema/filtres'
import type { SuiviDecision } from '../words'

export { sqlMatiere }

/** Parts of the statements about many decisions: `d` a decision, `p` its point, `m` its meeting, `i` its instance. */

/** A proposal made, that no instance which decides has settled; one put off still waits. */
const sqlATrancher = (convention: number, today: DateCivile): Prisma.Sql => Prisma.sql`(
  m.etat <> 'ANNULEE' AND m.date <= ${today}::date AND d.effet IS NOT NULL AND d.appliquee_le IS NULL
  AND app.decision_attendue(d.etat, d.decidee_par_id)
  AND NOT EXISTS (SELECT 1 FROM competence k WHERE k.convention_id = ${convention} AND k.instance_id = m.instance_id
    AND k.pouvoir = 'DECIDE' AND k.matiere = ${sqlMatiere}))`

const sqlPrise = Prisma.sql`app.decision_suivie(d.etat, d.decidee_par_id)`

/** Whether a decision stands there. */
export function sqlSuivi(suivi: SuiviDecision, convention: number, today: DateCivile): Prisma.Sql {
  switch (suivi) {
    case 'a-trancher':
      return sqlATrancher(convention, today)
    case 'attendues':
      return Prisma.sql`(d.etat = 'ATTENDUE')`
    case 'en-retard':
      return Prisma.sql`app.decision_en_retard(d.etat, d.decidee_par_id, d.realisee_le, d.echeance, ${today}::date)`
    case 'a-suivre':
      return Prisma.sql`(${sqlPrise} AND d.realisee_le IS NULL AND (d.echeance IS NOT NULL OR d.responsable IS NOT NULL))`
    case 'realisees':
      return Prisma.sql`(${sqlPrise} AND d.realisee_le IS NOT NULL)`
    case 'prises':
      return Prisma.sql`(d.etat = 'PRISE')`
    case 'reportees':
      return Prisma.sql`(d.etat = 'REPORTEE')`
    case 'refusees':
      return Prisma.sql`(d.etat = 'REFUSEE')`
  }
}

/** What is prepared for a cancelled meeting awaits nothing. */
export const sqlVivantes = Prisma.sql`NOT (m.etat = 'ANNULEE' AND d.etat = 'ATTENDUE')`

/** The filters of the address, but where it stands. */
export function sqlFiltres({ instance, responsable, annee, q }: FiltresDecisions): Prisma.Sql {
  const mots = q?.trim()
  return Prisma.sql`${sqlVivantes}
    ${instance === undefined ? Prisma.empty : Prisma.sql`AND i.ref = ${instance}`}
    ${responsable === undefined ? Prisma.empty : Prisma.sql`AND d.responsable = ${responsable}`}
    ${annee === undefined ? Prisma.empty : Prisma.sql`AND m.date BETWEEN make_date(${annee}::int, 1, 1) AND make_date(${annee}::int, 12, 31)`}
    ${mots ? Prisma.sql`AND app.plier(concat_ws(' ', d.texte, p.titre, d.responsable, d.suivi)) LIKE '%' || app.plier(${mots}) || '%'` : Prisma.empty}`
}

/** What is late or due comes in the order of its due date, the rest from the latest meeting. */
export const sqlOrdre = (suivi: SuiviDecision | undefined): Prisma.Sql =>
  suivi === 'en-retard' || suivi === 'a-suivre'
    ? Prisma.sql`d.echeance NULLS LAST, m.date, d.id`
    : Prisma.sql`m.date DESC, m.id DESC, p.ordre, d.ordre, d.id`
