import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { logInattendu } from '@/lib/platform/log'
import type { Signal } from '@/lib/pilotage/veille/rules/faits'
import { filterSignaux } from '@/lib/pilotage/veille/rules/signaux'
import { checkSeulRole, countAttente, toResume, type ResumeSituation } from '../rules/resume'
import { computeSituation } from '../rules/situation'
import type { Audience, Situation } from '@/lib/pilotage/situation/types/situation'
import { readFaitsSituation, type ConventionVue } from './faits'

/** Those whose work a count in the menu is about. */
const COORDINATION = ['CONSEILLER_CAF', 'CHARGE_COOPERATION']

/**
 * The situation of a convention today: the row that is kept, or, where something has changed since or the day has, worked
 * out anew and kept for the next reader (record 0053). One SQL statement when it is fresh, five otherwise.
 */
export async function readSituation(tx: Tx, convention: ConventionVue, today: DateCivile): Promise<Situation> {
  const [gardee] = await tx.$queryRaw<{ contenu: string | null }[]>`
    SELECT app.lire_situation(${convention.id}, ${today}::date) AS contenu`
  if (gardee?.contenu) return JSON.parse(gardee.contenu) as Situation
  const [prise] = await tx.$queryRaw<{ prise: boolean; audience: Audience | null }[]>`
    SELECT app.prendre_situation(${convention.id}) AS prise, app.audience_situation(${convention.id})::text AS audience`
  const situation = await computeSituationLe(tx, convention, today)
  // Somebody else is at it: what they keep will do.
  if (prise?.prise && prise.audience) {
    await tx.$executeRaw`
      SELECT app.garder_situation(${convention.id}, ${today}::date, ${JSON.stringify(situation)}, ${JSON.stringify(toResume(situation, prise.audience))},
        ${JSON.stringify(situation.signaux)}, ${countAttente(situation.signaux, prise.audience)})`
  }
  return situation
}

/** The situation of a convention on any day, worked out and not kept. Two SQL statements. */
export const computeSituationLe = async (tx: Tx, convention: ConventionVue, jour: DateCivile): Promise<Situation> =>
  computeSituation(await readFaitsSituation(tx, convention, jour), jour)

/** What lists show of a convention that nobody kept yet. */
async function computeResume(tx: Tx, convention: ConventionVue, today: DateCivile): Promise<ResumeSituation> {
  const situation = await readSituation(tx, convention, today)
  const [lu] = await tx.$queryRaw<{ audience: Audience | null }[]>`
    SELECT app.audience_situation(${convention.id})::text AS audience`
  return toResume(situation, lu?.audience ?? 'TOUS')
}

/**
 * Texts that are kept of many conventions, read by one SQL statement; none for no convention. A stale one is worked out.
 * @param sql gives `id` and `texte` of those that are kept and fresh
 * @returns by id, for each that who asks may read
 */
async function readGardes<T>(
  tx: Tx,
  conventions: readonly ConventionVue[],
  sql: (ids: number[]) => Prisma.Sql,
  compute: (convention: ConventionVue) => Promise<T>,
): Promise<Map<number, T>> {
  if (conventions.length === 0) return new Map()
  const gardes = await tx.$queryRaw<{ id: number; texte: string }[]>(sql(conventions.map(({ id }) => id)))
  const lus = new Map(gardes.map(({ id, texte }) => [id, JSON.parse(texte) as T]))
  for (const convention of conventions) if (!lus.has(convention.id)) lus.set(convention.id, await compute(convention))
  return lus
}

/** What lists show of many conventions, by id. One SQL statement when all are fresh; a stale one is worked out, and kept. */
export const readResumes = (
  tx: Tx,
  conventions: readonly ConventionVue[],
  today: DateCivile,
): Promise<Map<number, ResumeSituation>> =>
  readGardes(
    tx,
    conventions,
    (ids) =>
      Prisma.sql`SELECT r.convention_id AS id, r.resume AS texte FROM app.lire_resumes(${ids}::int[], ${today}::date) r`,
    (convention) => computeResume(tx, convention, today),
  )

