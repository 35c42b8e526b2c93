/** Tables whose rows are pointed to, or whose order is that of their ids: their ids are known before they are written. */
export const TABLES_NUMEROTEES = [
  'convention',
  'convention_organisme',
  'avenant',
  'enjeu',
  'document',
  'instance',
  'membre',
  'serie_reunion',
  'reunion',
  'derogation',
  'presence',
  'point_ordre_du_jour',
  'decision',
  'releve',
  'plan_action',
  'axe',
  'fiche_action',
  'etape',
  'indicateur',
  'cible_indicateur',
  'mesure',
  'schema_cooperation',
  'affectation',
  'croisement',
  'poste',
  'charge_cooperation',
  'occupation',
  'territoire_commune',
] as const
export type TableNumerotee = (typeof TABLES_NUMEROTEES)[number]

/** Gives the next id of a table. */
export type Numeroteur = (table: TableNumerotee) => number

/** What turning a dossier into rows needs to know of the database. */
export interface Contexte {
  conventionId: number
  next: Numeroteur
  /** ids of the shared rows of organismes, by natural key */
  organismes: ReadonlyMap<string, number>
  /** ids of the reference missions, by number */
  missions: ReadonlyMap<number, number>
}

/** `ref` → id of what has been numbered; null for none. A reference that was never checked is a defect of ours. */
export type Index = (ref: string | null) => number | null

export function createIndex(lignes: readonly { ref: string; id: number }[]): Index {
  const ids = new Map(lignes.map(({ ref, id }) => [ref, id]))
  return (ref) => (ref === null ? null : pick(ids, ref))
}

/** What governance points to elsewhere in the dossier. */
export interface Liens {
  organisme: Index
  fiche: Index
  indicateur: Index
  schema: Index
  avenant: Index
  document: (rang: number | null) => number | null
}

/** What the plan of action points to elsewhere in the dossier; communes by their name. */
export interface LiensPlan extends Pick<Liens, 'organisme' | 'avenant' | 'document'> {
  commune: Index
}

type Ref = (id: number | null) => string | null

/** The same, as a dossier writes it. */
export interface Refs {
  organisme: Ref
  fiche: Ref
  indicateur: Ref
  schema: Ref
  avenant: Ref
  document: (id: number | null) => number | null
}

export interface RefsPlan extends Pick<Refs, 'organisme' | 'avenant' | 'document'> {
  commune: Ref
}

/** Place of the n-th of what has no `ref` of its own: what it is in, then its rank, 1 for the first. */
export const formatPlace = (lieu: string, i: number): string => `${lieu}/${i + 1}`

/** @throws when the key is unknown: checkReferences was not asked */
export function pick<K>(ids: ReadonlyMap<K, number>, cle: K): number {
  const id = ids.get(cle)
  if (id === undefined) throw new Error(`unresolved reference ${String(cle)}: the dossier was not checked`)
  return id
}
