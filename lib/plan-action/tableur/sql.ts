import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { ENTREES } from '@/lib/plan-action/champs/rules/catalogue'
import type { ColonneValeur, EntreeChamp } from '@/lib/plan-action/champs/types'
import { COLONNES_PERIODE } from '@/lib/plan-action/champs/words/colonnes'
import type { TableTableur } from './types/tableur'

/** How the rows of each table are written: a few statements whatever their number. Names below are ours, values are bound. */

type Type = 'text' | 'int' | 'numeric' | 'date' | 'boolean' | 'text[]' | 'timestamptz' | `${string}:enum`

type Colonne = readonly [cle: string, colonne: string, type: Type]

/** What is written, and what a row may point to, as statements name it. */
export const SOURCES = {
  plan_action: Prisma.sql`plan_action`,
  axe: Prisma.sql`axe`,
  fiche_action: Prisma.sql`fiche_action`,
  etape: Prisma.sql`etape`,
  indicateur: Prisma.sql`indicateur`,
  cible_indicateur: Prisma.sql`cible_indicateur`,
  mesure: Prisma.sql`mesure`,
  ligne_budget: Prisma.sql`ligne_budget`,
  lien_fiche: Prisma.sql`lien_fiche`,
  avenant: Prisma.sql`porte.avenant`,
  partie: Prisma.sql`porte.partie`,
} as const

type Source = keyof typeof SOURCES

interface LienSql {
  /** key of the row that holds a `ref` */
  cle: string
  colonne: string
  table: Source
}

export interface TableSql {
  nom: Source
  colonnes: readonly Colonne[]
  liens: readonly LienSql[]
  /** pointers within the table itself: set once all its rows are there */
  internes?: readonly LienSql[]
  /** column of what a row without a `ref` hangs on, and the order that its place is counted in */
  parent?: { colonne: string; ordre: string }
  ordre: boolean
  version: boolean
  avecRef: boolean
}

const bornes = [
  ['periode', 'periode_texte', 'text'],
  ['debut', 'debut', 'date'],
  ['fin', 'fin', 'date'],
] as const
const t = (cle: string, colonne = cle): Colonne => [cle, colonne, 'text']

/** The columns of a field of the fiche; a list has none, and what names another row is a link. */
function listColonnes(entree: EntreeChamp): Colonne[] {
  if (entree.genre === 'TEXTE') return [t(entree.cle, entree.colonne)]
  return entree.genre === 'COLONNES' ? toColonnes(entree.colonnes) : []
}

const toColonnes = (colonnes: readonly ColonneValeur[]): Colonne[] =>
  colonnes
    .filter(({ renvoi }) => !renvoi)
    .map(
      ({ feuille, colonne, type }) => [feuille.cle, colonne, type === 'statut_fiche' ? `${type}:enum` : type] as const,
    )

const periode = toColonnes(COLONNES_PERIODE)
const surFiche: LienSql = { cle: 'fiche', colonne: 'fiche_action_id', table: 'fiche_action' }
const surIndicateur: LienSql = { cle: 'indicateur', colonne: 'indicateur_id', table: 'indicateur' }
const organisme: LienSql = { cle: 'organisme', colonne: 'organisme_id', table: 'partie' }

