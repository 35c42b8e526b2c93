// Where things are. Everything is anchored on this file, so that a command works from any folder.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Local state of this copy of the project: embedded database, secret, locks. Ignored by git. */
export const DATA_DIR = path.join(ROOT, '.data')

/**
 * Absolute path of something in the project.
 * @param {...string} parts path segments from the root
 */
export const inProject = (...parts) => path.join(ROOT, ...parts)

/** Arguments of Node for a TypeScript file of the project: as the server sees it, where `server-only` is allowed. */
export const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx']
