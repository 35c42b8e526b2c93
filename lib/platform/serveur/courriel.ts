import 'server-only'
import { createTransport } from 'nodemailer'
import { readEnv } from '@/lib/platform/env'

/** One message to one person, in plain text and in HTML that says the same. */
export interface Courriel {
  /** `Message-ID`, without its angle brackets: the same for each try, so that a mail server recognises a second sending. */
  id: string
  destinataire: { nom: string; adresse: string }
  sujet: string
  texte: string
  html: string
  entetes?: Record<string, string>
}

/** A refusal is definitive when the server refuses this message or this address; everything else may pass later. */
export type Remise = { ok: true } | { ok: false; definitif: boolean; raison: string }

interface Serveur {
  host: string
  port: number
  secure: boolean
  auth?: { user: string; pass: string }
  requireTLS: boolean
}

const LOCAL = /^(localhost|127\.|\[?::1\]?$)/
const ADRESSE = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/
/** Shorter together than the lease of the work that sends: nobody sends a message twice because a server is slow. */
const PATIENCE_MS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  socketTimeout: 20_000,
} as const
/** Longest sending, whatever the server does. */
const PLUS_LONG_ENVOI_MS = 45_000

/** The mail server that SMTP_URL names, or null when there is none. @throws when the sender is missing */
function readServeur(): { serveur: Serveur; expediteur: string } | null {
  const { SMTP_URL, SMTP_EXPEDITEUR } = readEnv()
  if (SMTP_URL === undefined) return null
  if (SMTP_EXPEDITEUR === undefined)
    throw new Error('Configuration incomplète : SMTP_EXPEDITEUR manque (voir README.md, « Configuration »).')
  const url = new URL(SMTP_URL)
  const secure = url.protocol === 'smtps:'
  const auth = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined
  return {
    serveur: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      ...(auth ? { auth } : {}),
      // A password never travels in clear, but to this machine itself.
      requireTLS: !secure && auth !== undefined && !LOCAL.test(url.hostname),
    },
    expediteur: SMTP_EXPEDITEUR,
  }
}

/** Whether messages can leave at all. */
export const isCourrielConfigure = (): boolean => readEnv().SMTP_URL !== undefined

/** One line: what goes into a header cannot end it and begin another. */
export const formatEntete = (texte: string): string => texte.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()

interface ErreurSmtp {
  code?: unknown
  responseCode?: unknown
}

/** What a failure of the library means, in words that name neither address nor secret. */
function readRefus(erreur: unknown): Remise {
  const { code, responseCode } = (typeof erreur === 'object' && erreur !== null ? erreur : {}) as ErreurSmtp
  const statut = typeof responseCode === 'number' ? responseCode : null
  if (code === 'EAUTH')
    return { ok: false, definitif: false, raison: 'Le serveur de messagerie refuse l’identification' }
  if (statut === null)
    return {
      ok: false,
      definitif: false,
      raison: `Le serveur de messagerie ne répond pas${typeof code === 'string' ? ` (${code})` : ''}`,
    }
  const definitif = statut >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return {
    ok: false,
    definitif,
    raison: `Refus ${definitif ? 'définitif' : 'temporaire'} du serveur de messagerie (${statut})`,
  }
}

/**
 * Sends one message, and waits until the server has accepted or refused it. Its recipient is one address, whatever
 * that address holds, and its headers stay one line each.
 */
export async function sendCourriel(courriel: Courriel): Promise<Remise> {
  const lu = readServeur()
  if (lu === null) return { ok: false, definitif: false, raison: 'Aucun serveur de messagerie n’est configuré' }
  const { nom, adresse } = courriel.destinataire
  if (!ADRESSE.test(adresse)) return { ok: false, definitif: true, raison: 'L’adresse n’est pas valable' }
  const transport = createTransport({ ...lu.serveur, ...PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true })
  const limite = AbortSignal.timeout(PLUS_LONG_ENVOI_MS)
  limite.addEventListener('abort', () => transport.close())
  try {
    await Promise.race([
      transport.sendMail({
        messageId: `<${formatEntete(courriel.id)}>`,
        from: formatEntete(lu.expediteur),
        to: { name: formatEntete(nom), address: adresse },
        subject: formatEntete(courriel.sujet),
        text: courriel.texte,
        html: courriel.html,
        headers: Object.fromEntries(
          Object.entries(courriel.entetes ?? {}).map(([cle, valeur]) => [cle, formatEntete(valeur)]),
        ),
      }),
      new Promise((_, reject) => limite.addEventListener('abort', () => reject(new Error('too slow')))),
    ])
    return { ok: true }
  } catch (erreur) {
    return readRefus(erreur)
  } finally {
    transport.close()
  }
}
