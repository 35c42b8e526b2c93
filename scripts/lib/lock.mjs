// Locks between processes of one copy of the project. Node has no flock: a lock is a file that
// names its holder, and a holder that died (kill -9, power cut) is recognised and replaced.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from './failure.mjs'
import { DATA_DIR } from './project.mjs'

/** Start of a process in clock ticks since boot (Linux), so that a reused number is not taken for the holder. */
function birthOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces: the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return ''
  }
}

/**
 * Does a process live?
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function readHolder(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const isHeld = (holder) => holder !== null && isAlive(holder.pid) && holder.birth === birthOf(holder.pid)

/** Locks of this copy of the project. */
const LOCKS = path.join(DATA_DIR, 'locks')

/**
 * Who holds a lock now.
 * @param {string} name
 * @returns {({ pid: number } & Record<string, unknown>) | undefined}
 */
export function findHolder(name, folder = LOCKS) {
  const holder = readHolder(path.join(folder, `${name}.json`))
  return isHeld(holder) ? holder : undefined
}

/** Takes a dead holder's file away, unless someone else replaced it meanwhile. */
function clearStale(file, seen) {
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && moved.pid !== seen?.pid && isHeld(moved)) fs.linkSync(aside, file)
  fs.rmSync(aside, { force: true })
}

/**
 * Tries to take a lock.
 * @param {string} name
 * @param {string} [folder] where locks live
 * @returns {{ note: (facts: object) => void, release: () => void } | { holder: { pid: number } & Record<string, unknown> }}
 *   the lock (`note` adds facts that others may read), or who holds it
 */
export function tryLock(name, folder = LOCKS) {
  fs.mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}.json`)
  const own = { pid: process.pid, birth: birthOf(process.pid) }
  const draft = `${file}.${process.pid}.new`
  const write = (facts) => fs.writeFileSync(draft, JSON.stringify(facts), { mode: 0o600 })
  for (;;) {
    write(own)
    try {
      fs.linkSync(draft, file) // complete from the first instant, and fails when the name exists
      fs.rmSync(draft)
      return {
        note: (facts) => {
          write({ ...own, ...facts })
          fs.renameSync(draft, file)
        },
        release: () => {
          if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true })
        },
      }
    } catch (error) {
      fs.rmSync(draft, { force: true })
      if (error.code !== 'EEXIST') throw error
    }
    const holder = readHolder(file)
    if (isHeld(holder)) return { holder }
    clearStale(file, holder)
  }
}

/**
 * Runs something under a lock, waiting for its turn.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} body
 * @param {{ folder?: string, patienceMs?: number }} [options]
 * @returns {Promise<T>}
 * @throws {Failure} when the holder keeps the lock longer than `patienceMs`
 */
export async function withLock(name, body, { folder, patienceMs = 15 * 60_000 } = {}) {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const lock = tryLock(name, folder)
    if ('release' in lock) {
      try {
        return await body()
      } finally {
        lock.release()
      }
    }
    if (performance.now() > deadline) {
      throw new Failure(
        `Une autre commande (processus ${lock.holder.pid}) occupe ce dossier depuis trop longtemps.`,
        `Attendez sa fin, ou arrêtez-la : kill ${lock.holder.pid}`,
      )
    }
    await sleep(100)
  }
}
