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
  'affectation_id',
  'auteur_id',
  'avenant_id',
  'axe_id',
  'caf_id',
  'charge_id',
  'commentaire_id',
  'commune_id',
  'confirmee_par_id',
  'cree_par_id',
  'decidee_par_id',
  'document_id',
  'etape_id',
  'evenement_id',
  'fiche_action_id',
  'indicateur_id',
  'instance_id',
  'invitation_id',
  'membre_id',
  'mesure_id',
  'mission_id',
  'occupation_id',
  'organisme_id',
  'origine_id',
  'parent_id',
  'plan_id',
  'point_id',
  'porteur_id',
  'poste_id',
  'precedent_id',
  'predecesseur_id',
  'proposition_id',
  'redaction_avenant_id',
  'releve_id',
  'remplace_id',
  'autre_id',
  'reunion_id',
  'schema_id',
  'serie_id',
  'thematique_id',
  'traitee_par_id',
  'utilisateur_id',
])
