// What a fresh clone lacks: dependencies, Prisma client, build. Node built-ins only, since nothing
// is installed yet when this runs.
import fs from 'node:fs'
import { Failure } from './failure.mjs'
import { withLock } from './lock.mjs'
import nodeVersion from './node-version.cjs'
import { DATA_DIR, inProject, ROOT } from './project.mjs'
import { hashSources, makeOnce } from './stamp.mjs'
import { run, runQuietly } from './supervisor.mjs'

/** Everything that `next build` reads. The generated client follows from the Prisma schema. */
const BUILD_SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
]

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'))

function checkNode() {
  const refusal = nodeVersion.refuseNode(process.versions.node)
  if (refusal) throw new Failure(refusal.what, refusal.remedy)
}

function checkWritable() {
  try {
    fs.mkdirSync(DATA_DIR, { recursive: true })
    fs.accessSync(ROOT, fs.constants.W_OK)
    fs.accessSync(DATA_DIR, fs.constants.W_OK)
  } catch (error) {
    throw new Failure(
      `L’utilisateur actuel ne peut pas écrire dans ${ROOT}.`,
      'Lancez la commande sous l’utilisateur à qui ce dossier appartient, ou travaillez dans une copie qui soit à vous.',
      error,
    )
  }
}

/**
 * Refuses a machine where nothing below can succeed.
 * @throws {Failure} Node that the product was not tried on, or a folder that this user cannot write in
 */
export function checkMachine() {
  checkNode()
  checkWritable()
}

/**
 * Is what stands in node_modules what package-lock.json says? npm writes what it installed in
 * node_modules/.package-lock.json, and last: the two files are compared package by package.
 * @param {string} root
 * @param {{ withDev: boolean }} needs whether development packages count
 */
export function isInstalled(root, { withDev }) {
  const record = `${root}/node_modules/.package-lock.json`
  if (!fs.existsSync(record)) return false
  const installed = readJson(record).packages
  return Object.entries(readJson(`${root}/package-lock.json`).packages).every(([name, wanted]) => {
    const mayBeAbsent = name === '' || wanted.optional || wanted.devOptional || (wanted.dev && !withDev)
    const found = installed[name]
    return found ? found.version === wanted.version : mayBeAbsent
  })
}

/**
 * Runs npm: under `npm start`, the one that runs us, even when it is not in PATH.
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options] `quiet`: its output is shown only when it fails
 * @returns {Promise<number>} its exit code
 */
export function npm(args, { quiet = false } = {}) {
  const script = process.env.npm_execpath
  const through = quiet ? runQuietly : run
  return script?.endsWith('npm-cli.js') ? through(process.execPath, [script, ...args]) : through('npm', args)
}

/** Package scripts are skipped: nothing here needs one, and what they would make is made below. */
async function install(withDev) {
  const code = await npm(
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...(withDev ? ['--include=dev'] : [])],
    { quiet: true },
  )
  if (code !== 0)
    throw new Failure(
      'L’installation des dépendances a échoué.',
      'Lisez le message de npm ci-dessus, puis relancez la commande.',
    )
}

/**
 * Installs exactly what package-lock.json says, and generates the Prisma client.
 * @param {{ withDev?: boolean, log?: (line: string) => void }} [options]
 */
export async function prepare({ withDev = true, log = console.log } = {}) {
  checkMachine()
  await withLock('prepare', async () => {
    if (!isInstalled(ROOT, { withDev })) {
      log('Installation des dépendances (une minute environ)…')
      await install(withDev)
    }
    await makeOnce({
      file: inProject('lib/generated/.stamp'),
      hash: hashSources(ROOT, ['prisma/schema.prisma', 'package-lock.json']),
      product: inProject('lib/generated/prisma/client.ts'),
      make: async () => {
        const code = await runQuietly(process.execPath, [inProject('node_modules/prisma/build/index.js'), 'generate'])
        if (code !== 0) throw new Failure('Le client Prisma n’a pas pu être généré.', 'Vérifiez prisma/schema.prisma.')
      },
    })
  })
}

/**
 * Builds the application, only when its sources changed since the last build.
 * @param {{ log?: (line: string) => void, typesChecked?: boolean }} [options]
 *   `typesChecked`: the types of these very sources were found right, `next build` does not check them again
 * @returns {Promise<boolean>} true when it was built now
 */
export function build({ log = console.log, typesChecked = false } = {}) {
  return withLock('build', () =>
    makeOnce({
      file: inProject('.next/stamp'),
      hash: hashSources(ROOT, BUILD_SOURCES, ['lib/generated']),
      product: inProject('.next/BUILD_ID'),
      make: async () => {
        log('Construction de l’application (une minute environ)…')
        const code = await runQuietly(process.execPath, [inProject('node_modules/next/dist/bin/next'), 'build'], {
          env: { ...process.env, NODE_ENV: 'production', COPILOTE_TYPES_VERIFIES: typesChecked ? '1' : '0' },
        })
        if (code !== 0)
          throw new Failure('La construction de l’application a échoué.', 'Lisez le message de Next.js ci-dessus.')
      },
    }),
  )
}
