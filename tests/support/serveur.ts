import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createTestDatabase } from './database'

const fromRoot = (chemin: string): string => fileURLToPath(new URL(`../../${chemin}`, import.meta.url))

/** A served application of one's own: its address, and how to stop it. */
export interface Serveur {
  address: string
  stop: () => Promise<void>
}

async function findFreePort(): Promise<number> {
  const ecoute = createServer().listen(0, '127.0.0.1')
  await once(ecoute, 'listening')
  const { port } = ecoute.address() as { port: number }
  ecoute.close()
  await once(ecoute, 'close')
  return port
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/**
 * Serves the built application on a free port, on a day of one's choosing: a browser test that lives a whole year
 * moves from one day to another by serving again.
 * @param today the day the application believes it is
 * @param env its databases, and what else it is told
 */
export async function serveAt(today: string, env: Record<string, string>): Promise<Serveur> {
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    [fromRoot('node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: fromRoot('.'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...env,
        NODE_ENV: 'production',
        COPILOTE_DEMONSTRATION: '1',
        COPILOTE_AUJOURDHUI: today,
        NEXTAUTH_URL: address,
      },
    },
  )
  for (let essai = 0; essai < 600 && child.exitCode === null; essai += 1) {
    const reponse = await fetch(`${address}/api/healthz`).catch(() => null)
    if (reponse?.ok) return { address, stop: () => stopChild(child) }
    await sleep(100)
  }
  await stopChild(child)
  throw new Error('the application does not start')
}

/** A database of one's own for a served application, without becoming that of the tests beside. */
export async function createServedDatabase(): Promise<{
  env: { DATABASE_URL: string; APP_DATABASE_URL: string }
  drop: () => Promise<void>
}> {
  const { DATABASE_URL, APP_DATABASE_URL } = process.env
  const { ownerUrl, appUrl, drop } = await createTestDatabase()
  Object.assign(process.env, { DATABASE_URL, APP_DATABASE_URL })
  return { env: { DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl }, drop }
}
