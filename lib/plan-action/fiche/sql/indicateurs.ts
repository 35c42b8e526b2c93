import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { EtatMesure } from '@/lib/plan-action/mesures/rules/grille'
import type { CibleVue, DefinitionVue } from '@/lib/plan-action/indicateurs/types'

/** Indicators with their values, as the fiche, their own page and the grid read them. */

export interface MesureEcrite {
  id: number
  version: number
  periode: string
  debut: string | null
  fin: string | null
  /** exact decimals, as text */
  valeur: string | null
  prevue: string | null
  texte: string | null
  source: string | null
  ventilation: string | null
  etat: EtatMesure
  /** why a proposed value is what it is */
  motif: string | null
  auteur: string | null
  auteurId: number | null
}

interface CibleEcrite extends CibleVue {
  debut: string | null
  fin: string | null
}

export interface IndicateurEcrit extends Omit<DefinitionVue, 'cibles'> {
  id: number
  ref: string
  version: number
  fiche: number | null
  etape: number | null
  /** the line it was split from */
  origine: number | null
  cibles: CibleEcrite[]
  /** oldest first */
  mesures: MesureEcrite[]
}

/**
 * An indicator, over alias `i`, with its targets and its values.
 * @param id of its convention, or the column that holds it
 */
export const sqlIndicateur = (id: number | Prisma.Sql): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'id', i.id, 'ref', i.ref, 'version', i.version, 'fiche', i.fiche_action_id, 'etape', i.etape_id, 'origine', i.origine_id, 'libelle', i.libelle, 'note', i.note, 'nature', i.nature,
  'unite', i.unite, 'evolution', i.evolution, 'ventilation', i.ventilation, 'ventilationGenre', i.ventilation_genre, 'ventiles', coalesce(i.ventiles, '{}'), 'sens', i.sens,
  'frequence', i.frequence, 'confirmation', i.confirmation, 'reference', trim_scale(i.reference)::text, 'referenceTexte', i.reference_texte,
  'cible', trim_scale(i.cible)::text, 'cibleTexte', i.cible_texte, 'source', i.source, 'fournisseur', i.fournisseur,
  'cibles', (SELECT coalesce(jsonb_agg(jsonb_build_object('periode', c.periode_texte, 'debut', c.debut, 'fin', c.fin, 'valeur', trim_scale(c.valeur)::text, 'texte', c.texte)
      ORDER BY c.debut NULLS LAST, c.id), '[]') FROM cible_indicateur c WHERE c.convention_id = ${id} AND c.indicateur_id = i.id),
  'mesures', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'version', m.version, 'periode', m.periode_texte, 'debut', m.debut, 'fin', m.fin,
      'valeur', trim_scale(m.valeur)::text, 'prevue', trim_scale(m.valeur_prevue)::text, 'texte', m.texte, 'source', m.source, 'ventilation', m.ventilation,
      'etat', m.etat, 'motif', m.motif, 'auteurId', m.auteur_id, 'auteur', (SELECT u.nom FROM utilisateur u WHERE u.id = m.auteur_id))
      ORDER BY coalesce(m.fin, m.debut) NULLS FIRST, m.id), '[]') FROM mesure m WHERE m.convention_id = ${id} AND m.indicateur_id = i.id))`

/** The indicators of the fiche `f`, in the order of the document; what a line was split into follows it. */
export const sqlIndicateursFiche = (id: number): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_agg(${sqlIndicateur(id)} ORDER BY i.ordre, i.id), '[]') FROM indicateur i WHERE i.convention_id = ${id} AND i.fiche_action_id = f.id)`
