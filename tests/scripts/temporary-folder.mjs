import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/**
 * A folder of one's own for each test of the file.
 * @returns {{ path: string, write: (name: string, content: string) => string }} `write` gives the file's path
 */
export function temporaryFolder() {
  const folder = {
    path: '',
    write: (name, content) => {
      const file = path.join(folder.path, name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, content)
      return file
    },
  }
  beforeEach(() => {
    folder.path = fs.mkdtempSync(path.join(os.tmpdir(), 'copilote-essai-'))
  })
  afterEach(() => fs.rmSync(folder.path, { recursive: true }))
  return folder
}
