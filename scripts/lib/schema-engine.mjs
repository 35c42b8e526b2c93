// Prisma's schema engine compiled to WebAssembly, from npm: the native one is a download that an
// install must not need. It says what SQL leads from the migrations to the schema.
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { onDatabase, quoted } from './pg-client.mjs'

const CHAR_OID = 18 // the catalogue's one-byte type "char"
const TEXT_OID = 25

async function loadEngine() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(entry)
  const wasm = fs.readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/** The adapter (7.10) cannot read the type "char", and cuts scripts at every semicolon, even inside $$ bodies. */
function mend(adapter, pool) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const chars = new Set()
  adapter.performIO = async (query) => {
    const result = await performIO(query)
    chars.clear()
    result.fields.forEach((field, index) => {
      if (field.dataTypeID !== CHAR_OID) return
      chars.add(index)
      field.dataTypeID = TEXT_OID
    })
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
  adapter.executeScript = (script) =>
    pool.query(script).then(
      () => {},
      (error) => adapter.onError(error),
    )
  return adapter
}

/** Opens databases for the engine. The adapter's own factory would take the main database as shadow. */
class EngineFactory {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'

  constructor(url) {
    this.url = url
  }

  async open(url, afterwards = async () => {}) {
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    const adapter = mend(await new PrismaPg(pool).connect(), pool)
    adapter.dispose = async () => {
      await pool.end()
      await afterwards()
    }
    return adapter
  }

  connect() {
    return this.open(this.url)
  }

  async connectToShadowDb() {
    const name = `ctg_ombre_${process.pid}`
    const admin = new pg.Client({ connectionString: this.url })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${quoted(name)} TEMPLATE template0`)
    return this.open(onDatabase(this.url, name), async () => {
      await admin.query(`DROP DATABASE ${quoted(name)} WITH (FORCE)`)
      await admin.end()
    })
  }
}

/**
 * SQL that leads from the migrations to the schema.
 * @param {{ adminUrl: string, schema: string, lock: string, folder: string, migrations: { name: string, sql: string }[] }} input
 *   `adminUrl`: a server where a temporary database may be created; `lock`: text of migration_lock.toml
 * @returns {Promise<string>} empty when they agree
 */
export async function diffMigrations({ adminUrl, schema, lock, folder, migrations }) {
  const SchemaEngine = await loadEngine()
  const datamodels = [['schema.prisma', schema]]
  const engine = await SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new EngineFactory(adminUrl)),
  )
  try {
    const { stdout, exitCode } = await engine.diff({
      from: {
        tag: 'migrations',
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: lock },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
      shadowDatabaseUrl: null,
    })
    return exitCode === 0 ? '' : (stdout ?? '').trim()
  } finally {
    engine.free()
  }
}
