import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { at, findFaketime, withoutFaketime } from '../../scripts/lib/faketime.mjs'

/** Another day for a command and all it starts. */

const LIBRARY = { variable: 'LD_PRELOAD', library: '/usr/lib/libfaketime.so.1' }
const NOW = new Date('2026-11-30T12:00:00Z')

function find() {
  try {
    return findFaketime()
  } catch {
    return null
  }
}
const installed = find()

describe('an environment in which an instant is now', () => {
  it.each([
    ['2026-11-30T12:00:00Z', '+0'],
    ['2026-12-01T12:00:00Z', '+86400'],
    ['2026-11-30T11:59:00Z', '-60'],
  ])('is as far from the true clock as %s', (instant, offset) => {
    expect(at({}, LIBRARY, { instant: new Date(instant) }, NOW).FAKETIME).toBe(offset)
  })

  it('keeps what was there, and the time zone unless another is asked for', () => {
    const env = { PATH: '/bin', TZ: 'Europe/Paris' }
    expect(at(env, LIBRARY, { instant: NOW }, NOW)).toMatchObject({ ...env, LD_PRELOAD: LIBRARY.library })
    expect(at(env, LIBRARY, { instant: NOW, zone: 'UTC' }, NOW).TZ).toBe('UTC')
  })

  it('lets a program back on the true clock, and keeps what else goes before it', () => {
    const env = { PATH: '/bin', LD_PRELOAD: '/usr/lib/other.so' }
    expect(withoutFaketime(at({ PATH: '/bin' }, LIBRARY, { instant: NOW }, NOW))).not.toHaveProperty('LD_PRELOAD')
    expect(withoutFaketime(at({ PATH: '/bin' }, LIBRARY, { instant: NOW }, NOW))).not.toHaveProperty('FAKETIME')
    expect(withoutFaketime(env)).toEqual(env)
  })

  it('says how to install faketime where it is missing', () => {
    expect(() => findFaketime({ PATH: '' })).toThrow(/faketime n’est pas installé/)
  })

  // Where faketime is missing there is nothing to believe; on another day already, it would be two away.
  const applies = installed !== null && !process.env.FAKETIME
  it(applies ? 'is believed by a program and by what it starts' : 'is not tried here', () => {
    if (!applies) return
    const code =
      "console.log(new Date().getFullYear(), require('child_process').execFileSync('date', ['+%Y']).toString().trim())"
    const env = at(process.env, installed, { instant: new Date('2031-06-15T12:00:00Z') })
    expect(spawnSync(process.execPath, ['-e', code], { env, encoding: 'utf8' }).stdout.trim()).toBe('2031 2031')
  })
})
