import 'server-only'
import { createHmac } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { getClient } from '@/lib/platform/db'
import { readEnv } from '@/lib/platform/env'
import { createSecret, hashSecret } from './secret'
import { DUREE_SESSION_S } from './session'
import { cleanAdresse } from '@/lib/platform/texte'

/** OWASP’s argon2id profile: 19 MiB, 2 passes, 1 lane (Password Storage Cheat Sheet). */
const ARGON2 = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const FENETRE_MS = 15 * 60_000
/** Failures allowed in the window for one address, and for one network address. */
const ESSAIS_ADRESSE = 5
const ESSAIS_RESEAU = 50

export const LONGUEUR_MOT_DE_PASSE = 12

export const hashMotDePasse = (motDePasse: string): Promise<string> => hash(motDePasse.normalize('NFKC'), ARGON2)

/** Verified when no account matches, so that the answer takes as long. Any hash of an unknown secret will do. */
let leurre: Promise<string> | undefined

const readCle = (genre: string, valeur: string): string =>
  createHmac('sha256', readEnv().NEXTAUTH_SECRET).update(`${genre}:${valeur}`).digest('hex')

/**
 * Checks an address and a password. The answer, and the time it takes, are the same for a known and
 * for an unknown address; after too many failures both stay refused for fifteen minutes.
 * @returns the id of the person, or null
 */
export async function checkIdentifiants(identifiants: {
  email: string
  motDePasse: string
  reseau: string
}): Promise<number | null> {
  const db = getClient()
  const email = cleanAdresse(identifiants.email).slice(0, 320)
  const [cleAdresse, cleReseau] = [readCle('adresse', email), readCle('reseau', identifiants.reseau)]
  const depuis = new Date(Date.now() - FENETRE_MS)
  const compter = async (cle: string) => {
    const [ligne] = await db.$queryRaw<{ n: number }[]>`SELECT app.compter_tentatives(${[cle]}, ${depuis}) AS n`
    return ligne?.n ?? 0
  }
  const bloque = (await compter(cleAdresse)) >= ESSAIS_ADRESSE || (await compter(cleReseau)) >= ESSAIS_RESEAU
  const essai = readEnv().COPILOTE_DEMONSTRATION === '1'
  const [compte] = await db.$queryRaw<
    { id: number; mot_de_passe: string | null }[]
  >`SELECT id, mot_de_passe FROM app.identifier(${email}, ${essai})`
  const attendu = compte?.mot_de_passe ?? (await (leurre ??= hashMotDePasse(createSecret())))
  const juste = await verify(attendu, identifiants.motDePasse.slice(0, 200).normalize('NFKC'))
  if (!bloque && juste && compte?.mot_de_passe) {
    await db.$executeRaw`SELECT app.oublier_tentatives(${cleAdresse})`
    return compte.id
  }
  await db.$executeRaw`SELECT app.noter_tentative(${[cleAdresse, cleReseau]})`
  return null
}

/** Opens a session for a person whose identity has just been proven; gives its secret. */
export async function openSession(utilisateurId: number, agent: string | null): Promise<string> {
  const secret = createSecret()
  const expire = new Date(Date.now() + DUREE_SESSION_S * 1000)
  await getClient().$executeRaw`SELECT app.creer_session(${hashSecret(secret)}, ${utilisateurId}, ${expire}, ${agent})`
  return secret
}

/** Ends a session server-side: its cookie opens nothing any more. */
export async function closeSession(secret: string): Promise<void> {
  await getClient().$executeRaw`SELECT app.fermer_session(${hashSecret(secret)})`
}

/** Whose invitation a link carries, or null when it is spent, too old or unknown. */
export async function readInvitation(secret: string): Promise<{ nom: string; email: string } | null> {
  const [ligne] = await getClient().$queryRaw<
    { nom: string; email: string }[]
  >`SELECT nom, email FROM app.lire_invitation(${hashSecret(secret)})`
  return ligne ?? null
}

/**
 * Spends an invitation: stores the password and ends the person’s other sessions.
 * @returns false when the link is spent, too old or unknown
 */
export async function acceptInvitation(secret: string, motDePasse: string): Promise<boolean> {
  const empreinte = await hashMotDePasse(motDePasse)
  const [ligne] = await getClient().$queryRaw<
    { id: number | null }[]
  >`SELECT app.accepter_invitation(${hashSecret(secret)}, ${empreinte}) AS id`
  return ligne?.id != null
}
