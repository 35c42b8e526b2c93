// npm run base:new: makes a lived-in base with the code of this checkout, and keeps it as a fixture that every later
// migration is tried on (tests/support/bases/, record 37). Named after the last commit; nothing else is changed.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { Failure } from './lib/failure.mjs'
import { prepare } from './lib/prepare.mjs'
import { inProject, ROOT, TYPESCRIPT } from './lib/project.mjs'
import { main, run } from './lib/supervisor.mjs'

const FOLDER = inProject('tests/support/bases')

function readVersion() {
  const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
  if (git('status', '--porcelain', '--', 'app', 'components', 'lib', 'prisma') !== '') {
    throw new Failure(
      'Le code de cette copie n’est pas celui d’une version enregistrée.',
      'Enregistrez (git commit) ou rangez vos changements de app, components, lib et prisma, puis relancez.',
    )
  }
  return git('rev-parse', '--short=7', 'HEAD')
}

await main(
  async () => {
    const version = process.argv[2] ?? readVersion()
    await prepare()
    const { cloneTemplate, createTemplate, findTestServer } = await import('./lib/test-database.mjs')
    const template = await createTemplate(await findTestServer())
    const env = {
      ...process.env,
      ...template,
      ...(await cloneTemplate(template, 'ctg_base_vecue')),
      COPILOTE_DEMONSTRATION: '1',
    }
    fs.mkdirSync(FOLDER, { recursive: true })
    const file = inProject('tests/support/bases', `${version}.jsonl.br`)
    const code = await run(process.execPath, [...TYPESCRIPT, inProject('tests/support/base/write.ts'), file, version], {
      env,
    })
    if (code === 0) console.log(`${file} : ${Math.round(fs.statSync(file).size / 1000)} ko`)
    return code
  },
  { onSignal: 130 },
)
