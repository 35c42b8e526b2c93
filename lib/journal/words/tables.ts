import type { MotsTables } from '@/lib/platform/mots'
import { MOTS_TABLES } from '@/lib/plan-action/champs/rules/tables'
import { TABLES_CONVENTION } from './convention'
import { TABLES_COOPERATION } from './cooperation'
import { TABLES_GOUVERNANCE } from './gouvernance'
import { TABLES_PERSONNES } from './personnes'

/** Every table that the journal tells of; those of the plan say theirs, which the history of a fiche reads too. */
export const TABLES: MotsTables = {
  ...TABLES_CONVENTION,
  ...TABLES_GOUVERNANCE,
  ...MOTS_TABLES,
  ...TABLES_COOPERATION,
  ...TABLES_PERSONNES,
}

/** Columns that `app.journaliser` never writes. */
export const JAMAIS_ECRITES: ReadonlySet<string> = new Set([
  'version',
  'recherche',
  'maj_le',
  'cree_le',
  'convention_id',
  'mot_de_passe',
  'contenu',
])

/** Columns that say nothing to a person: keys, places, and the instant that the line already has. */
export const CACHEES: ReadonlySet<string> = new Set([
  'id',
  'ref',
  'ordre',
  'cle',
  'avant',
  'instant',
  'champ',
  'cible_ref',
])

/** Who wrote a row: the sentence begins by them. */
export const AUTEURS: ReadonlySet<string> = new Set(['auteur_id', 'confirmee_par_id', 'cree_par_id', 'traitee_par_id'])
