// npm run travail: sends the digests of the watch, and forgets old sendings, apart from the server that answers people.
// --une-fois: one pass, whatever the hour, then ends.
import { closeClient } from '@/lib/platform/db'
import { readEnv } from '@/lib/platform/env'
import { forgetEnvois } from '@/lib/platform/envoi'
import { logInattendu } from '@/lib/platform/log'
import { readToday } from '@/lib/platform/identite/session'
import { pause } from '@/lib/platform/serveur/taches'
import { runVeille } from '@/lib/pilotage/veille/write/travail'

const INTERVALLE_MS = 30_000
const HEURE_PAR_DEFAUT = 7

const arret = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => arret.abort())

const readHeure = (): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Paris' }).format(
      new Date(),
    ),
  )

/** Sends what is due every half minute; an incident (the database restarts) ends one pass, not the worker. */
async function work(): Promise<void> {
  let depose: string | null = null
  while (!arret.signal.aborted) {
    try {
      const today = readToday()
      const deposer = depose !== today && readHeure() >= (readEnv().COPILOTE_VEILLE_HEURE ?? HEURE_PAR_DEFAUT)
      await runVeille({ deposer, signal: arret.signal })
      if (deposer) {
        await forgetEnvois()
        depose = today
      }
    } catch (erreur) {
      logInattendu('travail', erreur)
    }
    await pause(INTERVALLE_MS, arret.signal)
  }
}

const { SMTP_URL, SMTP_EXPEDITEUR } = readEnv()
if (SMTP_URL === undefined || SMTP_EXPEDITEUR === undefined) {
  console.error(
    'Indiquez le serveur de messagerie (SMTP_URL) et l’expéditeur (SMTP_EXPEDITEUR) : voir README.md, « Configuration ».',
  )
  process.exit(1)
}
try {
  if (process.argv.includes('--une-fois')) {
    await runVeille({ deposer: true, signal: arret.signal })
    await forgetEnvois()
  } else await work()
} finally {
  await closeClient()
}
// The channel to the supervisor would keep the process.
process.exit(0)