export const TABLES_SQL: Record<Exclude<TableTableur, 'PLAN' | 'PILOTAGES'>, TableSql> = {
  AXES: {
    nom: 'axe',
    colonnes: [
      t('numero'),
      t('titre'),
      t('description'),
      ['objectifs', 'objectifs', 'text[]'],
      t('absence'),
      t('theme', 'theme_code'),
    ],
    liens: [],
    internes: [{ cle: 'parent', colonne: 'parent_id', table: 'axe' }],
    ordre: true,
    version: true,
    avecRef: true,
  },
  FICHES: {
    nom: 'fiche_action',
    colonnes: ENTREES.flatMap(listColonnes),
    liens: [
      { cle: 'axe', colonne: 'axe_id', table: 'axe' },
      { cle: 'redactionAvenant', colonne: 'redaction_avenant_id', table: 'avenant' },
    ],
    ordre: true,
    version: true,
    avecRef: true,
  },
  ETAPES: {
    nom: 'etape',
    colonnes: [t('numero'), t('titre'), t('description'), ...periode, ['statut', 'statut', 'statut_fiche:enum']],
    liens: [surFiche],
    ordre: true,
    version: true,
    avecRef: true,
  },
  INDICATEURS: {
    nom: 'indicateur',
    colonnes: [
      t('libelle'),
      t('note'),
      ['nature', 'nature', 'nature_indicateur:enum'],
      t('unite'),
      ['evolution', 'evolution', 'boolean'],
      ['frequence', 'frequence', 'frequence_mesure:enum'],
      t('ventilation'),
      ['ventilationGenre', 'ventilation_genre', 'genre_ventilation:enum'],
      ['ventiles', 'ventiles', 'text[]'],
      t('sens'),
      ['reference', 'reference', 'numeric'],
      t('referenceTexte', 'reference_texte'),
      ['cible', 'cible', 'numeric'],
      t('cibleTexte', 'cible_texte'),
      t('source'),
      t('fournisseur'),
      ['confirmation', 'confirmation', 'cote_releve:enum'],
    ],
    liens: [surFiche, { cle: 'etape', colonne: 'etape_id', table: 'etape' }],
    internes: [{ cle: 'origine', colonne: 'origine_id', table: 'indicateur' }],
    ordre: true,
    version: true,
    avecRef: true,
  },
  CIBLES: {
    nom: 'cible_indicateur',
    colonnes: [...bornes, ['valeur', 'valeur', 'numeric'], t('texte')],
    liens: [surIndicateur],
    parent: { colonne: 'indicateur_id', ordre: 'id' },
    ordre: false,
    version: true,
    avecRef: false,
  },
  MESURES: {
    nom: 'mesure',
    colonnes: [
      ...bornes,
      ['valeur', 'valeur', 'numeric'],
      ['valeurPrevue', 'valeur_prevue', 'numeric'],
      t('texte'),
      t('source'),
      t('ventilation'),
      ['etat', 'etat', 'etat_mesure:enum'],
      t('motif'),
      ['confirmeeLe', 'confirmee_le', 'timestamptz'],
    ],
    liens: [surIndicateur],
    parent: { colonne: 'indicateur_id', ordre: 'id' },
    ordre: false,
    version: true,
    avecRef: false,
  },
  BUDGET: {
    nom: 'ligne_budget',
    colonnes: [
      ['annee', 'annee', 'int'],
      t('financeur'),
      t('libelle'),
      ['prevu', 'prevu', 'numeric'],
      ['realise', 'realise', 'numeric'],
      t('source'),
    ],
    liens: [surFiche, organisme],
    parent: { colonne: 'fiche_action_id', ordre: 'ordre, id' },
    ordre: true,
    version: true,
    avecRef: false,
  },
  LIENS: {
    nom: 'lien_fiche',
    colonnes: [t('libelle'), t('precision'), t('adresse')],
    liens: [surFiche],
    parent: { colonne: 'fiche_action_id', ordre: 'ordre, id' },
    ordre: true,
    version: false,
    avecRef: false,
  },
}

const q = (nom: string): string => `"${nom}"`
const typeSql = (type: Type): string => (type.endsWith(':enum') ? type.slice(0, -5) : type)

/** The rows as PostgreSQL reads them from one JSON document. */
function sqlLignes({ colonnes, liens, internes = [] }: TableSql, json: string): Prisma.Sql {
  const champs = [
    ...colonnes.map(([cle, , type]) => `${q(cle)} ${typeSql(type)}`),
    ...[...liens, ...internes].map(({ cle }) => `${q(cle)} text`),
    '"ref" text',
    '"ordre" int',
    '"place" int',
  ].join(', ')
  return Prisma.sql`jsonb_to_recordset(${json}::jsonb) AS d(${Prisma.raw(champs)})`
}

const joinLiens = (liens: readonly LienSql[], convention: number): Prisma.Sql =>
  liens.length === 0
    ? Prisma.empty
    : Prisma.join(
        liens.map(
          ({ cle, table }) =>
            Prisma.sql`LEFT JOIN ${SOURCES[table]} ${Prisma.raw(q(`l_${cle}`))} ON ${Prisma.raw(q(`l_${cle}`))}.convention_id = ${convention} AND ${Prisma.raw(q(`l_${cle}`))}.ref = d.${Prisma.raw(q(cle))}`,
        ),
        ' ',
      )

