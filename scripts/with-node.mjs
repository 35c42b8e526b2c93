// node scripts/with-node.mjs FILE …: runs a file with the Node for production, whatever the one that runs this.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { Failure } from './lib/failure.mjs'
import { prepare } from './lib/prepare.mjs'
import { main, run } from './lib/supervisor.mjs'

await main(
  async () => {
    const [file, ...args] = process.argv.slice(2)
    if (!file)
      throw new Failure('Il manque le fichier à lancer.', 'Exemple : node scripts/with-node.mjs scripts/test.mjs unit')
    await prepare()
    const { findProductionNode } = await import('./lib/production-node.mjs')
    const program = await findProductionNode()
    console.log(`Node pour la production : ${spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim()}`)
    // What it starts by the name of `node` is this one too.
    const PATH = [path.dirname(program), process.env.PATH].join(path.delimiter)
    return run(program, [file, ...args], { env: { ...process.env, PATH } })
  },
  { onSignal: 130 },
)
