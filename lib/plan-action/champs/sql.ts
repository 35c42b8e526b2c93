import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Tx } from '@/lib/platform/db'
import { ENTREES, findTrace, TEXTES_FICHE, type Texte } from './rules/catalogue'
import type { EntreeColonnes } from './types'
import type { ChampFiche, ChampListe } from './words/catalogue'
import type { ValeursFiche } from './schema'

/** The fields of a fiche as they are edited, and who changed them last. */

/** PostgreSQL takes a hundred arguments at most: a key and its value are two. */
const PAIRES_MAXIMUM = 50

/** An object of jsonb, whatever the number of its keys. @param paires keys of ours, and what they hold */
export function sqlObjet(paires: readonly (readonly [cle: string, valeur: Prisma.Sql])[]): Prisma.Sql {
  const morceaux: Prisma.Sql[] = []
  for (let i = 0; i < paires.length; i += PAIRES_MAXIMUM) {
    const arguments_ = paires
      .slice(i, i + PAIRES_MAXIMUM)
      .map(([cle, valeur]) => Prisma.sql`${Prisma.raw(`'${cle}'`)}, ${valeur}`)
    morceaux.push(Prisma.sql`jsonb_build_object(${Prisma.join(arguments_)})`)
  }
  return Prisma.join(morceaux, ' || ')
}

/** A column of the fiche of alias `f`: names of the catalogue, never of a request. */
const sqlColonne = (colonne: string): Prisma.Sql => Prisma.raw(`f.${colonne}`)

/** Texts of the fiche of alias `f`, by their key. */
export const listPaires = (textes: readonly Texte[]): (readonly [string, Prisma.Sql])[] =>
  textes.map(({ cle, colonne }) => [cle, sqlColonne(colonne)] as const)

/** A value made of columns of the fiche of alias `f`: the column, or an object of its parts. */
function sqlValeur({ colonnes }: EntreeColonnes): Prisma.Sql {
  const parts = colonnes.flatMap(({ part, colonne }) =>
    part === undefined ? [] : [[part, sqlColonne(colonne)] as const],
  )
  return parts.length > 0 ? sqlObjet(parts) : sqlColonne(colonnes[0]?.colonne ?? '')
}

/** The lists of the fiche of alias `f`. @param id id of the convention */
const sqlListes = (id: number): Record<ChampListe, Prisma.Sql> => ({
  themes: Prisma.sql`(SELECT coalesce(jsonb_agg(x.theme_code ORDER BY t.ordre), '[]') FROM fiche_theme x JOIN theme_afas t ON t.code = x.theme_code
    WHERE x.convention_id = ${id} AND x.fiche_action_id = f.id)`,
  communes: Prisma.sql`(SELECT coalesce(jsonb_agg(c.commune_id ORDER BY c.commune_id), '[]') FROM fiche_commune c WHERE c.convention_id = ${id} AND c.fiche_action_id = f.id)`,
  pilotages: Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'texte', g.texte, 'organisme', g.organisme_id, 'aDefinir', g.a_definir) ORDER BY g.ordre, g.id), '[]')
    FROM pilotage g WHERE g.convention_id = ${id} AND g.fiche_action_id = f.id)`,
})

const COLONNES = ENTREES.filter((entree): entree is EntreeColonnes & { cle: ChampFiche } => entree.genre === 'COLONNES')

/**
 * The fields of the fiche of alias `f`, as one jsonb in the form of {@link ValeursFiche}.
 * @param id id of the convention
 */
export const sqlChamps = (id: number): Prisma.Sql =>
  sqlObjet([
    ...listPaires(TEXTES_FICHE),
    ...COLONNES.map((entree) => [entree.cle, sqlValeur(entree)] as const),
    ...Object.entries(sqlListes(id)),
  ])

/**
 * What the fields of a fiche hold now; null when it is not there. One SQL statement.
 * @param fiche id of the fiche
 */
export async function readChamps(tx: Tx, conventionId: number, fiche: number): Promise<ValeursFiche | null> {
  const [lue] = await tx.$queryRaw<{ valeurs: ValeursFiche }[]>(
    Prisma.sql`SELECT ${sqlChamps(conventionId)} AS valeurs FROM fiche_action f WHERE f.convention_id = ${conventionId} AND f.id = ${fiche}`,
  )
  return lue?.valeurs ?? null
}

export interface AuteurChamp {
  champ: ChampFiche
  auteur: string | null
  /** 'YYYY-MM-DD HH:MI' in Europe/Paris */
  instant: string
}

/**
 * Who last changed each of these fields, and when; a field the journal says nothing of is left out. One SQL statement.
 * PostgreSQL gives no line of the journal to somebody who may not read it.
 */
export async function listAuteurs(
  tx: Tx,
  conventionId: number,
  fiche: number,
  champs: readonly ChampFiche[],
): Promise<AuteurChamp[]> {
  const demandes = JSON.stringify(
    champs.map((champ) => {
      const { objet, colonnes } = findTrace(champ)
      return { champ, objet, colonnes: colonnes.map(({ colonne }) => colonne) }
    }),
  )
  return tx.$queryRaw<AuteurChamp[]>`
    SELECT d.champ, t.auteur, t.instant FROM jsonb_to_recordset(${demandes}::jsonb) AS d(champ text, objet text, colonnes text[])
    CROSS JOIN LATERAL (
      SELECT u.nom AS auteur, to_char(j.instant AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS instant
      FROM journal j LEFT JOIN utilisateur u ON u.id = j.utilisateur_id
      WHERE j.convention_id = ${conventionId} AND j.fiche_action_id = ${fiche} AND j.objet = d.objet AND (d.objet <> 'fiche_action' OR j.apres ?| d.colonnes)
      ORDER BY j.id DESC LIMIT 1) t`
}
