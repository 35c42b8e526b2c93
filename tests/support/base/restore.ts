import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '@/scripts/migrate.mjs'
import type { BaseVecue } from './fichier'
import { insertLignes, quote } from './lignes'

const MIGRATIONS = path.resolve('prisma/migrations')

/** Applies the migrations that a base was made under, and no other. */
async function migrateThen(ownerUrl: string, { entete }: BaseVecue): Promise<void> {
  const dossier = fs.mkdtempSync(path.join(os.tmpdir(), 'copilote-migrations-'))
  try {
    for (const { name } of entete.migrations)
      fs.cpSync(path.join(MIGRATIONS, name), path.join(dossier, name), { recursive: true })
    await migrate(ownerUrl, dossier)
  } finally {
    fs.rmSync(dossier, { recursive: true })
  }
}

/** Links between tables, as they are declared: taken away while rows come in, in any order, then asked again of every row. */
async function listLiens(owner: pg.Client): Promise<{ table: string; nom: string; definition: string }[]> {
  const { rows } = await owner.query<{ table: string; nom: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS nom, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  )
  return rows
}

/** Brings the rows in as they were: no trigger writes anything meanwhile, and every key is checked at the end. */
async function insertTout(owner: pg.Client, { entete, tables }: BaseVecue): Promise<void> {
  const noms = tables.map(({ nom }) => `public.${quote(nom)}`)
  await owner.query('BEGIN')
  const liens = await listLiens(owner)
  for (const { table, nom } of liens) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quote(nom)}`)
  for (const nom of noms) await owner.query(`ALTER TABLE ${nom} DISABLE TRIGGER USER`)
  // What a migration writes by itself is in the base too.
  await owner.query(`TRUNCATE ${noms.join(', ')}`)
  for (const table of tables) await insertLignes(owner, table)
  for (const [nom, valeur] of Object.entries(entete.sequences))
    await owner.query('SELECT setval($1::regclass, $2)', [`public.${quote(nom)}`, valeur])
  for (const nom of noms) await owner.query(`ALTER TABLE ${nom} ENABLE TRIGGER USER`)
  for (const { table, nom, definition } of liens)
    await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quote(nom)} ${definition}`)
  await owner.query('COMMIT')
}

/**
 * Makes an empty database what a base was: its migrations, then its rows. What came since is not applied.
 * @param ownerUrl address of the empty database, as its owner
 * @throws when a migration it was made under is gone or was edited, or when a row breaks a constraint
 */
export async function restoreBase(ownerUrl: string, base: BaseVecue): Promise<void> {
  await migrateThen(ownerUrl, base)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await insertTout(owner, base)
  } finally {
    await owner.end()
  }
}

/** Moves what ends on a day as much later as the base is old: it is upgraded as on the day it was made. */
export async function renewEcheances(owner: pg.Client, { entete }: BaseVecue): Promise<void> {
  for (const table of ['invitation', 'invitation_fiche'])
    await owner.query(`UPDATE ${table} SET expire_le = expire_le + (now() - $1::timestamptz)`, [entete.instant])
}
