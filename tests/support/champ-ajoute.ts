import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The Prisma client of the schema with one column more on the fiche: what `prisma generate` gives to whoever adds a field.
 * @param cle name of the field, `colonne` that of its column
 * @returns address of its module, and how to remove it
 */
export function generateClient(cle: string, colonne: string): { module: string; remove: () => void } {
  fs.mkdirSync(path.join(ROOT, '.data'), { recursive: true })
  // Inside the project: the generated code finds the runtime of Prisma where the product does.
  const folder = fs.mkdtempSync(path.join(ROOT, '.data', 'champ-ajoute-'))
  const schema = fs
    .readFileSync(path.join(ROOT, 'prisma/schema.prisma'), 'utf8')
    .replace('output   = "../lib/generated/prisma"', 'output = "./client"')
    .replace(/^model FicheAction \{\n/m, `$&  ${cle} String? @map("${colonne}")\n`)
  fs.writeFileSync(path.join(folder, 'schema.prisma'), schema)
  execFileSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/prisma/build/index.js'), 'generate', '--schema', path.join(folder, 'schema.prisma')],
    { cwd: ROOT, stdio: 'pipe' },
  )
  return {
    module: pathToFileURL(path.join(folder, 'client/client.ts')).href,
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
