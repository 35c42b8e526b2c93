import { defineConfig } from 'prisma/config'

// `generate`, `validate` and `format` are pure WebAssembly: keep the CLI from downloading the
// native schema engine for them, so that an install needs nothing but the npm registry.
if (['generate', 'validate', 'format'].some((command) => process.argv.includes(command))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
