import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Mention } from './mentions'

/** Whose tables, through which doors: docs/tables.md, as tests read it. */

export interface Owned {
  room: string
  /** Rooms that may read the table itself. */
  readers: 'ALL' | Set<string>
}

export interface Definer {
  room: string
  check: string
}

export interface Ownership {
  tables: Map<string, Owned>
  /** Rooms that read and write whole conventions. */
  whole: Set<string>
  /** Views (`porte.name`) and functions (`app.name(arguments)`), with their room. */
  doors: Map<string, string>
  definers: Map<string, Definer>
}

const PAGE = fileURLToPath(new URL('../../docs/tables.md', import.meta.url))

/** Rows of the first table below a title, each as its cells. */
function readTable(page: string, title: string): string[][] {
  const [, section = ''] = page.split(new RegExp(`^##+ ${title}$`, 'm'))
  const lines = section.split(/^##/m)[0]?.split('\n') ?? []
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    )
}

const listQuoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

/** @throws when the page names something twice: nobody could tell which line holds */
function toMap<V>(rows: readonly (readonly [string, V])[]): Map<string, V> {
  const map = new Map(rows)
  if (map.size < rows.length)
    throw new Error(`docs/tables.md names something twice, among ${[...map.keys()].join(', ')}`)
  return map
}

export function readOwnership(page = fs.readFileSync(PAGE, 'utf8')): Ownership {
  const tables = readTable(page, 'Tables').flatMap(([room = '', names = '', readers = '']) =>
    listQuoted(names).map((name): [string, Owned] => [
      name,
      { room, readers: readers === 'every room' ? 'ALL' : new Set(readers.split(/,\s*/).filter(Boolean)) },
    ]),
  )
  const doors = readTable(page, 'Doors').map(([door = '', room = '']): [string, string] => [
    listQuoted(door)[0] ?? '',
    room,
  ])
  const definers = readTable(page, 'Functions with the rights of the owner').map(
    ([name = '', room = '', check = '']): [string, Definer] => [listQuoted(name)[0] ?? '', { room, check }],
  )
  return {
    tables: toMap(tables),
    whole: new Set(readTable(page, 'A whole convention').map(([room = '']) => room)),
    doors: toMap(doors),
    definers: toMap(definers),
  }
}

/** Words of a check that the body of the function must hold. */
export const listWords = ({ check }: Definer): string[] => listQuoted(check)

/**
 * Why each mention is refused, in the order they come.
 * @param roomOf the room of a file
 * @param ctes names that statements give to parts of themselves
 */
export function judgeMentions(
  mentions: readonly Mention[],
  { tables, doors, whole }: Ownership,
  roomOf: (file: string) => string,
  ctes: ReadonlySet<string>,
): string[] {
  return mentions.flatMap(({ file, line, name, write }) => {
    const room = roomOf(file)
    const table = name.replace(/^public\./, '')
    const owned = tables.get(table)
    const refuse = (why: string): string[] => [`${file}:${line} ${write ? 'writes' : 'reads'} ${name}: ${why}`]
    if (owned !== undefined) {
      if (owned.room === room || whole.has(room)) return []
      if (!write && (owned.readers === 'ALL' || owned.readers.has(room))) return []
      return refuse(`it belongs to ${owned.room}`)
    }
    if (doors.has(name)) return write ? refuse('a door is for reading') : []
    return ctes.has(name) ? [] : refuse('nobody knows it')
  })
}
