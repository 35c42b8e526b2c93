import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { listDroits } from '@/lib/platform/identite/acces'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { sqlFiltres, sqlOrdre, sqlSuivi, sqlVivantes } from './sql/registre'
import { sqlColonnes, sqlDepuis, toVueDecision, type LigneDecision } from './sql/decision'
import { filtresDecisionsSchema, type FiltresDecisions } from './schema/filtres'
import { SUIVIS_DECISION, type SuiviDecision } from './words'
import type { VueDecision } from '@/lib/competences/types'

/** A decision with the meeting it was recorded in. */
export interface DecisionRegistre extends VueDecision {
  point: string
  reunion: { ref: string; instance: string; date: DateCivile; dateTexte: string; annulee: boolean; aVenir: boolean }
}

export interface VueDecisions {
  convention: { slug: string; nom: string }
  today: DateCivile
  filtres: FiltresDecisions
  peutEcrire: boolean
  coordination: boolean
  /** Decisions of the convention, all filters apart. */
  total: number
  /** By where they stand, under the other filters. */
  comptes: Record<SuiviDecision, number> & { toutes: number }
  instances: { ref: string; nom: string }[]
  responsables: string[]
  annees: number[]
  /** Proposals that wait for the instance that decides: shown first, when no filter hides them. */
  aTrancher: DecisionRegistre[]
  decisions: DecisionRegistre[]
  pages: number
}

/** Decisions on one page: a screen and a half. */
const PAR_PAGE = 20
/** Proposals shown before the register; the rest is behind their filter. */
const A_TRANCHER_CITEES = 6

interface LigneRegistre extends LigneDecision {
  point: string
  reunion: { ref: string; instance: string; date: DateCivile; annulee: boolean }
}

interface Comptes {
  total: number
  comptes: VueDecisions['comptes']
  instances: { ref: string; nom: string }[]
  responsables: string[]
  annees: number[]
}

async function readComptes(tx: Tx, convention: number, filtres: FiltresDecisions, today: DateCivile): Promise<Comptes> {
  const comptes = Prisma.join(
    SUIVIS_DECISION.map(
      (suivi) => Prisma.sql`${suivi}::text, count(*) FILTER (WHERE ${sqlSuivi(suivi, convention, today)})`,
    ),
  )
  const [lus] = await tx.$queryRaw<Comptes[]>`
    WITH toutes AS MATERIALIZED (SELECT d.responsable, i.ref, i.nom, i.ordre, extract(year FROM m.date)::int AS annee ${sqlDepuis(convention)} AND ${sqlVivantes})
    SELECT (SELECT count(*)::int FROM toutes) AS total,
      (SELECT jsonb_build_object('toutes', count(*), ${comptes}) ${sqlDepuis(convention)} AND ${sqlFiltres(filtres)}) AS comptes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', x.ref, 'nom', x.nom) ORDER BY x.ordre, x.ref), '[]') FROM (SELECT DISTINCT ref, nom, ordre FROM toutes) x) AS instances,
      (SELECT coalesce(jsonb_agg(x.responsable ORDER BY app.plier(x.responsable)), '[]')
        FROM (SELECT DISTINCT responsable FROM toutes WHERE responsable IS NOT NULL LIMIT 200) x) AS responsables,
      (SELECT coalesce(jsonb_agg(x.annee ORDER BY x.annee DESC), '[]') FROM (SELECT DISTINCT annee FROM toutes) x) AS annees`
  if (!lus) throw new Error('register without counts')
  return lus
}

function readPage(
  tx: Tx,
  convention: number,
  ou: Prisma.Sql,
  { ordre, limite, saut }: { ordre: Prisma.Sql; limite: number; saut: number },
): Promise<LigneRegistre[]> {
  return tx.$queryRaw<LigneRegistre[]>`
    SELECT ${sqlColonnes(convention)}, p.titre AS point,
      jsonb_build_object('ref', m.ref, 'instance', i.nom, 'date', m.date, 'annulee', m.etat = 'ANNULEE') AS reunion
    ${sqlDepuis(convention)} AND ${ou} ORDER BY ${ordre} LIMIT ${limite} OFFSET ${saut}`
}

/** The register of decisions of a convention: what waits for an instance, then every decision, a page at a time. */
export const getDecisions = defineQuery({
  nom: 'getDecisions',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: filtresDecisionsSchema,
  run: async ({ tx, convention, today }, { convention: slug, ...filtres }): Promise<VueDecisions> => {
    const { id, nom } = convention
    const lus = await readComptes(tx, id, filtres, today)
    const { etat } = filtres
    const pages = Math.max(1, Math.ceil((etat === undefined ? lus.comptes.toutes : lus.comptes[etat]) / PAR_PAGE))
    const page = Math.min(filtres.page, pages)
    const ou =
      etat === undefined ? sqlFiltres(filtres) : Prisma.sql`${sqlFiltres(filtres)} AND ${sqlSuivi(etat, id, today)}`
    const lignes = await readPage(tx, id, ou, { ordre: sqlOrdre(etat), limite: PAR_PAGE, saut: (page - 1) * PAR_PAGE })
    const aTrancher =
      etat !== undefined || page > 1 || lus.comptes['a-trancher'] === 0
        ? []
        : await readPage(tx, id, Prisma.sql`${sqlFiltres(filtres)} AND ${sqlSuivi('a-trancher', id, today)}`, {
            ordre: Prisma.sql`m.date, d.id`,
            limite: A_TRANCHER_CITEES,
            saut: 0,
          })
    const toRegistre = ({ point, reunion, ...ligne }: LigneRegistre): DecisionRegistre => ({
      ...toVueDecision(ligne, slug, today),
      point,
      reunion: { ...reunion, dateTexte: formatDateCourte(reunion.date), aVenir: reunion.date > today },
    })
    const droits = listDroits(convention)
    return {
      convention: { slug, nom },
      today,
      filtres: { ...filtres, page },
      peutEcrire: droits.includes('decision.ecrire'),
      coordination: droits.includes('veille.lire'),
      total: lus.total,
      comptes: lus.comptes,
      instances: lus.instances,
      responsables: lus.responsables,
      annees: lus.annees,
      aTrancher: aTrancher.map(toRegistre),
      decisions: lignes.map(toRegistre),
      pages,
    }
  },
})
