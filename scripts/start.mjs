// npm start: from a fresh clone to the application, and in seconds the next times.
// Until `prepare` has installed the dependencies, only Node built-ins may be imported.
import { setTimeout as sleep } from 'node:timers/promises'
import { tryLock } from './lib/lock.mjs'
import nodeVersion from './lib/node-version.cjs'
import { build, checkMachine, prepare } from './lib/prepare.mjs'
import { isExternal, isTrial, loadSettings, readSecret } from './lib/settings.mjs'
import { serve } from './lib/serve.mjs'
import { formatTable } from './lib/table.mjs'
import { Failure } from './lib/failure.mjs'
import { isStopping, main, onStop, onStopping } from './lib/supervisor.mjs'
import { checkMail, keepWorker } from './lib/travail.mjs'

const NOTICING_PATIENCE_MS = 1_500
const LEAVING_PATIENCE_MS = 30_000

function announce(address, comptes, external) {
  const where = external ? 'base de données : celle de DATABASE_URL' : 'base de données intégrée, dans le dossier .data'
  console.log(`\nCopilote CTG est prêt : ${address}\n(${where})`)
  if (comptes.length > 0) {
    const rows = comptes.map(({ nom, role, email, motDePasse }) => [nom, role, email, motDePasse])
    console.log('\nMode d’essai : comptes de démonstration')
    for (const line of formatTable(['Nom', 'Rôle', 'Adresse électronique', 'Mot de passe'], rows))
      console.log(`  ${line}`)
  }
  console.log('\nCtrl C pour arrêter.')
}

/** Takes this folder's service. One that is ending, or whose npm was just killed, is given time to leave. */
async function takeService() {
  const begun = performance.now()
  for (;;) {
    const lock = tryLock('service')
    const waited = performance.now() - begun
    if ('release' in lock || waited > (lock.holder.stopping ? LEAVING_PATIENCE_MS : NOTICING_PATIENCE_MS)) return lock
    await sleep(100)
  }
}

function tellHolder({ pid, address }) {
  console.log(
    address
      ? `Copilote CTG est déjà en service : ${address}`
      : 'Copilote CTG est déjà en train de démarrer depuis ce dossier.',
  )
  console.log(`Pour l’arrêter : Ctrl C dans son terminal, ou kill ${pid}`)
}

await main(async () => {
  loadSettings()
  checkMachine()
  const advice = nodeVersion.warnNode(process.versions.node, new Date().toISOString().slice(0, 10))
  if (advice) console.log(advice)
  const external = isExternal()
  const trial = isTrial()
  if (external) readSecret({ required: true }) // told before a minute of installation
  checkMail()
  const lock = await takeService()
  if ('holder' in lock) return tellHolder(lock.holder)
  onStopping(() => lock.note({ stopping: true }))
  onStop(lock.release)
  await prepare({ withDev: process.env.NODE_ENV !== 'production' })
  const { openDatabase } = await import('./lib/database.mjs')
  const { load } = await import('./lib/load.mjs')
  await openDatabase()
  const comptes = await load({ trial })
  await build()
  process.env.COPILOTE_DEMONSTRATION = trial ? '1' : '0'
  const { address, gone } = await serve('start')
  lock.note({ address })
  announce(address, comptes, external)
  void keepWorker(address)
  await gone
  if (!isStopping())
    throw new Failure(
      'L’application s’est arrêtée d’elle-même.',
      'Lisez les messages ci-dessus, puis relancez npm start.',
    )
})
