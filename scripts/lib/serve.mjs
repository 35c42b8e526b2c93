import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { firstFreePort, formatAddress, isPortFree } from './ports.mjs'
import { inProject } from './project.mjs'
import { start } from './supervisor.mjs'

const FIRST_PORT = 3000
const READY_PATIENCE_MS = 120_000

/** PORT when given, and then no other; else the first free one. */
async function choosePort(host) {
  if (!process.env.PORT) return firstFreePort(FIRST_PORT, host)
  const port = Number(process.env.PORT)
  if (Number.isInteger(port) && port > 0 && port < 65_536 && (await isPortFree(port, host))) return port
  throw new Failure(
    `Le port ${process.env.PORT} (variable PORT) n’est pas libre.`,
    'Libérez-le, choisissez-en un autre, ou retirez PORT : le premier port libre à partir de 3000 sera pris.',
  )
}

/** Any answer will do: what the application says of its own health is not the supervisor's affair. */
async function answers(address) {
  try {
    await fetch(`${address}/api/healthz`, { redirect: 'manual', signal: AbortSignal.timeout(60_000) })
    return true
  } catch {
    return false
  }
}

/** Next.js announces itself in English before it is ready; what it says is shown only when it fails. */
function muteUntilReady(child, output) {
  let ready = false
  let text = ''
  child.stdout.on('data', (chunk) => {
    if (ready) output.write(chunk)
    else text += chunk
  })
  return {
    release: () => (ready = true),
    text: () => text,
  }
}

/**
 * Serves the application and waits until it answers.
 * @param {'start' | 'dev'} mode the built application, or the sources with fast reload
 * @param {{ host?: string, port?: number, env?: NodeJS.ProcessEnv, output?: NodeJS.WritableStream }} [options]
 *   `output`: where what the server writes goes
 * @returns {Promise<{ address: string, child: import('node:child_process').ChildProcess, gone: Promise<number> }>}
 */
export async function serve(
  mode,
  { host = process.env.HOST || '127.0.0.1', port, env = process.env, output = process.stdout } = {},
) {
  const chosen = port ?? (await choosePort(host))
  const address = formatAddress(host, chosen)
  const child = start(
    process.execPath,
    [
      '--import',
      inProject('scripts/lib/die-with-parent.mjs'),
      inProject('node_modules/next/dist/bin/next'),
      mode,
      '-H',
      host,
      '-p',
      String(chosen),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: {
        ...env,
        COPILOTE_SUPERVISOR: String(process.pid), // see die-with-parent.mjs
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        NEXTAUTH_URL: env.NEXTAUTH_URL || address,
      },
    },
  )
  const held = muteUntilReady(child, output)
  let ended = false
  child.once('exit', () => (ended = true))
  const deadline = performance.now() + READY_PATIENCE_MS
  while (!ended && performance.now() < deadline) {
    if (await answers(address)) {
      held.release()
      return { address, child, gone: child.gone }
    }
    await sleep(50)
  }
  process.stderr.write(held.text())
  // Someone may have taken the port between the search and the start.
  if (ended && port === undefined && !process.env.PORT && !(await isPortFree(chosen, host)))
    return serve(mode, { host, env, output })
  throw new Failure('L’application ne démarre pas.', 'Lisez le message de Next.js ci-dessus.')
}
