// Fills a migrated, empty database with synthetic data, and says what does not respect the schema.
import { countRows } from './sizes.mjs'
import { listStatements } from './statements.mjs'

const rowsOf = async (client, sql) => (await client.query(sql)).rows

/** Indexes that no constraint needs: a hundred times quicker to build at the end than to keep while rows arrive. */
const SPARE_INDEXES = `
  SELECT format('%I.%I', n.nspname, i.relname) AS name, pg_get_indexdef(x.indexrelid) AS definition
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_namespace n ON n.oid = i.relnamespace
  WHERE n.nspname = 'public' AND NOT x.indisunique AND NOT x.indisexclusion`

const SEQUENCES = `
  SELECT quote_literal(pg_get_serial_sequence(format('%I', table_name), column_name)) AS sequence, format('%I', table_name) AS "table"
  FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND column_default LIKE 'nextval%'`

/**
 * Writes the data of a size, as the owner: triggers are off (they would journal and fold row by row), so the
 * statements fill the folded columns themselves.
 * @param {import('pg').Client} client owner of a migrated database without rows
 * @param {import('./sizes.mjs').Size} size
 * @returns {Promise<Record<string, number>>} rows of the large tables
 */
export async function generate(client, size) {
  await client.query(
    "SET session_replication_role = replica; SET maintenance_work_mem = '256MB'; SET work_mem = '64MB'",
  )
  const indexes = await rowsOf(client, SPARE_INDEXES)
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  for (const statement of listStatements(size)) await client.query(statement)
  for (const { definition } of indexes) await client.query(definition)
  for (const { sequence, table } of await rowsOf(client, SEQUENCES)) {
    await client.query(`SELECT setval(${sequence}, greatest((SELECT max(id) FROM ${table}), 1))`)
  }
  await client.query('RESET session_replication_role; RESET maintenance_work_mem; RESET work_mem')
  await client.query('VACUUM ANALYZE')
  return countRows(size)
}

/** Rows whose parent is missing, for each foreign key: they are off while the data is written. */
const FOREIGN_KEYS = `
  SELECT c.conname AS name, format('SELECT count(*)::int AS n FROM %s c LEFT JOIN %s p ON (%s) WHERE p.* IS NULL AND num_nulls(%s) = 0',
    c.conrelid::regclass, c.confrelid::regclass,
    (SELECT string_agg(format('c.%I = p.%I', a.attname, b.attname), ' AND ') FROM unnest(c.conkey, c.confkey) AS k(ours, theirs)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.ours JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.theirs),
    (SELECT string_agg(format('c.%I', a.attname), ', ') FROM unnest(c.conkey) AS k JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k)) AS sql
  FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`

/** Folded columns that their trigger would have written otherwise. */
const FOLDED = `
  SELECT format('folded %s', t.tgrelid::regclass) AS name, format('SELECT count(*)::int AS n FROM %s r WHERE r.recherche <> app.plier(concat_ws('' '', %s))', t.tgrelid::regclass,
    (SELECT string_agg(format('r.%I', a), ', ') FROM unnest(string_to_array(rtrim(replace(encode(t.tgargs, 'escape'), '\\000', ' ')), ' ')) AS a)) AS sql
  FROM pg_trigger t WHERE t.tgname = 'plier' AND t.tgrelid <> 'fiche_action'::regclass
  UNION ALL SELECT 'folded fiche_action', 'SELECT count(*)::int AS n FROM fiche_action r WHERE r.recherche <> app.mots_fiche(r)'`

/** Tables that no statement fills, but for those that no measured screen counts. */
const EMPTY = `
  SELECT format('empty %I', table_name) AS name, format('SELECT (NOT EXISTS (SELECT FROM %I))::int AS n', table_name) AS sql
  FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
    AND table_name NOT IN ('session', 'invitation', 'tentative_connexion', 'epci_departement', 'document', 'commentaire', 'developpement',
      'poste_theme', 'poste_mission', 'absence', 'reglage_financement', 'financement', 'repartition_afas', 'activite_mission', 'bilan_fonction', 'echeance_afas',
      'version_plan', 'fiche_document', 'accord_mesure', 'invitation_fiche', 'contribution_fiche', 'mention', 'vue_plan', 'import_tableur')`

/**
 * What triggers and foreign keys would have refused.
 * @param {import('pg').Client} client owner of a generated database
 * @returns {Promise<string[]>} one line per fault; none when the data respects the schema
 */
export async function checkData(client) {
  const faults = []
  for (const source of [FOREIGN_KEYS, FOLDED, EMPTY]) {
    for (const { name, sql } of await rowsOf(client, source)) {
      const [{ n }] = await rowsOf(client, sql)
      if (n > 0) faults.push(`${name}: ${n}`)
    }
  }
  await client
    .query('SELECT app.verifier_schema(id) FROM schema_cooperation')
    .catch((error) => faults.push(error.message))
  return faults
}
