import fs from 'node:fs'
import path from 'node:path'
import { declarations, type Declaration } from '@/lib/platform/query'

/** A declared query or action, found by its name. */
export interface ModuleDeclare {
  nom: string
  declaration: Declaration
  appel: (input: unknown) => Promise<unknown>
}

function listFichiers(dossier: string): string[] {
  return fs.readdirSync(dossier, { withFileTypes: true }).flatMap((entree) => {
    const chemin = path.join(dossier, entree.name)
    if (entree.isDirectory()) return entree.name === 'generated' ? [] : listFichiers(chemin)
    return entree.name.endsWith('.ts') && /define(?:Query|Action)\(/.test(fs.readFileSync(chemin, 'utf8'))
      ? [chemin]
      : []
  })
}

/**
 * Every query and action of some rooms, found by reading their folders: nothing that is declared is left out of a test.
 * @param rooms folders of lib; all of them but the platform by default
 */
export async function loadDeclares(rooms?: readonly string[]): Promise<ModuleDeclare[]> {
  const dossiers =
    rooms ?? fs.readdirSync(path.resolve('lib')).filter((nom) => nom !== 'platform' && nom !== 'generated')
  const trouves: ModuleDeclare[] = []
  for (const chemin of dossiers.flatMap((room) => listFichiers(path.resolve('lib', room)))) {
    const exportes = (await import(chemin)) as Record<string, unknown>
    for (const [nom, valeur] of Object.entries(exportes)) {
      const declaration = declarations.get(nom)
      if (typeof valeur === 'function' && declaration)
        trouves.push({ nom, declaration, appel: valeur as ModuleDeclare['appel'] })
    }
  }
  return trouves
}
