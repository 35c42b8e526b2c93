import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { createSafeActionClient } from 'next-safe-action'
import { z } from 'zod'
import fr from 'zod/v4/locales/fr.js'
import {
  judgeOuverture,
  readOuverture,
  type Acteur,
  type ConventionOuverte,
  type Demande,
} from '@/lib/platform/identite/acces'
import type { DateCivile } from './dates'
import { runTransaction, type Tx } from './db'
import { readEchecBase } from './serveur/echec-base'
import { echecDeja, openReponse, readEnvoi, recordReponse, type Envoi, type EnvoiLu, type EnvoiRecu } from './envoi'
import { logInattendu } from './log'
import { cleanSaisie } from './nettoyage'
import type { Operation } from '@/lib/platform/identite/politique'
import { declare, type Portee } from './query'
import { echecs, succeed, type Echec, type ErreurChamp, type Resultat } from './resultat'
import { isArrierePlan, readSession, readToday } from '@/lib/platform/identite/session'

z.config(fr())

export interface ContexteEcriture<P extends Portee> {
  tx: Tx
  acteur: Acteur
  convention: P extends 'CONVENTION' ? ConventionOuverte : null
  today: DateCivile
}

/** Carries an answer out of the transaction, which it rolls back: an expected failure, or what was answered before. */
class ReponseSignal extends Error {
  constructor(readonly reponse: Resultat<unknown, unknown>) {
    super(reponse.ok ? 'RECU' : reponse.tag)
  }
}

/** The key that came beside the input, out of sight of every schema. */
const envoiCourant = new AsyncLocalStorage<unknown>()

/** What was answered to this sending when it wrote. */
function replay(envoi: EnvoiLu, { meme, reponse }: EnvoiRecu): Resultat<unknown> {
  return meme && reponse !== null ? succeed(openReponse(envoi, reponse)) : echecDeja()
}

const client = createSafeActionClient({
  defineMetadataSchema: () => z.object({ nom: z.string() }),
  handleServerError: (erreur, { metadata }): Resultat<unknown, unknown> =>
    erreur instanceof ReponseSignal ? erreur.reponse : readEchec(metadata.nom, erreur),
})

/** Reads what was thrown: a rule that PostgreSQL enforced, a race, or the unexpected. */
function readEchec(nom: string, erreur: unknown): Echec {
  return readEchecBase(erreur) ?? echecs.inattendu(logInattendu(nom, erreur))
}

/** Flattens the library’s nested errors into fields with their path. */
function listErreurs(erreurs: unknown, chemin: string[] = []): ErreurChamp[] {
  if (typeof erreurs !== 'object' || erreurs === null) return []
  return Object.entries(erreurs).flatMap(([cle, valeur]: [string, unknown]) =>
    cle === '_errors' && Array.isArray(valeur)
      ? valeur.map((message) => ({ champ: chemin.join('.'), message: String(message) }))
      : listErreurs(valeur, [...chemin, cle]),
  )
}

/**
 * Runs the rest of the chain in a transaction, undone unless it succeeded: the library reports
 * failures as values, and only a throw rolls back.
 */
async function runOrRollBack<R extends { success: boolean }>(suite: (tx: Tx) => Promise<R>): Promise<R> {
  const defaite = { resultat: undefined as R | undefined }
  try {
    return await runTransaction(async (tx) => {
      const resultat = await suite(tx)
      if (resultat.success) return resultat
      defaite.resultat = resultat
      throw defaite
    })
  } catch (erreur) {
    if (erreur === defaite && defaite.resultat) return defaite.resultat
    throw erreur
  }
}

/** Slug in an input that nobody has checked yet. */
function readSlug(input: unknown): string {
  const slug = typeof input === 'object' && input !== null && 'convention' in input ? input.convention : null
  return typeof slug === 'string' ? slug.slice(0, 100) : ''
}

function readFiche(input: unknown): number | null {
  const fiche = typeof input === 'object' && input !== null && 'fiche' in input ? input.fiche : null
  return typeof fiche === 'number' ? fiche : null
}

