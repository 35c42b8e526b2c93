// node scripts/with-system-pg.mjs COMMAND…: runs a command with TEST_DATABASE_URL on a throw-away
// server made from the PostgreSQL of the system (15 or later); where there is none, says so
// and runs nothing.
import { main, run } from './lib/supervisor.mjs'
import { prepare } from './lib/prepare.mjs'

await main(
  async () => {
    await prepare()
    const { systemBinaries } = await import('./lib/pg-binaries.mjs')
    const { OLDEST_SERVER } = await import('./lib/database.mjs')
    const { startScratchServer } = await import('./lib/scratch-pg.mjs')
    const bin = systemBinaries(OLDEST_SERVER)
    if (!bin) {
      console.log('Aucun PostgreSQL 15 ou plus récent n’est installé sur ce système.')
      return 0
    }
    console.log(`PostgreSQL du système : ${bin}`)
    const [command, ...args] = process.argv.slice(2)
    return run(command, args, { env: { ...process.env, TEST_DATABASE_URL: await startScratchServer({ bin }) } })
  },
  { onSignal: 130 },
)
