import { readMigrations } from '@/scripts/migrate.mjs'
import { closeClient } from '@/lib/platform/db'
import { writeBase } from './fichier'
import { listColonnes, listTables, readLignes, readSequences } from './lignes'
import { openMonde } from './monde'
import { live } from './vie'

// Lives in a database that was just loaded, then writes it down: run by scripts/base-vecue.mjs.
// Arguments: the file to write, the commit whose code this is.

const [chemin, version] = process.argv.slice(2)
const { DATABASE_URL: ownerUrl, TEST_COMPTES: comptes } = process.env
if (!chemin || !version || !ownerUrl || !comptes) throw new Error('run: npm run base:new')

const monde = await openMonde(ownerUrl, JSON.parse(comptes) as { email: string; motDePasse: string }[])
try {
  const { owner } = monde
  const liens = await live(monde)
  const tables = []
  for (const nom of await listTables(owner)) {
    const colonnes = await listColonnes(owner, nom)
    tables.push({
      nom,
      colonnes,
      lignes: await readLignes(
        owner,
        nom,
        colonnes.map((colonne) => colonne.nom),
      ),
    })
  }
  const vides = tables.filter(({ lignes }) => lignes.length === 0).map(({ nom }) => nom)
  if (vides.length > 0) throw new Error(`nobody lived in ${vides.join(', ')}: add a gesture that writes there`)
  const migrations = readMigrations('prisma/migrations').map(({ name, checksum }) => ({ name, checksum }))
  writeBase(chemin, {
    entete: {
      format: 1,
      version,
      instant: new Date().toISOString(),
      migrations,
      sequences: await readSequences(owner),
      liens,
    },
    tables,
  })
} finally {
  await closeClient()
  await monde.owner.end()
}