/**
 * The one way to write. An author declares the operation (hence the permission), the strict input
 * and the effect; everything else cannot be left out: texts are cleaned, then, in one transaction, the session is checked,
 * the convention found among those this person reaches, the role checked against the policy, the
 * input parsed, the effect run. An effect that answers a failure, or throws, writes nothing.
 * The journal is kept by PostgreSQL on every row changed, under the operation’s name.
 * A sending that carries a key writes once: sent again, it gets the first answer (record 39).
 *
 * @param brut fields of the input that are kept as typed (record 0042)
 * @param revalidate addresses to refresh in the browser once the transaction is committed
 */
export function defineAction<P extends Portee, S extends z.ZodType, T, Actuel = never>(definition: {
  nom: string
  operation: Operation
  portee: P
  input: S
  brut?: readonly (keyof z.input<S> & string)[]
  effet: (contexte: ContexteEcriture<P>, input: z.output<S>) => Promise<Resultat<T, Actuel>>
  revalidate?: (contexte: { convention: string | null }) => string[]
}): (input: z.input<S>, envoi?: Envoi) => Promise<Resultat<T, Actuel>> {
  const { nom, operation, portee } = definition
  declare({ nom, genre: 'ECRITURE', operation, portee }, definition.input, definition.brut)

  const action = client
    .metadata({ nom })
    .use(async ({ next, clientInput }) => {
      const session = await readSession()
      if (session === null) throw new ReponseSignal(echecs.nonConnecte())
      const envoi = await readEnvoi(nom, envoiCourant.getStore(), clientInput)
      const demande: Demande = {
        session,
        operation,
        slug: portee === 'CONVENTION' ? readSlug(clientInput) : null,
        fiche: readFiche(clientInput),
      }
      return runOrRollBack(async (tx) => {
        const vue = await readOuverture(tx, demande, envoi)
        // Its own answer, given again to who got it: even when the write took away the right to do it twice.
        if (envoi && vue?.recu) throw new ReponseSignal(replay(envoi, vue.recu))
        const ouverture = judgeOuverture(vue, demande)
        if (!ouverture.ok) throw new ReponseSignal(ouverture)
        const contexte = {
          tx,
          acteur: ouverture.acces.acteur,
          convention: ouverture.acces.convention,
          today: readToday(),
        } as ContexteEcriture<P>
        // A function keeps the context out of the library’s deep merge.
        return next({ ctx: { readContexte: () => contexte, readEnvoi: () => envoi } })
      })
    })
    .inputSchema(definition.input)
    .action(async ({ parsedInput, ctx }) => {
      const resultat = await definition.effet(ctx.readContexte(), parsedInput as z.output<S>)
      if (!resultat.ok) throw new ReponseSignal(resultat)
      const envoi = ctx.readEnvoi()
      if (envoi) await recordReponse(ctx.readContexte().tx, envoi, resultat.data)
      return { valeur: resultat.data }
    })

  return async (input, envoi) => {
    const propre = cleanSaisie(input, definition.brut)
    if (!propre.ok) return echecs.invalide(propre.champs)
    const fin = (await envoiCourant.run(envoi, () => action(propre.valeur as never))) as {
      data?: { valeur: T }
      serverError?: Resultat<T, Actuel>
      validationErrors?: unknown
    }
    if (fin.validationErrors !== undefined) return echecs.invalide(listErreurs(fin.validationErrors))
    const resultat = fin.data ? succeed(fin.data.valeur) : fin.serverError
    if (!resultat) return echecs.inattendu(logInattendu(nom, new Error('action without result')))
    if (resultat.ok)
      await refresh(definition.revalidate?.({ convention: portee === 'CONVENTION' ? readSlug(input) : null }) ?? [])
    return resultat
  }
}

async function refresh(chemins: string[]): Promise<void> {
  if (isArrierePlan() || chemins.length === 0) return
  const { revalidatePath } = await import('next/cache')
  for (const chemin of chemins) revalidatePath(chemin, 'layout')
}
