// The Node for production, from the npm registry: so that the tests run on it wherever the project is developed.
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { withLock } from './lock.mjs'
import nodeVersion from './node-version.cjs'
import { npm } from './prepare.mjs'
import { inProject } from './project.mjs'
import { hashSources, makeOnce } from './stamp.mjs'

/** Its versions and their integrity: a package of its own, which nothing else installs (190 MB). */
const SOURCE = inProject('scripts/node-production')
const FILES = ['package.json', 'package-lock.json', '.npmrc']

/**
 * Program of the Node for production: this one when it is of that version, else the one that the npm registry has,
 * installed once in node_modules/.cache.
 * @returns {Promise<string>}
 * @throws {Failure} where the registry has none for this system, or cannot be reached
 */
export async function findProductionNode() {
  if (process.versions.node.startsWith(`${nodeVersion.PRODUCTION}.`)) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  if (!(name in JSON.parse(fs.readFileSync(path.join(SOURCE, 'package.json'), 'utf8')).optionalDependencies)) {
    throw new Failure(
      `Le registre npm ne fournit pas Node ${nodeVersion.PRODUCTION} pour ce système (${process.platform} ${process.arch}).`,
      `Installez Node ${nodeVersion.PRODUCTION}, et relancez la commande avec lui.`,
    )
  }
  const folder = inProject('node_modules/.cache/node-production')
  const program = path.join(folder, 'node_modules', name, 'bin/node')
  await withLock('node-production', () =>
    makeOnce({
      file: path.join(folder, '.stamp'),
      hash: hashSources(SOURCE, FILES),
      product: program,
      make: async () => {
        fs.mkdirSync(folder, { recursive: true })
        for (const file of FILES) fs.copyFileSync(path.join(SOURCE, file), path.join(folder, file))
        const code = await npm(['ci', '--prefix', folder, '--ignore-scripts', '--loglevel=error'], { quiet: true })
        if (code !== 0)
          throw new Failure(
            `Node ${nodeVersion.PRODUCTION} n’a pas pu être installé.`,
            'Lisez le message de npm ci-dessus, puis relancez la commande.',
          )
      },
    }),
  )
  return program
}
