import type pg from 'pg'
import type { TableVecue } from './fichier'

/** Rows of a database as text, out and in: what COPY would do, through any client. */

export const quote = (nom: string): string => `"${nom.replaceAll('"', '""')}"`

/** Tables of the product: those of the schema `public`, but for the record of migrations. */
export async function listTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ nom: string }>(
    `SELECT table_name AS nom FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  )
  return rows.map(({ nom }) => nom)
}

/** Columns that hold what was written: those that PostgreSQL computes are left out. */
export async function listColonnes(owner: pg.Client, table: string): Promise<TableVecue['colonnes']> {
  const { rows } = await owner.query<{ nom: string; type: string }>(
    `SELECT attname AS nom, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`public.${quote(table)}`],
  )
  return rows
}

async function listCles(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ nom: string }>(
    `SELECT a.attname AS nom FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY array_position(i.indkey::int2[], a.attnum)`,
    [`public.${quote(table)}`],
  )
  return rows.map(({ nom }) => nom)
}

/** The rows of a table, in the order of its key, each column as PostgreSQL writes it; instants in UTC. */
export async function readLignes(
  owner: pg.Client,
  table: string,
  colonnes: readonly string[],
): Promise<(string | null)[][]> {
  await owner.query(`SET TimeZone = 'UTC'`)
  const cles = await listCles(owner, table)
  const { rows } = await owner.query<{ ligne: (string | null)[] }>(
    `SELECT json_build_array(${colonnes.map((nom) => `${quote(nom)}::text`).join(', ')}) AS ligne FROM public.${quote(table)} ORDER BY ${cles.map(quote).join(', ')}`,
  )
  return rows.map(({ ligne }) => ligne)
}

/** Adds rows to a table, keys included. */
export async function insertLignes(owner: pg.Client, { nom, colonnes, lignes }: TableVecue): Promise<void> {
  await owner.query(`SET TimeZone = 'UTC'`)
  await owner.query(
    `INSERT INTO public.${quote(nom)} (${colonnes.map((colonne) => quote(colonne.nom)).join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${colonnes.map(({ type }, rang) => `(ligne ->> ${rang})::${type}`).join(', ')} FROM json_array_elements($1::json) ligne`,
    [JSON.stringify(lignes)],
  )
}

/** Last value of each sequence that was used. */
export async function readSequences(owner: pg.Client): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ nom: string; valeur: string }>(
    `SELECT sequencename AS nom, last_value::text AS valeur FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  return Object.fromEntries(rows.map(({ nom, valeur }) => [nom, valeur]))
}
