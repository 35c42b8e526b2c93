// The life of one command: what it starts is stopped, whatever the way it ends.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { formatFailure } from './failure.mjs'
import { ROOT } from './project.mjs'

const STOP_GRACE_MS = 8_000
const PARENT_CHECK_MS = 300
const children = new Set()
const notices = []
const cleanups = []
let stopping

/**
 * Registers something to undo at the end; the last registered is undone first.
 * @param {() => unknown} cleanup may be asynchronous
 */
export function onStop(cleanup) {
  cleanups.push(cleanup)
}

/**
 * Registers something to do as soon as the end begins, before anything is stopped.
 * @param {() => void} notice
 */
export function onStopping(notice) {
  notices.push(notice)
}

/** True once the end has begun: what dies from then on was asked to. */
export const isStopping = () => stopping !== undefined

async function stopEverything() {
  for (const notice of notices) notice()
  for (const child of children) child.kill('SIGTERM')
  const deadline = setTimeout(() => children.forEach((child) => child.kill('SIGKILL')), STOP_GRACE_MS)
  await Promise.all([...children].map((child) => child.gone))
  clearTimeout(deadline)
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup()
    } catch (error) {
      console.error(formatFailure(error))
    }
  }
}

/**
 * Stops children, undoes what was registered, then exits. Later calls are ignored: npm forwards
 * the Ctrl C that the terminal already sent, and the second one must not cut the first short.
 * @param {number} code exit code
 */
export function exit(code) {
  stopping ??= stopEverything().then(() => process.exit(code))
  return stopping
}

/**
 * Starts a child that ends with this command.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess & { gone: Promise<number> }} `gone` gives its exit code
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options })
  child.gone = new Promise((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  }).finally(() => children.delete(child))
  children.add(child)
  return child
}

/**
 * Runs a child to its end.
 * @returns {Promise<number>} its exit code
 */
export const run = (command, args, options) => start(command, args, options).gone

/**
 * Runs a child to its end; what it says, in English mostly, is shown only when it fails.
 * @returns {Promise<number>} its exit code
 */
export async function runQuietly(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const code = await child.gone
  if (code !== 0 && !stopping) process.stderr.write(Buffer.concat(said))
  return code
}

/**
 * Ends when npm does. A signal sent to npm reaches the shell between it and us, and often stops
 * there; and a kill -9 says nothing to anyone: but then our parent is no longer the same.
 */
function watchParent(code) {
  const script = process.env.npm_lifecycle_script ?? ''
  if (!script.includes(path.basename(process.argv[1]))) return // run by hand, perhaps to outlive its terminal
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) exit(code)
  }, PARENT_CHECK_MS).unref()
}

/**
 * Runs a command's body. SIGINT, SIGTERM and SIGHUP end it cleanly, and so does the end of
 * npm; an error ends it with 1.
 * @param {() => Promise<number | void>} body may return the exit code
 * @param {{ onSignal?: number }} [options] exit code after a signal: stopping a server is no failure
 */
export async function main(body, { onSignal = 0 } = {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => exit(onSignal))
  watchParent(onSignal)
  try {
    await exit((await body()) ?? 0)
  } catch (error) {
    // What fails because it was stopped is not worth a word.
    if (!isStopping()) console.error(`\n${formatFailure(error)}`)
    await exit(1)
  }
}
