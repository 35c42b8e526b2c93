import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { echecs, type Echec } from '@/lib/platform/resultat'
import type { Feuille } from '@/lib/tableurs/types'
import type { BilanImport, Correspondance } from '../types/tableur'

/** A spreadsheet on its way into a plan, as it is kept: one’s own alone, PostgreSQL sees to it. */

export type EtatImport = 'LU' | 'VERIFIE' | 'ECRIT'

export interface ImportLu {
  id: number
  nom: string
  empreinte: string
  etat: EtatImport
  version: number
  feuilles: Feuille[]
  correspondance: Correspondance | null
  bilan: BilanImport | null
}

/** The same, held until the end of the transaction. */
export async function lockImport(tx: Tx, conventionId: number, id: number): Promise<ImportLu | null> {
  await tx.$queryRaw`SELECT id FROM import_tableur WHERE convention_id = ${conventionId} AND id = ${id} FOR UPDATE`
  return readImport(tx, conventionId, id)
}

/** The import; null when it is not there, or somebody else’s. */
export async function readImport(tx: Tx, conventionId: number, id: number): Promise<ImportLu | null> {
  const [lu] = await tx.$queryRaw<ImportLu[]>`
    SELECT id, nom, empreinte, etat::text, version, contenu -> 'feuilles' AS feuilles, correspondance, bilan FROM import_tableur
    WHERE convention_id = ${conventionId} AND id = ${id}`
  return lu ?? null
}

/** Never there, given up, or somebody else’s: told apart by nobody. */
export const echecAbsent = (): Echec =>
  echecs.regle('IMPORT_ABSENT', 'Ce fichier n’est plus là : choisissez-le de nouveau.')

/** What became of an import meanwhile. */
export type ImportActuel = Pick<ImportLu, 'etat' | 'version'>

/** Why an import is not gone on with. */
export const explainImport = (lu: ImportLu | null): Echec<ImportActuel> =>
  lu ? echecs.conflit({ etat: lu.etat, version: lu.version }) : echecAbsent()

export async function writeBilan(
  tx: Tx,
  conventionId: number,
  id: number,
  { correspondance, bilan, etat }: { correspondance: Correspondance; bilan: BilanImport; etat: EtatImport },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_tableur SET correspondance = ${JSON.stringify(correspondance)}::jsonb, bilan = ${JSON.stringify(bilan)}::jsonb, etat = ${etat}::etat_import,
      total = ${bilan.lignes.length}, traites = ${etat === 'ECRIT' ? bilan.lignes.length - bilan.comptes.REFUSEE : 0}, version = version + 1
    WHERE convention_id = ${conventionId} AND id = ${id}`
}
