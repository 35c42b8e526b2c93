import fs from 'node:fs'
import path from 'node:path'

/** Sources of the product by their path from the root, but for the client that Prisma writes. */
export function readSources(): Map<string, string> {
  return new Map(
    ['app', 'components', 'lib'].flatMap((room) =>
      fs
        .readdirSync(room, { recursive: true, encoding: 'utf8' })
        .map((name) => path.posix.join(room, name.split(path.sep).join('/')))
        .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('lib/generated/'))
        .map((name) => [name, fs.readFileSync(path.resolve(name), 'utf8')] as const),
    ),
  )
}
