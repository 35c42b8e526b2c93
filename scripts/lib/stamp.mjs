// A stamp says what something was made from: while the sources have the same hash, it is not made again.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

function* filesUnder(absolute, ignored) {
  const stat = fs.statSync(absolute, { throwIfNoEntry: false })
  if (!stat || ignored.has(absolute)) return
  if (!stat.isDirectory()) yield absolute
  else for (const name of fs.readdirSync(absolute).sort()) yield* filesUnder(path.join(absolute, name), ignored)
}

/**
 * Hash of files and folders: names and contents count, dates do not.
 * @param {string} root folder that the entries are relative to
 * @param {string[]} entries files or folders; those that do not exist are skipped
 * @param {string[]} [except] files or folders left out
 * @returns {string} sha256, hexadecimal
 */
export function hashSources(root, entries, except = []) {
  const ignored = new Set(except.map((entry) => path.join(root, entry)))
  const hash = createHash('sha256')
  for (const entry of [...entries].sort()) {
    for (const file of filesUnder(path.join(root, entry), ignored)) {
      const content = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
      hash.update(`${path.relative(root, file)}\0${content}\n`)
    }
  }
  return hash.digest('hex')
}

/**
 * Makes something unless its stamp says that it is already made from these sources. The stamp is
 * removed first and written last: an interrupted make is made again.
 * @param {{ file: string, hash: string, product: string, make: () => Promise<void> }} what
 *   `product`: a file that must exist too
 * @returns {Promise<boolean>} true when it was made now
 */
export async function makeOnce({ file, hash, product, make }) {
  const stamp = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
  if (stamp === hash && fs.existsSync(product)) return false
  fs.rmSync(file, { force: true })
  await make()
  fs.writeFileSync(file, `${hash}\n`)
  return true
}
