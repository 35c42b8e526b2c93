import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { inProject, TYPESCRIPT } from './project.mjs'
import { isStopping, start } from './supervisor.mjs'

const RESTART_MS = 10_000

/**
 * Refuses a mail server that could never be reached, before anything is installed or built.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean} whether a mail server is configured
 * @throws {Failure}
 */
export function checkMail(env = process.env) {
  if (!env.SMTP_URL) return false
  if (!/^smtps?:\/\/[^\s/]+\/?$/.test(env.SMTP_URL) || !URL.canParse(env.SMTP_URL)) {
    throw new Failure(
      'L’adresse du serveur de messagerie (variable SMTP_URL) n’est pas lisible.',
      'Écrivez-la ainsi : smtp://utilisateur:motdepasse@serveur:587, ou smtps://…:465 ; les signes / @ : du mot de passe s’écrivent %2F %40 %3A.',
    )
  }
  if (!env.SMTP_EXPEDITEUR) {
    throw new Failure(
      'Il manque l’expéditeur des messages (variable SMTP_EXPEDITEUR).',
      'Donnez une adresse que votre serveur de messagerie accepte, par exemple : Copilote CTG <ctg@exemple.fr>',
    )
  }
  return true
}

/**
 * Starts the process that sends messages, when there is a mail server; it is started again if it ends by itself, and
 * what it was doing is taken up again.
 * @param {string} address of the application, for the links of the messages
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function keepWorker(address, env = process.env) {
  if (!checkMail(env)) return
  while (!isStopping()) {
    const child = start(
      process.execPath,
      ['--import', inProject('scripts/lib/die-with-parent.mjs'), ...TYPESCRIPT, inProject('scripts/travail.ts')],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: {
          ...env,
          COPILOTE_SUPERVISOR: String(process.pid),
          NODE_ENV: 'production',
          NEXTAUTH_URL: env.NEXTAUTH_URL || address,
        },
      },
    )
    await child.gone
    if (!isStopping()) await sleep(RESTART_MS, undefined, { ref: false })
  }
}
