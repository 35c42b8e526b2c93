import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../scripts/lib/prepare.mjs'
import { temporaryFolder } from './temporary-folder.mjs'

const folder = temporaryFolder()
const WANTED = {
  '': { name: 'copilote-ctg' },
  'node_modules/next': { version: '16.4.5' },
  'node_modules/vitest': { version: '4.1.12', dev: true },
  'node_modules/fsevents': { version: '2.3.3', optional: true },
}
const HERE = { 'node_modules/next': WANTED['node_modules/next'], 'node_modules/vitest': WANTED['node_modules/vitest'] }
const ALL = { ...HERE, 'node_modules/fsevents': WANTED['node_modules/fsevents'] }

function isSatisfied(installed, withDev = true) {
  folder.write('package-lock.json', JSON.stringify({ packages: WANTED }))
  if (installed) folder.write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }))
  return isInstalled(folder.path, { withDev })
}

describe('what is installed', () => {
  it.each([
    ['nothing', undefined, false],
    ['what the lock file says', ALL, true],
    ['all but what another system needs', HERE, true],
    ['another version', { ...HERE, 'node_modules/next': { version: '16.4.4' } }, false],
    ['another version of an optional package', { ...HERE, 'node_modules/fsevents': { version: '2.3.2' } }, false],
    ['one package less', { 'node_modules/vitest': WANTED['node_modules/vitest'] }, false],
  ])('%s', (_, installed, expected) => {
    expect(isSatisfied(installed)).toBe(expected)
  })

  it('may lack development packages where only the product runs', () => {
    const served = { 'node_modules/next': WANTED['node_modules/next'] }
    expect(isSatisfied(served, false)).toBe(true)
    expect(isSatisfied(served, true)).toBe(false)
  })
})