/** What waits in many conventions, whoever is to act, by id. One SQL statement when all are fresh. */
export const readSignaux = (
  tx: Tx,
  conventions: readonly ConventionVue[],
  today: DateCivile,
): Promise<Map<number, Signal[]>> =>
  readGardes(
    tx,
    conventions,
    (ids) =>
      Prisma.sql`SELECT r.convention_id AS id, r.signaux AS texte FROM app.lire_signaux(${ids}::int[], ${today}::date) r`,
    async (convention) => (await readSituation(tx, convention, today)).signaux,
  )

/** A fault in working out one convention is logged, and closes no page: null. */
async function tryRead<T>(nom: string, travail: () => Promise<T>): Promise<T | null> {
  try {
    return await travail()
  } catch (erreur) {
    // One of the database has ended the transaction: the next statement says so.
    logInattendu(nom, erreur)
    return null
  }
}

/** What lists show of one convention where it is kept and fresh, null elsewhere: one value of a statement. */
export const sqlResume = (id: number, today: DateCivile): Prisma.Sql =>
  Prisma.sql`(SELECT r.resume FROM app.lire_resumes(ARRAY[${id}]::int[], ${today}::date) r)`

/**
 * What the frame of each page shows of a convention. A fault in working it out is logged, and closes no page: null.
 * @param garde what `sqlResume` gave. No SQL statement when it is fresh.
 */
export async function readResume(
  tx: Tx,
  convention: ConventionVue,
  garde: string | null,
  today: DateCivile,
): Promise<ResumeSituation | null> {
  if (garde !== null) return JSON.parse(garde) as ResumeSituation
  // Kept since by what was counted before it, as a rule: then it is small.
  const lu = await tryRead('readResume', () => readResumes(tx, [convention], today))
  return lu?.get(convention.id) ?? null
}

type Comptee = ConventionVue & { roles: string[]; fiches: number[]; audience: Audience; attente: number | null }

/** What a count of what waits is made of: one value of a statement. */
export interface AttentesLues {
  conventions: Comptee[]
  mentions: number
}

export const sqlAttentes = (today: DateCivile): Prisma.Sql => Prisma.sql`(
  WITH a AS MATERIALIZED (SELECT * FROM app.compter_attentes(${today}::date))
  SELECT jsonb_build_object('conventions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'slug', a.slug, 'nom', a.nom, 'debut', a.debut, 'fin', a.fin,
        'roles', a.roles, 'fiches', a.fiches, 'audience', a.audience, 'attente', a.attente, 'demonstration', c.demonstration)), '[]') FROM a JOIN porte.convention c ON c.id = a.id),
    'mentions', (SELECT count(*)::int FROM porte.mention m WHERE m.convention_id IN (SELECT a.id FROM a) AND m.utilisateur_id = app.utilisateur_id() AND m.lu_le IS NULL)))`

/**
 * How many things wait for who asks, over all their conventions, comments that name them included: as many as « À faire »
 * lists. Null for who neither coordinates a convention nor follows one for its Caf. No SQL statement when all are fresh.
 */
export async function countAttentes(
  tx: Tx,
  { conventions, mentions }: AttentesLues,
  today: DateCivile,
): Promise<number | null> {
  if (!conventions.some(({ roles }) => roles.some((role) => COORDINATION.includes(role)))) return null
  let total = mentions
  for (const { attente, audience, roles, fiches, ...convention } of conventions) {
    if (attente !== null && checkSeulRole(roles, audience)) total += attente
    else {
      const lue = await tryRead('countAttentes', () => readSituation(tx, convention, today))
      total += filterSignaux(lue?.signaux ?? [], roles, fiches).length
    }
  }
  return total
}
