// Loads what an installation needs: the reference data; and in trial mode the dossiers delivered with
// the product (once, never over what a person changed) and the demonstration accounts.
// Prints one JSON line: { "comptes": [...] }.
import pg from 'pg'
import { importDossier } from '@/lib/dossier/import/actions'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { loadReferences } from '@/prisma/reference/load'
import { listDossiers } from '@/prisma/seed'
import { ensureDemonstrationAccounts } from './load/accounts'
import { closeSystemSession, openSystemSession } from './load/owner'

/** Slugs already brought in once: one that was removed since is not brought back. */
async function listImported(owner: pg.Client): Promise<Set<string>> {
  const { rows } = await owner.query<{ slug: string }>(
    `SELECT slug FROM convention UNION SELECT apres ->> 'slug' FROM journal WHERE operation = 'dossier.importer'`,
  )
  return new Set(rows.map((row) => row.slug))
}

const trial = process.env.COPILOTE_DEMONSTRATION === '1'
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL })
await owner.connect()
try {
  // Two starts at once load once.
  await owner.query(`SELECT pg_advisory_lock(hashtext('copilote: chargement'))`)
  await loadReferences(owner)
  const imported = await listImported(owner)
  const missing = trial ? (await listDossiers()).filter((dossier) => !imported.has(dossier.convention.slug)) : []
  if (missing.length > 0) {
    const session = await openSystemSession(owner)
    for (const dossier of missing) {
      const resultat = await runAs(session, () => importDossier({ dossier }))
      if (!resultat.ok)
        throw new Error(
          `${dossier.convention.slug}: ${resultat.message} ${'champs' in resultat ? JSON.stringify(resultat.champs.slice(0, 5)) : ''}`,
        )
    }
    await closeSystemSession(owner, session)
  }
  const comptes = trial ? await ensureDemonstrationAccounts(owner, process.env.NEXTAUTH_SECRET ?? '') : []
  process.stdout.write(`${JSON.stringify({ comptes })}\n`)
} finally {
  await closeClient()
  await owner.end()
}
