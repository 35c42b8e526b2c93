import { capitalise } from '@/lib/platform/mots'
import { ENTREES, findTrace } from '@/lib/plan-action/champs/rules/catalogue'
import { readColonne } from '@/lib/plan-action/champs/rules/tables'
import type { CleFiche } from '@/lib/plan-action/champs/words/catalogue'

/** The fields that a line of the journal can be put back to, with the columns each is made of. */

/** Of an étape and of an indicator: the first column gives its name to the field. */
const AUTRES = {
  'etape.numero': ['numero'],
  'etape.titre': ['titre'],
  'etape.description': ['description'],
  'etape.periode': ['periode_texte', 'periode_debut', 'periode_fin'],
  'etape.statut': ['statut'],
  'indicateur.libelle': ['libelle'],
  'indicateur.note': ['note'],
  'indicateur.unite': ['unite'],
  'indicateur.sens': ['sens'],
  'indicateur.frequence': ['frequence'],
  'indicateur.reference': ['reference', 'reference_texte'],
  'indicateur.cible': ['cible', 'cible_texte'],
  'indicateur.source': ['source'],
  'indicateur.fournisseur': ['fournisseur'],
} as const satisfies Record<string, readonly string[]>

/** Those of the fiche are the fields of its catalogue. */
const DE_LA_FICHE = ENTREES.map((entree) => {
  const { objet, colonnes } = findTrace(entree.cle)
  return { cle: `${objet}.${entree.cle}` as CleFiche, entree, objet, colonnes: colonnes.map(({ colonne }) => colonne) }
})

export type CleChangement = CleFiche | keyof typeof AUTRES

export const COLONNES = Object.fromEntries<readonly string[]>([
  ...DE_LA_FICHE.map(({ cle, colonnes }) => [cle, colonnes] as const),
  ...Object.entries(AUTRES),
]) as Readonly<Record<CleChangement, readonly string[]>>

export const CLES_CHANGEMENT = Object.keys(COLONNES) as [CleChangement, ...CleChangement[]]

/** What these fields are called. */
export const MOTS_CLE = Object.fromEntries([
  ...DE_LA_FICHE.map(({ cle, entree }) => [cle, entree.label] as const),
  ...Object.entries(AUTRES).map(
    ([cle, [premiere]]) => [cle, capitalise(readColonne(cle.split('.')[0] ?? '', premiere).mots)] as const,
  ),
]) as Readonly<Record<CleChangement, string>>

/** Fields that are rows of a table of their own, by that table. */
export const LISTES: ReadonlyMap<string, CleChangement> = new Map(
  DE_LA_FICHE.flatMap(({ cle, entree }) => (entree.genre === 'LISTE' ? [[entree.table, cle] as const] : [])),
)

/** Whether a field is a list of rows of its own: put back whole, whatever the lines it was changed by. */
export const isListe = (cle: CleChangement): boolean => LISTES.get(cle.split('.')[0] ?? '') === cle

/** Whether the order of its rows says something. */
export const isOrdonnee = (cle: CleChangement): boolean => COLONNES[cle].includes('ordre')

const PAR_COLONNE: ReadonlyMap<string, CleChangement> = new Map(
  CLES_CHANGEMENT.flatMap((cle) =>
    COLONNES[cle].map((colonne) => [`${cle.split('.')[0] ?? ''}.${colonne}`, cle] as const),
  ),
)

/** The field that a column belongs to, where it can be put back. */
export const findCle = (objet: string, colonne: string): CleChangement | null =>
  PAR_COLONNE.get(`${objet}.${colonne}`) ?? null
