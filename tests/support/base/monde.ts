import pg from 'pg'
import { checkIdentifiants, openSession } from '@/lib/platform/identite/connexion'
import { addDays, type DateCivile } from '@/lib/platform/dates'
import type { Resultat } from '@/lib/platform/resultat'
import { readToday, runAs } from '@/lib/platform/identite/session'

/** What the chapters of a lived-in base share: who acts, what day it is, and how to look at what was written. */
export interface Monde {
  owner: pg.Client
  today: DateCivile
  /** a day so many days after today; before it when negative */
  jour: (ecart: number) => DateCivile
  /** Does something as the holder of a session; what is refused stops the whole. */
  as: <T>(session: string, geste: () => Promise<Resultat<T, unknown>>) => Promise<T>
  /** One value of the first row, as the owner of the database reads it. */
  find: <T>(sql: string, valeurs?: unknown[]) => Promise<T>
  gens: Gens
}

/** Sessions of the demonstration accounts. */
interface Gens {
  administration: string
  conseillere: string
  coordination: string
  elue: string
  pilote: string
}

interface Compte {
  email: string
  motDePasse: string
}

/** @throws when the product says no: a life that was not lived is not a fixture */
function unwrap<T>(resultat: Resultat<T, unknown>): T {
  if (resultat.ok) return resultat.data
  throw new Error(`${resultat.tag} ${resultat.message} ${JSON.stringify('champs' in resultat ? resultat.champs : '')}`)
}

async function signIn(comptes: readonly Compte[], qui: keyof Gens): Promise<string> {
  const compte = comptes.find(({ email }) => email.startsWith(`${qui}@`))
  if (!compte) throw new Error(`no demonstration account ${qui}`)
  const id = await checkIdentifiants({ ...compte, reseau: '192.0.2.1' })
  if (id === null) throw new Error(`${qui} cannot sign in`)
  return openSession(id, 'Base vécue')
}

/**
 * Opens the world of a lived-in base on a database that was just loaded.
 * @param ownerUrl address of the database as its owner; the product connects with its own environment
 * @param comptes demonstration accounts with their passwords
 */
export async function openMonde(ownerUrl: string, comptes: readonly Compte[]): Promise<Monde> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const today = readToday()
  const gens = {
    administration: await signIn(comptes, 'administration'),
    conseillere: await signIn(comptes, 'conseillere'),
    coordination: await signIn(comptes, 'coordination'),
    elue: await signIn(comptes, 'elue'),
    pilote: await signIn(comptes, 'pilote'),
  }
  return {
    owner,
    today,
    gens,
    jour: (ecart) => addDays(today, ecart),
    as: async (session, geste) => unwrap(await runAs(session, geste, { today })),
    find: async <T>(sql: string, valeurs: unknown[] = []) => {
      const [ligne] = (await owner.query<{ v: T }>(sql, valeurs)).rows
      if (!ligne) throw new Error(`nothing: ${sql} ${JSON.stringify(valeurs)}`)
      return ligne.v
    },
  }
}
