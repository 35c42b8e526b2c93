import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** What a wing holds, each a file or the folder it became (docs/architecture.md). */
const FURNITURE = [
  'schema',
  'rules',
  'words',
  'types',
  'sql',
  'read',
  'queries',
  'write',
  'actions',
  'effets',
  'mapping',
]
/** Rooms that know no convention: they are cut as their own matter asks. */
const WITHOUT_WINGS = ['platform', 'documents', 'tableurs', 'generated']
/** Folders of components that are no room of lib. */
const SCREENS = ['ui', 'shell', 'formulaire', 'connexion']
/** Folders of tests that are no room of lib. */
const TESTS = ['house', 'ui', 'formulaire', 'reference', 'scripts', 'upgrade']
const MAX_FILES = 25
const SOURCE = /\.(tsx?|mjs|css)$/

/** Files that git follows or would follow, from the root. */
function listFiles(...folders: string[]): string[] {
  const options = { cwd: ROOT, encoding: 'utf8' as const, maxBuffer: 64 * 1024 * 1024 }
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], options)
  return listed.split('\n').filter((name) => name !== '' && fs.existsSync(path.join(ROOT, name)))
}

const rooms = fs.readdirSync(path.join(ROOT, 'lib')).filter((room) => !WITHOUT_WINGS.includes(room))
const lib = listFiles('lib').filter((file) => rooms.includes(file.split('/')[1] ?? ''))
const stem = (name: string): string => name.replace(/\.ts$/, '')

/** Wings of a room: its folders that are no furniture. */
const wings = (room: string): string[] => [
  ...new Set(
    lib
      .map((file) => file.split('/'))
      .flatMap(([, r, wing, file]) =>
        r === room && file !== undefined && !FURNITURE.includes(wing ?? '') ? [wing ?? ''] : [],
      ),
  ),
]

/** The parts of a path below its room and its wing: furniture, or a file of it. */
function belowWing(file: string): string[] {
  const [, , ...parts] = file.split('/')
  return FURNITURE.includes(stem(parts[0] ?? '')) ? parts : parts.slice(1)
}

describe('rooms and wings', () => {
  it('a wing holds furniture and nothing else', () => {
    const strangers = lib.filter((file) => {
      const [piece, inside, deeper] = belowWing(file)
      return (
        piece === undefined ||
        !FURNITURE.includes(stem(piece)) ||
        deeper !== undefined ||
        (piece.endsWith('.ts') && inside !== undefined)
      )
    })
    expect(strangers).toEqual([])
  })

  it('a piece of furniture is a file or a folder, never both', () => {
    const files = new Set(lib)
    expect(lib.map((file) => `${path.posix.dirname(file)}.ts`).filter((twin) => files.has(twin))).toEqual([])
  })

  it('no file name is a pass: a file is named after what it holds', () => {
    const passes = new RegExp(`^(${FURNITURE.join('|')}|ecriture|lecture|verrou|vue)-`)
    expect(lib.filter((file) => passes.test(path.posix.basename(file)))).toEqual([])
  })

  it.each(['app', 'components', 'lib', 'prisma', 'scripts', 'tests'])(
    `no folder of %s directly holds more than ${MAX_FILES} source files`,
    (folder) => {
      const counts = new Map<string, number>()
      for (const file of listFiles(folder).filter((name) => SOURCE.test(name))) {
        const parent = path.posix.dirname(file)
        counts.set(parent, (counts.get(parent) ?? 0) + 1)
      }
      expect([...counts].filter(([, count]) => count > MAX_FILES)).toEqual([])
    },
  )

  it('components bear the names of rooms and wings', () => {
    const known = new Set([...SCREENS, ...rooms])
    const strangers = listFiles('components')
      .map((file) => file.split('/'))
      .filter(
        ([, room = '', wing, file]) =>
          !known.has(room) || (rooms.includes(room) && file !== undefined && !wings(room).includes(wing ?? '')),
      )
    expect(strangers.map((parts) => parts.join('/'))).toEqual([])
  })

  it.each(['unit', 'db'])('tests/%s bear the names of rooms and wings', (kind) => {
    const known = new Set([...TESTS, ...rooms, ...WITHOUT_WINGS])
    const strangers = listFiles(`tests/${kind}`)
      .map((file) => file.split('/'))
      .filter(([, , room = '', wing, file]) =>
        file !== undefined || wing !== undefined
          ? !known.has(room) || (rooms.includes(room) && file !== undefined && !wings(room).includes(wing ?? ''))
          : false,
      )
    expect(strangers.map((parts) => parts.join('/'))).toEqual([])
  })
})
