import pg from 'pg'
import { expect } from 'vitest'
import { exportDossier } from '@/lib/dossier/export/read'
import { writeDossier, type EcritureDossier } from '@/lib/dossier/import/write/dossier'
import { readDossier } from '@/lib/dossier/lecture/rules/dossier'
import type { Dossier } from '@/lib/dossier/schema/dossier'
import { openAccess } from '@/lib/platform/identite/acces'
import { runTransaction, type Tx } from '@/lib/platform/db'
import type { Operation } from '@/lib/platform/identite/politique'
import { hashSecret } from '@/lib/platform/identite/secret'
import type { Codes } from './generator'

/**
 * Runs in a transaction that carries this session, as queries and actions do.
 * @param operation what the policy is asked; one that everybody may do shows the walls behind it
 */
export function runAsSession<T>(
  session: string,
  travail: (tx: Tx) => Promise<T>,
  operation: Operation = 'dossier.importer',
): Promise<T> {
  return runTransaction(async (tx) => {
    const acces = await openAccess(tx, { session: hashSecret(session), operation, slug: null })
    if (!acces.ok) throw new Error(acces.message)
    return travail(tx)
  })
}

/** Reads a dossier that is right. */
export function readSur(input: unknown): Dossier {
  const lecture = readDossier(input)
  if (!lecture.ok) throw new Error(JSON.stringify(lecture.erreurs, null, 1))
  return lecture.dossier
}

/** Writes a dossier that is right, and commits. */
export async function importSur(session: string, dossier: Dossier): Promise<number> {
  const ecriture = await runAsSession(session, (tx) => writeDossier(tx, dossier))
  if (!ecriture.ok) throw new Error(JSON.stringify(ecriture.erreurs, null, 1))
  return ecriture.conventionId
}

/** Writes a dossier in one transaction, reads it back in another. */
export async function goAndReturn(session: string, dossier: Dossier): Promise<Dossier> {
  const id = await importSur(session, dossier)
  return runAsSession(session, (tx) => exportDossier(tx, id))
}

/** Paths of a refusal, once it is sure that it is one. */
export function expectChemins(ecriture: EcritureDossier, chemins: string[]): void {
  expect(ecriture.ok ? [] : ecriture.erreurs.map(({ chemin }) => chemin)).toEqual(chemins)
}

/** How many rows each table holds, all conventions together. */
export async function countLignes(owner: pg.Client): Promise<Record<string, number>> {
  const { rows: tables } = await owner.query<{ nom: string }>(
    `SELECT table_name AS nom FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const { rows } = await owner.query<{ nom: string; n: number }>(
    tables.map(({ nom }) => `SELECT '${nom}' AS nom, count(*)::int AS n FROM "${nom}"`).join(' UNION ALL '),
  )
  return Object.fromEntries(rows.map(({ nom, n }) => [nom, n]))
}

/**
 * Official codes of the reference tables, enough for a generated dossier. None of an organisme that
 * is known already: its other codes are shared, and an export tells them.
 */
export async function listCodes(owner: pg.Client): Promise<Codes> {
  const list = async (sql: string) => (await owner.query<{ code: string }>(sql)).rows.map(({ code }) => code)
  return {
    communes: await list(`SELECT code FROM commune WHERE departement_code IN ('2A', '13')
      AND NOT EXISTS (SELECT 1 FROM organisme o WHERE o.commune_code = code) ORDER BY code LIMIT 40`),
    epcis: await list(
      'SELECT e.siren AS code FROM epci e WHERE NOT EXISTS (SELECT 1 FROM organisme o WHERE o.siren = e.siren) ORDER BY 1 LIMIT 20',
    ),
    departements: await list(
      `SELECT d.code FROM departement d WHERE NOT EXISTS (SELECT 1 FROM organisme o WHERE o.cle = 'CAF:' || d.code) ORDER BY 1 LIMIT 10`,
    ),
  }
}
