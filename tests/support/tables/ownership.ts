import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FunctionRead, ViewRead } from './catalogue'
import type { Mention } from './mentions'
import { readSql } from './sql'

/** Whose tables, through which doors: docs/tables.md, as tests read it. */

interface Owned {
  room: string
  /** Rooms that may read the table itself. */
  readers: 'ALL' | Set<string>
}

interface Definer {
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

const PAGE = fileURLToPath(new URL('../../../docs/tables.md', import.meta.url))

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
const listWords = ({ check }: Definer): string[] => listQuoted(check)

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

/** Why a list of names is not the other: each in one of them only. */
function compareNames(page: Iterable<string>, base: Iterable<string>): string[] {
  const [written, found] = [new Set(page), new Set(base)]
  return [
    ...[...found].filter((name) => !written.has(name)).map((name) => `${name}: docs/tables.md has no line for it`),
    ...[...written].filter((name) => !found.has(name)).map((name) => `${name}: there is no such thing any more`),
  ]
}

/** Tables of a door that its room may not show. */
const listForeign = ({ tables }: Ownership, room: string, names: readonly string[]): string[] =>
  names.filter((name) => {
    const owned = tables.get(name.replace(/^public\./, ''))
    return owned?.room !== room && owned?.readers !== 'ALL'
  })

/** What is wrong with the views of a database. */
export function judgeViews(views: readonly ViewRead[], ownership: Ownership): string[] {
  const doors = [...ownership.doors].filter(([name]) => !name.endsWith(')'))
  const faults = views.flatMap(({ name, materialised, invoker, tables, rights }) => [
    ...(materialised ? [`${name}: it keeps rows that row-level security does not see`] : []),
    ...(invoker ? [] : [`${name}: it is not security_invoker`]),
    ...rights.filter((right) => right !== 'copilote_app SELECT').map((right) => `${name}: ${right}`),
    ...listForeign(ownership, ownership.doors.get(name) ?? '', tables).map((table) => `${name}: it shows ${table}`),
  ])
  return [
    ...compareNames(
      doors.map(([name]) => name),
      views.map(({ name }) => name),
    ),
    ...faults,
  ]
}

const SAFE_PATH = /^pg_catalog, public(, app)?$/

function judgeDefiner({ name, trigger, path, body, callable }: FunctionRead, { check }: Definer): string[] {
  const kind = check === 'trigger' || check === 'inner' ? check : 'called'
  const words = listWords({ room: '', check })
  return [
    ...(path !== null && SAFE_PATH.test(path) ? [] : [`${name}: its search_path is not fixed`]),
    ...(trigger === (kind === 'trigger') ? [] : [`${name}: it is ${trigger ? 'a' : 'no'} trigger`]),
    ...(callable === (kind === 'called') ? [] : [`${name}: the application may ${callable ? '' : 'not '}call it`]),
    ...(kind === 'called' && words.length === 0 && !check.startsWith('nobody: ')
      ? [`${name}: docs/tables.md says neither what it checks nor why it checks nobody`]
      : []),
    ...words.filter((word) => !body.includes(word)).map((word) => `${name}: it does not check ${word}`),
  ]
}

/** A function that the application calls and that runs as whoever asks, where it shows tables: itself, or through another. */
const isDoor = ({ definer, callable, rows, body }: FunctionRead): boolean =>
  !definer && callable && (rows || readSql(body).named.length > 0)

/** What is wrong with the functions of a database. */
export function judgeFunctions(functions: readonly FunctionRead[], ownership: Ownership): string[] {
  const doors = [...ownership.doors].filter(([name]) => name.endsWith(')'))
  const definers = functions.filter(({ definer }) => definer)
  return [
    ...compareNames(
      doors.map(([name]) => name),
      functions.filter(isDoor).map(({ name }) => name),
    ),
    ...compareNames(
      ownership.definers.keys(),
      definers.map(({ name }) => name),
    ),
    ...functions.filter(({ open }) => open).map(({ name }) => `${name}: PUBLIC may call it`),
    ...definers.flatMap((one) => {
      const definer = ownership.definers.get(one.name)
      return definer ? judgeDefiner(one, definer) : []
    }),
    ...functions.filter(isDoor).flatMap(({ name, body }) => {
      const { named, ctes } = readSql(body)
      const tables = named.map((one) => one.name).filter((table) => !ctes.includes(table))
      const room = ownership.doors.get(name) ?? ''
      return listForeign(ownership, room, tables).map((table) => `${name}: it shows ${table}`)
    }),
  ]
}
