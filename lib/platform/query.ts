import 'server-only'
import type { z } from 'zod'
import { judgeOuverture, type Acteur, type ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from './dates'
import type { Tx } from './db'
import { runLecture } from './serveur/lecture'
import { readEchecBase } from './serveur/echec-base'
import { logInattendu } from './log'
import { cleanSaisie } from './nettoyage'
import { isOperation, type Operation } from '@/lib/platform/identite/politique'
import { echecs, succeed, type Echec, type Resultat } from './resultat'
import { readSession, readToday } from '@/lib/platform/identite/session'
import { isStrict } from './strict'

/** Scope of a read or of a write: one convention named by its slug, or everything one may reach. */
export type Portee = 'CONVENTION' | 'GENERALE'

export interface ContexteLecture<P extends Portee> {
  tx: Tx
  acteur: Acteur
  convention: P extends 'CONVENTION' ? ConventionOuverte : null
  today: DateCivile
}

export interface Declaration {
  nom: string
  genre: 'LECTURE' | 'ECRITURE'
  operation: Operation
  portee: Portee
}

/** Every query and action of the product, by name: what the access test walks through. */
export const declarations = new Map<string, Declaration>()

/** Fields that may never be cleaned: a secret is what was typed, sign for sign. */
const SECRETS = ['motDePasse', 'confirmation', 'jeton']

/**
 * @param brut fields of the input that are kept as typed
 * @throws at start when a declaration is incomplete, or its name already taken by another
 */
export function declare(declaration: Declaration, input: z.ZodType, brut: readonly string[] = []): void {
  const { nom, operation } = declaration
  if (!isOperation(operation)) throw new Error(`${nom}: unknown operation ${String(operation)}`)
  if (!isStrict(input)) throw new Error(`${nom}: its input must be a strict object`)
  const nettoye = SECRETS.find((champ) => champ in input.shape && !brut.includes(champ))
  if (nettoye) throw new Error(`${nom}: ${nettoye} is a secret: declare it in \`brut\``)
  const deja = declarations.get(nom)
  // A module may be evaluated more than once (development, several bundles): the same declaration is no clash.
  if (deja && (deja.genre !== declaration.genre || deja.operation !== operation))
    throw new Error(`${nom}: declared twice`)
  declarations.set(nom, declaration)
}

type InputConvention = z.ZodType<{ convention: string }>

/**
 * The one way to read. Texts are cleaned, session, permission and strict input checked here, then `run` reads in
 * a transaction that carries who asks; all that one page reads shares it (./serveur/lecture). Gives a tagged result;
 * never throws for what is expected.
 *
 * @param brut fields of the input that are kept as typed (record 0042)
 */
export function defineQuery<
  P extends Portee,
  S extends P extends 'CONVENTION' ? InputConvention : z.ZodType,
  T,
>(definition: {
  nom: string
  operation: Operation
  portee: P
  input: S
  brut?: readonly (keyof z.input<S> & string)[]
  run: (contexte: ContexteLecture<P>, input: z.output<S>) => Promise<T | Echec>
}): (input: z.input<S>) => Promise<Resultat<T>> {
  const { nom, operation, portee } = definition
  declare({ nom, genre: 'LECTURE', operation, portee }, definition.input, definition.brut)
  return async (input) => {
    const propre = cleanSaisie(input, definition.brut)
    if (!propre.ok) return echecs.invalide(propre.champs)
    try {
      const session = await readSession()
      if (session === null) return echecs.nonConnecte()
      // A malformed address is no address: it names nothing that exists.
      const lu = definition.input.safeParse(propre.valeur)
      if (!lu.success) return echecs.introuvable()
      const slug = portee === 'CONVENTION' ? (lu.data as { convention: string }).convention : null
      const demande = { session, operation, slug }
      return await runLecture(demande, async (tx, ouverture): Promise<Resultat<T>> => {
        const jugement = judgeOuverture(ouverture, demande)
        if (!jugement.ok) return jugement
        const contexte = {
          tx,
          acteur: jugement.acces.acteur,
          convention: jugement.acces.convention,
          today: readToday(),
        } as ContexteLecture<P>
        const vue = await definition.run(contexte, lu.data as z.output<S>)
        return isEchec(vue) ? vue : succeed(vue)
      })
    } catch (erreur) {
      if (isSignalNext(erreur)) throw erreur
      return readEchecBase(erreur) ?? echecs.inattendu(logInattendu(nom, erreur))
    }
  }
}

function isEchec(valeur: unknown): valeur is Echec {
  return typeof valeur === 'object' && valeur !== null && 'ok' in valeur && valeur.ok === false && 'tag' in valeur
}

/** Next signals « this page is dynamic » by throwing: that is not ours to catch. */
function isSignalNext(erreur: unknown): boolean {
  return typeof erreur === 'object' && erreur !== null && 'digest' in erreur
}