/** Inserts rows. @param plan id of the plan, for what is in it @param auteur id of who imports, for what is signed */
export function sqlInsert(
  table: TableSql,
  { convention, plan, auteur }: { convention: number; plan: number; auteur: number },
  json: string,
): Prisma.Sql {
  const duPlan = table.nom === 'axe' || table.nom === 'fiche_action'
  const plus = [
    ...(duPlan ? ['plan_id'] : []),
    ...(table.avecRef ? ['ref'] : []),
    ...(table.ordre ? ['ordre'] : []),
    ...(table.nom === 'fiche_action' ? ['maj_le'] : []),
    ...(table.nom === 'mesure' ? ['auteur_id'] : []),
  ]
  const noms = [
    'convention_id',
    ...plus,
    ...table.colonnes.map(([, colonne]) => colonne),
    ...table.liens.map(({ colonne }) => colonne),
  ]
    .map(q)
    .join(', ')
  const valeurs: Prisma.Sql[] = [
    Prisma.sql`${convention}`,
    ...(duPlan ? [Prisma.sql`${plan}`] : []),
    ...(table.avecRef ? [Prisma.sql`d.ref`] : []),
    ...(table.ordre ? [Prisma.sql`d.ordre`] : []),
    ...(table.nom === 'fiche_action' ? [Prisma.sql`now()`] : []),
    ...(table.nom === 'mesure' ? [Prisma.sql`${auteur}`] : []),
    ...table.colonnes.map(([cle, , type]) =>
      Prisma.raw(type === 'text[]' ? `coalesce(d.${q(cle)}, '{}')` : `d.${q(cle)}`),
    ),
    ...table.liens.map(({ cle }) => Prisma.raw(`${q(`l_${cle}`)}.id`)),
  ]
  return Prisma.sql`INSERT INTO ${SOURCES[table.nom]} (${Prisma.raw(noms)}) SELECT ${Prisma.join(valeurs)} FROM ${sqlLignes(table, json)} ${joinLiens(table.liens, convention)} ORDER BY d.ordre`
}

/** Writes rows that are there, found by `ref`, or by their place under what they hang on. */
export function sqlUpdate(table: TableSql, convention: number, json: string): Prisma.Sql {
  const poses = [
    ...table.colonnes.map(
      ([cle, colonne, type]) => `${q(colonne)} = ${type === 'text[]' ? `coalesce(d.${q(cle)}, '{}')` : `d.${q(cle)}`}`,
    ),
    ...table.liens.map(({ cle, colonne }) => `${q(colonne)} = ${q(`l_${cle}`)}.id`),
    ...(table.version ? ['version = x.version + 1'] : []),
    ...(table.nom === 'fiche_action' ? ['maj_le = now()'] : []),
  ].join(', ')
  const nom = SOURCES[table.nom]
  if (!table.parent)
    return Prisma.sql`UPDATE ${nom} x SET ${Prisma.raw(poses)} FROM ${sqlLignes(table, json)} ${joinLiens(table.liens, convention)} WHERE x.convention_id = ${convention} AND x.ref = d.ref`
  const { colonne, ordre } = table.parent
  const parent = Prisma.raw(q(`l_${table.liens[0]?.cle ?? ''}`))
  return Prisma.sql`UPDATE ${nom} x SET ${Prisma.raw(poses)} FROM ${sqlLignes(table, json)} ${joinLiens(table.liens, convention)}
    JOIN (SELECT id, ${Prisma.raw(colonne)} AS parent, row_number() OVER (PARTITION BY ${Prisma.raw(colonne)} ORDER BY ${Prisma.raw(ordre)}) AS place FROM ${nom} WHERE convention_id = ${convention}) k
      ON k.parent = ${parent}.id AND k.place = d.place
    WHERE x.convention_id = ${convention} AND x.id = k.id`
}

/** Sets the pointers of a table within itself. */
export const sqlInterne = (
  table: TableSql,
  { cle, colonne }: LienSql,
  convention: number,
  json: string,
): Prisma.Sql => {
  const nom = SOURCES[table.nom]
  return Prisma.sql`UPDATE ${nom} x SET ${Prisma.raw(colonne)} = c.id FROM ${sqlLignes(table, json)} LEFT JOIN ${nom} c ON c.convention_id = ${convention} AND c.ref = d.${Prisma.raw(q(cle))}
    WHERE x.convention_id = ${convention} AND x.ref = d.ref AND x.${Prisma.raw(colonne)} IS DISTINCT FROM c.id`
}
