import fs from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isTrial, readSecret } from '../../scripts/lib/settings.mjs'
import { temporaryFolder } from './temporary-folder.mjs'

const folder = temporaryFolder()
afterEach(() => vi.unstubAllEnvs())

describe('trial mode', () => {
  it.each([
    ['the embedded database', {}, true],
    ['the embedded database, refused', { COPILOTE_DEMONSTRATION: '0' }, false],
    ['an external database', { DATABASE_URL: 'postgresql://ailleurs/ctg' }, false],
    [
      'an external database, asked for',
      { DATABASE_URL: 'postgresql://ailleurs/ctg', COPILOTE_DEMONSTRATION: '1' },
      true,
    ],
  ])('on %s', (_, env, expected) => {
    expect(isTrial(env)).toBe(expected)
  })
})

describe('secret', () => {
  it('is made once, and closed to other users', () => {
    vi.stubEnv('NEXTAUTH_SECRET', '')
    const secret = readSecret({ required: false, folder: folder.path })
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(readSecret({ required: false, folder: folder.path })).toBe(secret)
    expect(fs.statSync(path.join(folder.path, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('is the one of the environment when there is one', () => {
    vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(40))
    expect(readSecret({ required: true, folder: folder.path })).toBe('s'.repeat(40))
    expect(fs.readdirSync(folder.path)).toEqual([])
  })

  it('is required on an external database, and long enough', () => {
    vi.stubEnv('NEXTAUTH_SECRET', '')
    expect(() => readSecret({ required: true, folder: folder.path })).toThrow('NEXTAUTH_SECRET manque')
    vi.stubEnv('NEXTAUTH_SECRET', 'court')
    expect(() => readSecret({ required: false, folder: folder.path })).toThrow('trop court')
  })
})
