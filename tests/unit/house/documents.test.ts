import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const read = (name: string): string => fs.readFileSync(path.join(ROOT, name), 'utf8')
const exists = (name: string): boolean => fs.existsSync(path.join(ROOT, name))
const listFolders = (name: string): string[] =>
  fs
    .readdirSync(path.join(ROOT, name), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((name) => name !== '' && exists(name))

/** Folders of the tree drawn in architecture.md, by their path. */
function readTree(): string[] {
  const [, drawn = ''] = /## Rooms\n\n```\n([\s\S]*?)```/.exec(read('docs/architecture.md')) ?? []
  const path_: string[] = []
  return drawn.split('\n').flatMap((line) => {
    const [, indent = '', name] = /^( *)([\w-]+)\//.exec(line) ?? []
    if (name === undefined) return []
    path_.splice(indent.length / 2, Infinity, name)
    return [path_.join('/')]
  })
}

/** Folders that are a piece of furniture, or made by the tools: no place of their own in the tree. */
const INSIDE = [
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
  'generated',
]

describe('documents say what exists', () => {
  it('the tree of architecture.md draws every room and every wing, and nothing else', () => {
    const tree = readTree()
    const rooms = listFolders('lib').filter((room) => !INSIDE.includes(room))
    const wings = rooms.flatMap((room) =>
      listFolders(`lib/${room}`).flatMap((wing) => (INSIDE.includes(wing) ? [] : [`lib/${room}/${wing}`])),
    )
    expect(tree.filter((folder) => folder.startsWith('lib/')).sort()).toEqual(
      [...rooms.map((room) => `lib/${room}`), ...wings].sort(),
    )
    expect(tree.filter((folder) => !exists(folder))).toEqual([])
  })

  it('the order of rooms in architecture.md is the order of the lint', () => {
    const drawn = readTree().flatMap((folder) => (/^lib\/[\w-]+$/.test(folder) ? [folder.slice(4)] : []))
    const [, order = ''] = /const ROOMS = (\[[\s\S]*?\n\])/.exec(read('.dependency-cruiser.cjs')) ?? []
    expect(drawn).toEqual([...order.matchAll(/'([\w-]+)'/g)].map(([, room]) => room))
  })

  it('the index of records lists every record under its title', () => {
    const records = fs
      .readdirSync(path.join(ROOT, 'docs/decisions'))
      .filter((name) => /^\d{4}-/.test(name))
      .sort()
    const lines = records.map((name) => {
      const [, number, title] = /^# (\d{4})\. (.+)$/m.exec(read(`docs/decisions/${name}`)) ?? []
      expect(`${name}: ${number}`).toBe(`${name}: ${name.slice(0, 4)}`)
      return `- [${number}](${name}) ${title}`
    })
    const index = read('docs/decisions/README.md')
    expect(index.split('\n').filter((line) => line.startsWith('- ['))).toEqual(lines)
    const [, next] = /the next number is (\d{4})/.exec(index) ?? []
    expect(Number(next)).toBe(1 + Math.max(...records.map((name) => Number(name.slice(0, 4)))))
  })

  it.each(documents)('%s names files, folders and commands that exist', (name) => {
    const text = read(name)
    const paths = [...text.matchAll(/`((?:app|components|docs|lib|prisma|public|scripts|tests)\/[^`\s*…<]+)`/g)].map(
      ([, found = '']) => found,
    )
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, found = '']) =>
      path.posix.join(path.posix.dirname(name), found),
    )
    expect([...paths, ...links].filter((found) => !exists(found))).toEqual([])
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const commands = [...text.matchAll(/`npm run ([\w:]+)/g)].map(([, found = '']) => found)
    expect(commands.filter((command) => !(command in scripts))).toEqual([])
  })
})
