import { closeClient } from '@/lib/platform/db'

/**
 * What vitest does between two files of database tests. They follow one another in a process, which keeps the modules
 * of the product (reading them takes longer than most files): each file finds the environment as the first one did, and
 * no connection to the database of the one before.
 */
const processus = globalThis as typeof globalThis & { environnementDeDepart?: NodeJS.ProcessEnv }

await closeClient()
processus.environnementDeDepart ??= { ...process.env }
for (const nom of Object.keys(process.env)) if (!(nom in processus.environnementDeDepart)) delete process.env[nom]
Object.assign(process.env, processus.environnementDeDepart)
