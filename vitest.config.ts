import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const SEULS = 'tests/db/**/*.seul.test.ts'

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: fromRoot('./') },
      // Outside Next.js, this guard throws on import; its empty twin is what a server component gets.
      { find: /^server-only$/, replacement: fromRoot('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    allowOnly: false,
    environment: 'node',
    setupFiles: [fromRoot('./tests/setup.ts')],
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // A limit is for what hangs; what must be quick is measured in processor time (tests/unit/processeur.ts).
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/scripts/**/*.test.mjs'],
          testTimeout: 30_000,
        },
      },
      {
        // Each file has its own database, named in its environment; a process takes one file after the other.
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.{ts,mjs}'],
          exclude: ['**/node_modules/**', SEULS],
          pool: 'forks',
          isolate: false,
          setupFiles: ['tests/support/entre-fichiers.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // A file that replaces modules of the product has a process to itself: `npm test db` runs these too.
        extends: true,
        test: { name: 'db-seul', include: [SEULS], pool: 'forks', testTimeout: 30_000, hookTimeout: 120_000 },
      },
    ],
  },
})
