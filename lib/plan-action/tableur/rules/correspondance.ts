import type { Feuille } from '@/lib/tableurs/types'
import { TABLES } from '../words/colonnes'
import { computeRessemblance, normalizeCle } from './mots'
import type { Correspondance, CorrespondanceFeuille, DefinitionTable } from '../types/tableur'

/** Which sheet says what: recognised by name when it comes from here, proposed by likeness when it comes from elsewhere. */

/** Below, two headers have little in common. */
const RESSEMBLANCE_MINIMUM = 0.72
/** Rows in which headers are looked for: a title or two often stand above. */
const ENTETES_POSSIBLES = 12

/** Keys for the headers of a row: the surest pairs first, each key and each column once. */
function matchColonnes(
  { colonnes }: DefinitionTable,
  entetes: readonly string[],
): { cles: (string | null)[]; score: number } {
  const paires = entetes.flatMap((entete, rang) =>
    colonnes.flatMap(({ cle, titre, synonymes = [] }, ordre) => {
      const exact = computeRessemblance(entete, titre)
      const autre = Math.max(0, ...synonymes.map((synonyme) => computeRessemblance(entete, synonyme)))
      // The header of an export wins over a synonym that reads the same.
      const force = exact === 1 ? 1.2 : Math.max(exact, autre)
      return force >= RESSEMBLANCE_MINIMUM ? [{ rang, cle, force, ordre }] : []
    }),
  )
  paires.sort((a, b) => b.force - a.force || a.ordre - b.ordre || a.rang - b.rang)
  const cles: (string | null)[] = entetes.map(() => null)
  const prises = new Set<string>()
  let score = 0
  for (const { rang, cle, force } of paires) {
    if (cles[rang] !== null || prises.has(cle)) continue
    cles[rang] = cle
    prises.add(cle)
    score += force
  }
  return { cles, score }
}

/** The row of headers of a sheet, and what its columns say, for one table. */
function findEntete(
  definition: DefinitionTable,
  { lignes }: Feuille,
): { entete: number; cles: (string | null)[]; score: number } {
  let meilleur = {
    entete: Math.max(
      0,
      lignes.findIndex((ligne) => ligne.filter((cellule) => cellule.trim() !== '').length > 0),
    ),
    cles: [] as (string | null)[],
    score: 0,
  }
  for (let rang = 0; rang < Math.min(lignes.length, ENTETES_POSSIBLES); rang++) {
    const lu = matchColonnes(definition, lignes[rang] ?? [])
    if (lu.score > meilleur.score + 0.5) meilleur = { entete: rang, ...lu }
  }
  return meilleur
}

const isFeuille = ({ feuille, synonymes = [] }: DefinitionTable, nom: string): boolean =>
  [feuille, ...synonymes].some((connu) => normalizeCle(connu) === normalizeCle(nom))

/** What one sheet seems to hold. */
function proposeFeuille(feuille: Feuille, rang: number, prises: ReadonlySet<string>): CorrespondanceFeuille {
  const parNom =
    TABLES.find(
      (definition) => !prises.has(definition.table) && normalizeCle(definition.feuille) === normalizeCle(feuille.nom),
    ) ?? TABLES.find((definition) => !prises.has(definition.table) && isFeuille(definition, feuille.nom))
  const fiches = TABLES.find(({ table }) => table === 'FICHES')
  const definition = parNom ?? (prises.has('FICHES') ? undefined : fiches)
  const largeur = Math.max(0, ...feuille.lignes.map(({ length }) => length))
  if (!definition) return createVide(feuille, rang)
  const { entete, cles } = findEntete(definition, feuille)
  return {
    feuille: rang,
    table: definition.table,
    entete,
    colonnes: Array.from({ length: largeur }, (_, i) => cles[i] ?? null),
  }
}

/** A first mapping of a whole file, for a person to correct. */
export function proposeCorrespondance(feuilles: readonly Feuille[], planExiste: boolean): Correspondance {
  const prises = new Set<string>()
  // Sheets that say their name are served before the others.
  const ordre = feuilles
    .map((feuille, rang) => ({
      feuille,
      rang,
      nommee: TABLES.some((definition) => isFeuille(definition, feuille.nom)),
    }))
    .sort((a, b) => Number(b.nommee) - Number(a.nommee) || a.rang - b.rang)
  const proposees = ordre.map(({ feuille, rang }) => {
    const proposee = proposeFeuille(feuille, rang, prises)
    if (proposee.table) prises.add(proposee.table)
    return proposee
  })
  return {
    feuilles: proposees.sort((a, b) => a.feuille - b.feuille),
    axe: null,
    creerAxes: !planExiste && !prises.has('AXES'),
  }
}

/** A sheet that says nothing, until somebody says what. */
export function createVide(feuille: Feuille, rang: number): CorrespondanceFeuille {
  const largeur = Math.max(0, ...feuille.lignes.map(({ length }) => length))
  return { feuille: rang, table: null, entete: 0, colonnes: Array.from({ length: largeur }, () => null) }
}
