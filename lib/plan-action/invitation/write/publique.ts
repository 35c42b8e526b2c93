import 'server-only'
import { createHmac } from 'node:crypto'
import { headers } from 'next/headers'
import { getClient } from '@/lib/platform/db'
import { readEnv } from '@/lib/platform/env'
import { hashSecret } from '@/lib/platform/identite/secret'
import type { ContenuContribution } from '../schema'
import type { FicheOuverte } from '../types'

/** What a link by invitation opens, for somebody who is not signed in. The secret is nowhere kept: its hash asks. */

const FENETRE_MS = 15 * 60_000
/** Links that open nothing, from one network address, in the window; and proposals sent by one link. */
const ESSAIS_RESEAU = 50
const ENVOIS_LIEN = 20

/** Address the request came from, as far as a reverse proxy says it; a key for throttling only. */
async function readReseau(): Promise<string> {
  return (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'local'
}

const computeCle = (genre: string, valeur: string): string =>
  createHmac('sha256', readEnv().NEXTAUTH_SECRET).update(`${genre}:${valeur}`).digest('hex')

async function isBloque(cle: string, essais: number): Promise<boolean> {
  const [ligne] = await getClient().$queryRaw<
    { n: number }[]
  >`SELECT app.compter_tentatives(${[cle]}, ${new Date(Date.now() - FENETRE_MS)}) AS n`
  return (ligne?.n ?? 0) >= essais
}

const recordTentative = (cle: string): Promise<number> => getClient().$executeRaw`SELECT app.noter_tentative(${[cle]})`

/**
 * The fiche that a link opens; null when it is unknown, expired or revoked, or when too many such links came from the
 * same place: nobody is told which.
 * @param reseau where the request comes from, when there is no request to ask
 */
export async function readFicheOuverte(jeton: string, reseau?: string): Promise<FicheOuverte | null> {
  const cle = computeCle('contribution-reseau', reseau ?? (await readReseau()))
  if (await isBloque(cle, ESSAIS_RESEAU)) return null
  const [ligne] = await getClient().$queryRaw<
    { vue: FicheOuverte | null }[]
  >`SELECT app.lire_contribution(${hashSecret(jeton)}) AS vue`
  if (ligne?.vue) return ligne.vue
  await recordTentative(cle)
  return null
}

export type Depot = 'RECUE' | 'TROP' | 'ETAPE' | 'FERMEE'

/** Deposits a proposal; what somebody sends again because the answer was lost is received once. */
export async function depositContribution(
  jeton: string,
  message: string | null,
  contenu: ContenuContribution,
  reseau?: string,
): Promise<Depot> {
  const [cleReseau, cleLien] = [
    computeCle('contribution-reseau', reseau ?? (await readReseau())),
    computeCle('contribution-lien', jeton),
  ]
  if (await isBloque(cleReseau, ESSAIS_RESEAU)) return 'FERMEE'
  if (await isBloque(cleLien, ENVOIS_LIEN)) return 'TROP'
  const [ligne] = await getClient().$queryRaw<
    { depot: Depot | null }[]
  >`SELECT app.deposer_contribution(${hashSecret(jeton)}, ${message}, ${JSON.stringify(contenu)}::jsonb) AS depot`
  const depot = ligne?.depot ?? 'FERMEE'
  await recordTentative(depot === 'FERMEE' ? cleReseau : cleLien)
  return depot
}
