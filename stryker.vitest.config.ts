import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The tests of the rules alone, with few and fixed property runs: they are run once per mutant. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) }] },
  test: {
    environment: 'node',
    include: ['tests/unit/{gouvernance,competences,cooperation,plan-action}/**/*.test.ts'],
    env: { PROPERTY_RUNS: '25', PROPERTY_SEED: '20260303' },
  },
})
