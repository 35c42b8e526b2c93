import type pg from 'pg'
import { CORRESPONDANCES, type Correspondance } from './correspondances'
import type { BaseVecue, TableVecue } from './fichier'
import { listColonnes, listTables, readLignes } from './lignes'

/** A column of the base, and where its values are now. */
interface Suivie {
  rang: number
  colonne: string
  traduit: NonNullable<Correspondance['traduit']>
}

const find = (correspondances: readonly Correspondance[], table: string, colonne: string | null) =>
  correspondances.find((connue) => connue.table === table && (connue.colonne ?? null) === colonne)

function countLignes(lignes: readonly (string | null)[][]): Map<string, number> {
  const comptes = new Map<string, number>()
  for (const ligne of lignes) {
    const cle = JSON.stringify(ligne)
    comptes.set(cle, (comptes.get(cle) ?? 0) + 1)
  }
  return comptes
}

/** What a table has lost: columns that are nowhere, rows that are no longer there or say something else. */
async function listPertesTable(
  owner: pg.Client,
  table: TableVecue,
  actuelles: ReadonlySet<string>,
  correspondances: readonly Correspondance[],
): Promise<string[]> {
  const deplacee = find(correspondances, table.nom, null)
  if (deplacee?.devient === null) return []
  const nom = deplacee?.devient ?? table.nom
  if (!actuelles.has(nom)) return [`${table.nom}: the table is gone`]
  const presentes = new Set((await listColonnes(owner, nom)).map((colonne) => colonne.nom))
  const pertes: string[] = []
  const suivies = table.colonnes.flatMap(({ nom: ancienne }, rang): Suivie[] => {
    const connue = find(correspondances, table.nom, ancienne)
    if (connue?.devient === null) return []
    const colonne = connue?.devient ?? ancienne
    if (presentes.has(colonne)) return [{ rang, colonne, traduit: connue?.traduit ?? ((valeur) => valeur) }]
    pertes.push(`${table.nom}.${ancienne}: the column is gone`)
    return []
  })
  const restantes = countLignes(
    await readLignes(
      owner,
      nom,
      suivies.map(({ colonne }) => colonne),
    ),
  )
  const rangs = new Map(table.colonnes.map(({ nom: colonne }, rang) => [colonne, rang]))
  const attendues = table.lignes.map((ligne) =>
    suivies.map(({ rang, traduit }) =>
      traduit(ligne[rang] ?? null, (colonne) => ligne[rangs.get(colonne) ?? -1] ?? null),
    ),
  )
  for (const [cle, attendu] of countLignes(attendues))
    if ((restantes.get(cle) ?? 0) < attendu) pertes.push(`${table.nom}: ${cle}`)
  return pertes
}

/**
 * What a database has lost of the base it came from. A column or a table that changed its name, its form or its use
 * is told in `correspondances`, with why; anything else that is no longer there is a loss.
 * @returns one line per column or row lost
 */
export async function listPertes(
  owner: pg.Client,
  base: BaseVecue,
  correspondances: readonly Correspondance[] = CORRESPONDANCES,
): Promise<string[]> {
  const actuelles = new Set(await listTables(owner))
  const pertes: string[] = []
  for (const table of base.tables) pertes.push(...(await listPertesTable(owner, table, actuelles, correspondances)))
  return pertes
}
