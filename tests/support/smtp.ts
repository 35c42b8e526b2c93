import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What the server answers to a message: nothing wrong, or a refusal of the recipient or of the message. */
interface Refus {
  code: number
  quand: 'RCPT' | 'DATA'
}

/** A mail server of the test process. */
export interface BoiteSmtp {
  url: string
  /** Messages accepted, in order. */
  recus: (Email & { brut: string; pour: string[] })[]
  /** Message-ID of everything that arrived whole, accepted or not. */
  tentatives: string[]
  /** Refuses what comes until it is set back to null. */
  refuse: (refus: Refus | null) => void
  /** Keeps the next message without an answer; gives what its coming resolves. */
  hold: () => Promise<void>
  clear: () => void
  close: () => Promise<void>
}

function refuseAs(code: number): Error {
  return Object.assign(new Error(code < 500 ? 'Try again later' : 'No such mailbox'), { responseCode: code })
}

/** Starts a real SMTP server on a free port, without encryption: it is on this machine. */
export async function startSmtp(): Promise<BoiteSmtp> {
  let refus: Refus | null = null
  let onHeld: (() => void) | null = null
  const recus: BoiteSmtp['recus'] = []
  const tentatives: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_adresse, _session, callback) => callback(refus?.quand === 'RCPT' ? refuseAs(refus.code) : null),
    onData(stream, session, callback) {
      const morceaux: Buffer[] = []
      stream.on('data', (morceau: Buffer) => morceaux.push(morceau))
      stream.on('end', () => {
        const brut = Buffer.concat(morceaux).toString('utf8')
        void PostalMime.parse(brut).then((message) => {
          tentatives.push(message.messageId ?? '')
          if (onHeld) {
            const tell = onHeld
            onHeld = null
            tell()
            return // no answer: whoever sent it will never know
          }
          if (refus) return callback(refuseAs(refus.code))
          recus.push(Object.assign(message, { brut, pour: session.envelope.rcptTo.map(({ address }) => address) }))
          callback()
        })
      })
    },
  })
  server.on('error', () => undefined) // a sender that was killed
  const ecoute = server.listen(0, '127.0.0.1')
  await once(ecoute, 'listening')
  const adresse = ecoute.address()
  if (adresse === null || typeof adresse === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${adresse.port}`,
    recus,
    tentatives,
    refuse: (voulu) => {
      refus = voulu
    },
    hold: () =>
      new Promise((resolve) => {
        onHeld = resolve
      }),
    clear: () => {
      recus.length = 0
      tentatives.length = 0
      refus = null
      onHeld = null
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}
