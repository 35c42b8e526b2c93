import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { cache } from 'react'
import { readOuverture, type Demande } from '@/lib/platform/identite/acces'
import { runTransaction, type Tx } from '@/lib/platform/db'
import { logInattendu } from '@/lib/platform/log'

/** How long a page may draw between two readings before its transaction is closed: a slow reader holds no connection. */
const REPOS_MS = 30

type Ouverture = Awaited<ReturnType<typeof readOuverture>>

interface Ouverte {
  tx: Tx
  session: string | null
  slug: string | null
  ouverture: Ouverture
  /** Ends the transaction: committed, or rolled back when it is given a reason. */
  end: (raison?: unknown) => void
}

/** Opens a transaction that lasts until it is ended. */
function openTransaction(): Promise<Pick<Ouverte, 'tx' | 'end'>> {
  return new Promise((resolve, reject) => {
    let ouverte = false
    let raisonDonnee: unknown
    runTransaction(
      (tx) =>
        new Promise<void>((commit, rollback) => {
          ouverte = true
          const end = (raison?: unknown) => {
            raisonDonnee = raison
            if (raison === undefined) commit()
            else rollback(raison as Error)
          }
          resolve({ tx, end })
        }),
    ).catch((erreur: unknown) => {
      if (!ouverte) reject(erreur as Error)
      // A COMMIT that fails takes nothing away from what was read.
      else if (erreur !== raisonDonnee) logInattendu('lecture', erreur)
    })
  })
}

/**
 * The readings of one page, in turn in one transaction: the frame and the page are opened once, for the same person and the
 * same convention. What each reading may do is judged each time, by its own operation.
 */
class LecturePage {
  #ouverte: Ouverte | null = null
  #file: Promise<unknown> = Promise.resolve()
  #repos: NodeJS.Timeout | undefined
  #attente = 0

  /** @param travail a reading, with what opening told of who asks */
  run<T>(demande: Demande, travail: (tx: Tx, ouverture: Ouverture) => Promise<T>): Promise<T> {
    this.#attente += 1
    clearTimeout(this.#repos)
    const tour = this.#file.then(() => this.#read(demande, travail))
    this.#file = tour.then(
      () => this.#rest(),
      () => this.#rest(),
    )
    return tour
  }

  async #read<T>(demande: Demande, travail: (tx: Tx, ouverture: Ouverture) => Promise<T>): Promise<T> {
    try {
      const { tx, ouverture } = await this.#open(demande)
      return await travail(tx, ouverture)
    } catch (erreur) {
      // PostgreSQL has ended the transaction: the next reading opens its own.
      this.#end(erreur)
      throw erreur
    }
  }

  async #open(demande: Demande): Promise<Ouverte> {
    const { session, slug } = demande
    const deja = this.#ouverte
    if (deja && deja.session === session && deja.slug === slug) return deja
    const { tx, end } = deja ?? (await openTransaction())
    this.#ouverte = { tx, end, session, slug, ouverture: null }
    this.#ouverte.ouverture = await readOuverture(tx, demande)
    return this.#ouverte
  }

  #rest(): void {
    this.#attente -= 1
    if (this.#attente === 0) this.#repos = setTimeout(() => this.#end(), REPOS_MS)
  }

  #end(raison?: unknown): void {
    this.#ouverte?.end(raison)
    this.#ouverte = null
  }
}

const pageCourante = new AsyncLocalStorage<LecturePage>()

/** Runs `travail` as one page: for tests, which draw none. */
export const runPage = <T>(travail: () => Promise<T>): Promise<T> => pageCourante.run(new LecturePage(), travail)

/** The page that React is drawing; outside of one React keeps nothing, and makes another at each call. */
const readPageDessinee = cache(() => new LecturePage())

function readPage(): LecturePage | null {
  const donnee = pageCourante.getStore()
  if (donnee) return donnee
  const page = readPageDessinee()
  return page === readPageDessinee() ? page : null
}

/**
 * Reads in the transaction of the page that is being drawn; in one of its own outside a page (an address that serves a
 * file, a write, background work).
 */
export function runLecture<T>(demande: Demande, travail: (tx: Tx, ouverture: Ouverture) => Promise<T>): Promise<T> {
  return (
    readPage()?.run(demande, travail) ?? runTransaction(async (tx) => travail(tx, await readOuverture(tx, demande)))
  )
}
