import 'server-only'
import type { ConventionOuverte } from '@/lib/platform/identite/acces'
import { formatDate, type DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import { lockInstance, type Verrou } from './verrou'
import { checkReunion, computeRegleApplicable } from '@/lib/gouvernance/frequence/rules/evaluation'
import type { OperationReunion, ReunionVisee } from '@/lib/gouvernance/frequence/rules/evaluation'
import { sameGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import type { ReunionRegle } from '@/lib/gouvernance/frequence/types'
import type { ReunionActuelle } from '@/lib/gouvernance/instances/types/ecran'

/** What the writes on a meeting share: opening it, judging it, keeping a dérogation. */

export interface ContexteReunion {
  tx: Tx
  convention: ConventionOuverte
  today: DateCivile
}

export interface ReunionOuverte extends Verrou {
  ok: true
  actuelle: ReunionActuelle
}

/** Locks a meeting’s instance and compares versions: an older one has been overtaken by somebody’s save. */
export async function openReunion(
  { tx, convention }: ContexteReunion,
  input: { reunion: number; version: number },
): Promise<ReunionOuverte | Echec<ReunionActuelle>> {
  const verrou = await lockInstance(tx, convention.id, { instance: null, reunion: input.reunion })
  if (!verrou?.actuelle) return echecs.introuvable()
  if (verrou.actuelle.version !== input.version) return echecs.conflit(verrou.actuelle)
  return { ok: true, ...verrou, actuelle: verrou.actuelle }
}

/** The message that refuses a second meeting of the same instance (and group) on the same day; null when there is none. */
function findDoublon(
  visee: Pick<ReunionRegle, 'id' | 'date' | 'groupe'>,
  reunions: readonly ReunionRegle[],
): string | null {
  const autre = reunions.find(
    ({ id, date, groupe, etat }) =>
      id !== visee.id && date === visee.date && sameGroupe(groupe, visee.groupe) && etat !== 'ANNULEE',
  )
  if (!autre) return null
  const deja = autre.etat === 'TENUE' ? 'tenue' : 'prévue'
  return `Une réunion de cette instance est déjà ${deja} ce jour-là (${formatDate(autre.date)}) : choisissez une autre date, ou complétez la réunion existante.`
}

export type Jugement =
  | { ok: true; avertissements: string[]; ecartee: { regle: string; motif: string } | null }
  | Extract<Echec, { tag: 'REGLE' }>

const refuse = (code: string, message: string, derogationPossible = false) =>
  echecs.regle(code, message, derogationPossible) as Extract<Echec, { tag: 'REGLE' }>

/**
 * Applies the rule in force on the meeting’s day to fresh meetings, under the lock.
 * @param visee the meeting as it would be written; its state is the one before the change
 * @param derogation the reason to set the rule aside, when one is given
 * @returns the rule that was set aside, to be kept with the meeting; or the refusal with its remedy
 */
export function judgeReunion(
  { convention, today }: Pick<ContexteReunion, 'convention' | 'today'>,
  { regles, reunions }: Pick<Verrou, 'regles' | 'reunions'>,
  {
    operation,
    visee,
    derogation,
  }: { operation: OperationReunion; visee: ReunionVisee; derogation: { motif: string } | null },
): Jugement {
  // Two meetings of one day, brought in by an import, may each be held where they are.
  const surPlace = operation === 'TENIR' && reunions.some(({ id, date }) => id === visee.id && date === visee.date)
  const doublon = operation === 'ANNULER' || visee.figee || surPlace ? null : findDoublon(visee, reunions)
  if (doublon !== null) return refuse('DEJA_PREVUE_CE_JOUR', doublon)
  const verdict = checkReunion({
    operation,
    reunion: visee,
    reunions,
    today,
    regles,
    regle: computeRegleApplicable(regles, visee.date),
    convention: { debut: convention.debut, fin: convention.fin },
  })
  if (verdict.ok) return { ok: true, avertissements: verdict.avertissements, ecartee: null }
  if (!verdict.derogationPossible || derogation === null)
    return refuse(verdict.code, verdict.message, verdict.derogationPossible)
  return { ok: true, avertissements: [], ecartee: { regle: verdict.code, motif: derogation.motif } }
}

/** The meeting at hand as the rule sees it, with what the change makes of it. */
export function toVisee({ actuelle, reunions }: ReunionOuverte, change: Partial<ReunionVisee> = {}): ReunionVisee {
  const { id, date, etat, groupe, figee } = actuelle
  return {
    id,
    date,
    etat,
    groupe,
    figee,
    derogation: reunions.find((reunion) => reunion.id === id)?.derogation ?? false,
    ...change,
  }
}

/** Gives the journal the reason of what this transaction is about to write. */
export async function noteMotif(tx: Tx, motif: string | null | undefined): Promise<void> {
  if (motif) await tx.$queryRaw`SELECT set_config('app.motif', ${motif}, true)`
}

/** Keeps a dérogation with its meeting. */
export async function insertDerogation(
  { tx, convention }: ContexteReunion,
  reunion: number,
  ecartee: { regle: string; motif: string } | null,
): Promise<void> {
  if (ecartee === null) return
  await tx.$executeRaw`
    INSERT INTO derogation (convention_id, reunion_id, regle, motif) VALUES (${convention.id}, ${reunion}, ${ecartee.regle}, ${ecartee.motif})`
}

/** Removes the dérogations a new date or a new start has made pointless; the journal keeps them. */
export async function removeDerogations({ tx, convention }: ContexteReunion, reunion: number): Promise<void> {
  await tx.$executeRaw`DELETE FROM derogation WHERE convention_id = ${convention.id} AND reunion_id = ${reunion}`
}

/**
 * A ref that no meeting of the convention bears: the instance’s and the day, numbered when taken.
 * The dossier names meetings by it.
 */
export async function computeRefReunion(
  { tx, convention }: ContexteReunion,
  instance: Verrou['instance'],
  date: DateCivile,
): Promise<string> {
  const debut =
    instance.ref.length > 64 ? `${instance.ref.slice(0, 52).replace(/-$/, '')}-${instance.id}` : instance.ref
  const racine = `${debut}-${date}`
  const prises = await tx.$queryRaw<{ ref: string }[]>`
    SELECT ref FROM reunion WHERE convention_id = ${convention.id} AND starts_with(ref, ${racine})`
  const refs = new Set(prises.map(({ ref }) => ref))
  let ref = racine
  for (let rang = 2; refs.has(ref); rang += 1) ref = `${racine}-${rang}`
  return ref
}
