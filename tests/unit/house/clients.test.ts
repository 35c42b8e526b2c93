import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSources } from './sources'

/** What a browser is never sent: a file of the browser leads, by whatever it imports, to no library of the server. */

const KEPT_OUT = ['zod', 'server-only', '@prisma/client', 'pg', 'pino']

type Sources = ReadonlyMap<string, string>

const isDirected = (source: string | undefined, directive: string): boolean =>
  source !== undefined && new RegExp(`^['"]${directive}['"]`).test(source)

function resolve(sources: Sources, from: string, wanted: string): string {
  if (!/^(@\/|\.)/.test(wanted)) return wanted
  const base = wanted.startsWith('@/') ? wanted.slice(2) : path.posix.join(path.posix.dirname(from), wanted)
  return ['.ts', '.tsx', '/index.ts'].map((end) => base + end).find((file) => sources.has(file)) ?? base
}

/** Modules that a file brings at run time: types, and what is imported on demand, are left out. */
function listImports(sources: Sources, file: string): string[] {
  const source = sources.get(file) ?? ''
  return [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:([^'";]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm)]
    .filter(([, names = '']) => !/^\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)+\}$/.test(names.trim()))
    .map(([, , wanted = '']) => resolve(sources, file, wanted))
}

/** The way from a file of the browser to a library that is kept out of it; null when there is none. */
function findWay(sources: Sources, file: string): string[] | null {
  const seen = new Set<string>()
  const ways = [[file]]
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1) ?? file
    if (KEPT_OUT.some((library) => last === library || last.startsWith(`${library}/`))) return way
    // An action is called over the network.
    if (seen.has(last) || (last !== file && isDirected(sources.get(last), 'use server'))) continue
    seen.add(last)
    const here = way
    ways.push(...listImports(sources, last).map((next) => [...here, next]))
  }
  return null
}

const listWays = (sources: Sources): string[] =>
  [...sources]
    .filter(([, source]) => isDirected(source, 'use client'))
    .flatMap(([file]) => findWay(sources, file)?.join(' > ') ?? [])

describe('files of the browser', () => {
  it('lead to no library of the server', () => {
    const sources = readSources()
    expect([...sources.values()].filter((source) => isDirected(source, 'use client')).length).toBeGreaterThan(200)
    expect(listWays(sources)).toEqual([])
  })

  it.each([
    ["import { z } from 'zod'", ['components/a.tsx > zod']],
    ["import { b } from './b'", ['components/a.tsx > components/b.ts > zod']],
    ["import '@/components/b'", ['components/a.tsx > components/b.ts > zod']],
    ["export * from './b'", ['components/a.tsx > components/b.ts > zod']],
    ["import type { B } from './b'", []],
    ["import { type B, type C } from './b'", []],
    ["const b = await import('./b')", []],
    ["import { c } from './actions'", []],
  ])('by %s: %j', (code, ways) => {
    const sources = new Map([
      ['components/a.tsx', `'use client'\n${code}\n`],
      ['components/b.ts', "import { z } from 'zod'\nexport const b = z.string()\n"],
      ['components/actions.ts', "'use server'\nimport { b } from './b'\n"],
    ])
    expect(listWays(sources)).toEqual(ways)
  })
})
