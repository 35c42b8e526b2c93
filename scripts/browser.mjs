// A Chromium for the browser tests and the pictures: the system's, else the one that npm installed.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { inProject } from './lib/project.mjs'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What keeps it quiet and able to run in a container, as root included. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function inflate(from, to, mode) {
  const draft = `${to}.${process.pid}`
  await pipeline(fs.createReadStream(from), createBrotliDecompress(), fs.createWriteStream(draft, { mode }))
  fs.renameSync(draft, to)
}

/** Unpacks the Chromium of @sparticuz/chromium, once, in node_modules/.cache. */
async function unpackChromium() {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const bin = path.join(entry.slice(0, entry.lastIndexOf('@sparticuz')), '@sparticuz/chromium/bin')
  const folder = inProject('node_modules/.cache/chromium')
  const executablePath = path.join(folder, 'chromium')
  fs.mkdirSync(folder, { recursive: true })
  if (!fs.existsSync(executablePath)) await inflate(path.join(bin, 'chromium.br'), executablePath, 0o755)
  if (spawnSync(executablePath, ['--version']).status === 0) return { executablePath }
  // A bare machine lacks the NSS libraries: the package ships them for another system, and they fit.
  const archive = path.join(folder, 'libraries.tar')
  await inflate(path.join(bin, 'al2023.tar.br'), archive, 0o644)
  spawnSync('tar', ['-xf', archive, '-C', folder])
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: path.join(folder, 'lib') } }
}

/**
 * Launch options of a Chromium that runs here: $CHROMIUM, the system's, else npm's (Linux x64);
 * elsewhere Playwright's own, if it was installed.
 * @param {NodeJS.ProcessEnv} [env] NPM_CHROMIUM=1 passes over the system's
 * @returns {Promise<{ executablePath?: string, env?: NodeJS.ProcessEnv }>}
 */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM) return { executablePath: env.CHROMIUM }
  const system = env.NPM_CHROMIUM === '1' ? undefined : SYSTEM.find((file) => fs.existsSync(file))
  if (system) return { executablePath: system }
  return process.platform === 'linux' && process.arch === 'x64' ? unpackChromium() : {}
}
