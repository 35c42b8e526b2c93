import fs from 'node:fs'
import path from 'node:path'

/** Type that each kind of file of public/ is served with. A kind that is not here fails the tests. */
const TYPES: Record<string, { type: RegExp; image: boolean }> = {
  '.ico': { type: /^image\/(x-icon|vnd\.microsoft\.icon)$/, image: true },
  '.png': { type: /^image\/png$/, image: true },
  '.svg': { type: /^image\/svg\+xml$/, image: true },
  '.txt': { type: /^text\/plain/, image: false },
  '.webmanifest': { type: /^application\/manifest\+json/, image: false },
}

/** Every file of public/: its address, and how it is to be served. */
export function listPublications(): { href: string; type: RegExp; image: boolean }[] {
  return fs.readdirSync('public', { recursive: true, withFileTypes: true }).flatMap((entree) => {
    if (!entree.isFile()) return []
    const attendu = TYPES[path.extname(entree.name)]
    if (!attendu) throw new Error(`public/${entree.name}: which type?`)
    return [{ href: `/${path.relative('public', path.join(entree.parentPath, entree.name))}`, ...attendu }]
  })
}
