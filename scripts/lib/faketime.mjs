// Another day for a command and all it starts: libfaketime, between programs and the system's clock.
import { spawnSync } from 'node:child_process'
import { Failure } from './failure.mjs'

/**
 * The library that faketime puts before programs, under the variable that this system reads.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ variable: string, library: string }}
 * @throws {Failure} when faketime is not installed
 */
export function findFaketime(env = process.env) {
  const asked = spawnSync('faketime', ['-m', '-f', '+0', 'env'], { env, encoding: 'utf8' })
  const found = /^(LD_PRELOAD|DYLD_INSERT_LIBRARIES)=(.*faketime.*)$/m.exec(asked.stdout ?? '')
  if (found) return { variable: found[1], library: found[2] }
  throw new Failure(
    'faketime n’est pas installé : sans lui, les tests ne peuvent pas vivre un autre jour.',
    'Sous Debian ou Ubuntu : apt-get install faketime. Ailleurs : https://github.com/wolfcw/libfaketime.',
    asked.error,
  )
}

/**
 * An environment back on the true clock, for a program that another clock stops: Chromium waits on the system's clock and
 * turns round and round when it is far away. What its pages call now is moved by the tests (tests/support/essai.ts).
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutFaketime(env) {
  const rest = { ...env }
  delete rest.FAKETIME
  for (const name of ['LD_PRELOAD', 'DYLD_INSERT_LIBRARIES']) if (rest[name]?.includes('faketime')) delete rest[name]
  return rest
}

/**
 * An environment in which an instant is now. Every process is as far from the true clock as every other, PostgreSQL
 * included; clocks that only measure, and the dates of files, stay true.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ variable: string, library: string }} faketime from `findFaketime`
 * @param {{ instant: Date, zone?: string }} when `zone`: time zone of the machine, the present one by default
 * @param {Date} [now]
 * @returns {NodeJS.ProcessEnv}
 */
export function at(env, { variable, library }, { instant, zone }, now = new Date()) {
  const seconds = Math.round((instant.getTime() - now.getTime()) / 1000)
  return {
    ...env,
    [variable]: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1', // name in versions of before 0.9.9
    DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
    ...(zone ? { TZ: zone } : {}),
  }
}
