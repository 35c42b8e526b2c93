import { Failure } from './failure.mjs'
import { inProject, TYPESCRIPT } from './project.mjs'
import { start } from './supervisor.mjs'

/** @typedef {{ email: string, motDePasse: string, nom: string, role: string }} Compte */

/**
 * Loads reference data and dossiers (scripts/load.ts, which changes nothing that is already there).
 * @param {{ trial: boolean, env?: NodeJS.ProcessEnv }} options `trial`: with demonstration accounts
 * @returns {Promise<Compte[]>} the demonstration accounts; none outside trial mode
 */
export async function load({ trial, env = process.env }) {
  const child = start(process.execPath, [...TYPESCRIPT, inProject('scripts/load.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, COPILOTE_DEMONSTRATION: trial ? '1' : '0' },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
  if ((await child.gone) !== 0) {
    throw new Failure(
      'Les données de référence et les dossiers n’ont pas pu être chargés.',
      'Lisez le message ci-dessus, puis relancez la commande.',
    )
  }
  return JSON.parse(output.trim().split('\n').at(-1)).comptes ?? []
}
