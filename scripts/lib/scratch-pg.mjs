// A throw-away PostgreSQL server: in a temporary folder, without durability, gone with the command.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '../embedded-pg.mjs'
import { onStop } from './supervisor.mjs'

/**
 * Starts a throw-away server.
 * @param {{ bin?: string }} [options] other PostgreSQL programs than npm's
 * @returns {Promise<string>} address of its maintenance database, as superuser
 */
export async function startScratchServer({ bin } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copilote-pg-'))
  fs.chmodSync(folder, 0o755) // root runs PostgreSQL as another user, who must get there
  onStop(() => fs.rmSync(folder, { recursive: true, force: true }))
  const server = await startEmbedded({ folder, bin, fast: true })
  onStop(server.stop)
  return server.adminUrl
}
