// npm run dev: the sources, with fast reload, on the same database as npm start.
import { prepare } from './lib/prepare.mjs'
import { isTrial, loadSettings } from './lib/settings.mjs'
import { serve } from './lib/serve.mjs'
import { main } from './lib/supervisor.mjs'
import { checkMail, keepWorker } from './lib/travail.mjs'

await main(async () => {
  loadSettings()
  const trial = isTrial()
  checkMail()
  await prepare()
  const { openDatabase } = await import('./lib/database.mjs')
  const { load } = await import('./lib/load.mjs')
  await openDatabase()
  const comptes = await load({ trial })
  process.env.COPILOTE_DEMONSTRATION = trial ? '1' : '0'
  const { address, gone } = await serve('dev')
  console.log(`Copilote CTG, version de travail : ${address}`)
  for (const { email, motDePasse, role } of comptes) console.log(`  ${email}  ${motDePasse}  ${role}`)
  void keepWorker(address)
  return gone
})
