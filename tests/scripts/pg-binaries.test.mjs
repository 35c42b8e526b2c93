import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemBinaries } from '../../scripts/lib/pg-binaries.mjs'
import { temporaryFolder } from './temporary-folder.mjs'

const folder = temporaryFolder()
const install = (...versions) => versions.forEach((version) => folder.write(`${version}/bin/initdb`, ''))
const bin = (version) => path.join(folder.path, String(version), 'bin')

describe('PostgreSQL of the system', () => {
  it('is the newest that is recent enough', () => {
    install(13, 9.6, 16, 15)
    expect(systemBinaries(15, folder.path)).toBe(bin(16))
  })

  it('is passed over when only its client is installed', () => {
    install(15)
    folder.write('17/bin/psql', '')
    expect(systemBinaries(15, folder.path)).toBe(bin(15))
  })

  it('may be absent, or too old', () => {
    expect(systemBinaries(15, path.join(folder.path, 'absent'))).toBeUndefined()
    install(13)
    expect(systemBinaries(15, folder.path)).toBeUndefined()
  })
})
