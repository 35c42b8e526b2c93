import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { getClient, type Tx } from './db'
import { echecs } from './resultat'
import { hashSecret } from '@/lib/platform/identite/secret'

/**
 * The key of a sending: what makes one opened form write once. It is a secret of the browser: the database keeps its hash,
 * a keyed hash of the input, and the answer sealed with it, so that nobody but who sent can read what was answered.
 */

/** What a browser joins to the input of an action. */
export interface Envoi {
  /** 16 random bytes, in hexadecimal */
  cle: string
}

/** A sending as PostgreSQL knows it. */
export interface EnvoiLu {
  secret: string
  /** name of the row */
  cle: string
  empreinte: string
}

/** What became of a key that was used before. */
export interface EnvoiRecu {
  /** it was with the same input */
  meme: boolean
  /** sealed, in base64; null when none was kept */
  reponse: string | null
}

const CLE = /^[0-9a-f]{32}$/
const IV = 12
const TAG = 16

/** Keyed hash of an input, files included: the same only for the same sending. */
async function computeEmpreinte(secret: string, input: unknown): Promise<string> {
  const fichiers: Blob[] = []
  const texte = JSON.stringify(input, (_nom, valeur: unknown) =>
    valeur instanceof Blob ? `fichier ${fichiers.push(valeur)}` : valeur,
  )
  const empreinte = createHmac('sha256', secret).update(texte ?? '')
  for (const fichier of fichiers) empreinte.update(new Uint8Array(await fichier.arrayBuffer()))
  return empreinte.digest('hex')
}

/**
 * Reads the key that came beside an input; null when none came, or one that no form makes.
 * @param nom name of the action: one key serves each action of a form
 * @param input as it came, before anybody checked it
 */
export async function readEnvoi(nom: string, envoi: unknown, input: unknown): Promise<EnvoiLu | null> {
  const secret = typeof envoi === 'object' && envoi !== null && 'cle' in envoi ? envoi.cle : null
  if (typeof secret !== 'string' || !CLE.test(secret)) return null
  return {
    secret,
    cle: hashSecret(`${nom}:${secret}`),
    empreinte: await computeEmpreinte(secret, input),
  }
}

const deriveCle = ({ secret, cle }: EnvoiLu): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, cle, 'copilote:envoi', 32))

/** The answer as it is kept: AES-256-GCM, iv and tag first. */
function sealReponse(envoi: EnvoiLu, valeur: unknown): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV)
  const chiffre = createCipheriv('aes-256-gcm', deriveCle(envoi), iv)
  const texte = Buffer.concat([chiffre.update(JSON.stringify({ valeur }), 'utf8'), chiffre.final()])
  return new Uint8Array(Buffer.concat([iv, chiffre.getAuthTag(), texte]))
}

/**
 * The answer that was kept.
 * @param reponse in base64
 * @throws when it was sealed with another key
 */
export function openReponse(envoi: EnvoiLu, reponse: string): unknown {
  const octets = Buffer.from(reponse, 'base64')
  const dechiffre = createDecipheriv('aes-256-gcm', deriveCle(envoi), octets.subarray(0, IV))
  dechiffre.setAuthTag(octets.subarray(IV, IV + TAG))
  const texte = Buffer.concat([dechiffre.update(octets.subarray(IV + TAG)), dechiffre.final()]).toString('utf8')
  return (JSON.parse(texte) as { valeur?: unknown }).valeur
}

/** Keeps the answer of what is being written, in its transaction. */
export async function recordReponse(tx: Tx, envoi: EnvoiLu, valeur: unknown): Promise<void> {
  await tx.$executeRaw`SELECT app.retenir_reponse(${envoi.cle}, ${sealReponse(envoi, valeur)})`
}

/** Code of the refusal below: the kit then reads the page again, which shows what was saved. */
const DEJA_ENREGISTRE = 'DEJA_ENREGISTRE'

/** A corrected sending whose first version was saved, its answer lost on the way. */
export const echecDeja = () =>
  echecs.regle(
    DEJA_ENREGISTRE,
    'Votre premier envoi avait bien été enregistré, malgré la coupure. Ce que vous avez changé depuis ne l’est pas et reste affiché ici : ' +
      'regardez ce qui est enregistré, puis corrigez-le.',
  )

/** Forgets the sendings of more than a week ago, which nobody will repeat. */
export async function forgetEnvois(): Promise<void> {
  await getClient().$executeRaw`SELECT app.oublier_envois()`
}
