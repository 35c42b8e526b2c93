import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { getClient } from '@/lib/platform/db'
import { logInattendu } from '@/lib/platform/log'

/** Background work, kept by PostgreSQL: deposited once for its key, taken under a lease, tried again when it fails. */

export interface Tache {
  id: number
  cle: string
  charge: unknown
  /** Which try this is, from 1: it tells this taking of the work from any other. */
  essai: number
}

/** What a try comes to: done, or to be tried again later with a reason that names nobody. */
export type Issue = { fait: true } | { fait: false; raison: string }

export interface Cadence {
  /** How long a try may last, in seconds: work whose process died is taken again after that. */
  bail: number
  /** Tries before it is given up. */
  essais: number
}

const CADENCE: Cadence = { bail: 120, essais: 5 }

/** Deposits work for later; false when work of that key was deposited before, done or not. */
export async function createTache(
  genre: string,
  cle: string,
  charge: Record<string, unknown>,
  pasAvant = new Date(),
): Promise<boolean> {
  const [ligne] = await getClient().$queryRaw<
    { depose: boolean }[]
  >`SELECT app.deposer_tache(${genre}, ${cle}, ${JSON.stringify(charge)}::jsonb, ${pasAvant}) AS depose`
  return ligne?.depose ?? false
}

/** The next piece of work of a kind that is due and that nobody holds, or null. */
export async function takeTache(genre: string, { bail, essais }: Cadence = CADENCE): Promise<Tache | null> {
  const [tache] = await getClient().$queryRaw<
    Tache[]
  >`SELECT id, cle, charge, essai FROM app.prendre_tache(${genre}, ${bail}::int, ${essais}::int)`
  return tache ?? null
}

/** Ends a piece of work; false when its lease was lost to another. */
export async function closeTache({ id, essai }: Tache): Promise<boolean> {
  const [ligne] = await getClient().$queryRaw<{ fini: boolean }[]>`SELECT app.finir_tache(${id}, ${essai}) AS fini`
  return ligne?.fini ?? false
}

/**
 * Fails a try.
 * @returns A_FAIRE when it will be tried again, ECHOUEE when this was the last try, null when the lease was lost
 */
export async function failTache(
  { id, essai }: Tache,
  raison: string,
  { essais }: Cadence = CADENCE,
): Promise<'A_FAIRE' | 'ECHOUEE' | null> {
  const [ligne] = await getClient().$queryRaw<
    { etat: 'A_FAIRE' | 'ECHOUEE' | null }[]
  >`SELECT app.rater_tache(${id}, ${essai}, ${raison}, ${essais}::int) AS etat`
  return ligne?.etat ?? null
}

/** Forgets what was done long ago. */
export async function forgetTaches(): Promise<void> {
  await getClient().$executeRaw`SELECT app.oublier_taches()`
}

/**
 * Does the work of a kind until none is due, or until it is told to stop; the piece under way is ended first.
 * What is thrown is a failed try: logged, and tried again later.
 * @param faire does one piece
 * @param options `dernier`: called when the last try of a piece failed
 * @returns how many pieces were taken
 */
export async function runTaches(
  genre: string,
  faire: (tache: Tache) => Promise<Issue>,
  options: { cadence?: Cadence; signal?: AbortSignal; dernier?: (tache: Tache) => Promise<void> } = {},
): Promise<number> {
  const { cadence = CADENCE, signal, dernier } = options
  for (let faites = 0; ; faites += 1) {
    const tache = signal?.aborted ? null : await takeTache(genre, cadence)
    if (tache === null) return faites
    const issue = await faire(tache).catch(
      (erreur: unknown): Issue => ({ fait: false, raison: `Incident ${logInattendu(genre, erreur)}` }),
    )
    if (issue.fait) await closeTache(tache)
    else if ((await failTache(tache, issue.raison, cadence)) === 'ECHOUEE') await dernier?.(tache)
  }
}

/** Waits, unless it is told to stop. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)
