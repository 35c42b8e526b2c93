import { formatQuotite, type Centiemes } from '@/lib/platform/nombres'
import type { Partage, PartsPorteurs } from './rules/partage'
import type { EtatSchema, Marge, ModePoste, MotifZero, SituationPoste } from './types/regles'

/** Why a line is at zero, or without a figure, in words. */
export const MOTIFS_ZERO = [
  'PORTE_PAR_AUTRE',
  'A_NEGOCIER',
  'SANS_ETP',
  'NEANT',
  'NON_PRECISE',
] as const satisfies readonly MotifZero[]
export type { MotifZero }

export const MOTS_MOTIF: Record<MotifZero, string> = {
  PORTE_PAR_AUTRE: 'porté par une autre commune',
  A_NEGOCIER: 'à négocier',
  SANS_ETP: 'thématiques sans ETP',
  NEANT: 'néant',
  NON_PRECISE: 'motif non précisé',
}

/** What became of the post behind a line, as written; nothing is said by default. */
export const SITUATIONS_POSTE = ['POURVU', 'VACANT', 'JAMAIS_POURVU', 'EXTERNALISE', 'NON_PRECISE'] as const

/** The four AFAS themes, and « chargé de coopération global » beside them. */
export const CODES_THEMES = [
  'PETITE_ENFANCE',
  'ENFANCE_JEUNESSE',
  'PARENTALITE',
  'DROITS_VIE_SOCIALE',
  'GLOBAL',
] as const
export type CodeTheme = (typeof CODES_THEMES)[number]

/** Their names, as the national nomenclature writes them. */
export const NOMS_THEMES: Record<CodeTheme, string> = {
  PETITE_ENFANCE: 'Petite enfance, inclusion',
  ENFANCE_JEUNESSE: 'Enfance, jeunesse',
  PARENTALITE: 'Parentalité',
  DROITS_VIE_SOCIALE: 'Accès aux droits, vie sociale, logement',
  GLOBAL: 'Coopération globale',
}

/** Masculine: a schéma. */
export const MOTS_ETAT_SCHEMA: Record<EtatSchema, string> = {
  BROUILLON: 'brouillon',
  PROPOSE: 'proposé',
  VALIDE: 'validé',
  CLOS: 'clos',
}

/** A draft that stands on an agenda, for those who only read it. */
export const MOT_PROJET = 'projet'

/** What its total is: agreed with the Caf only once it is validated. */
export const MOTS_TOTAL_SCHEMA: Record<EtatSchema, 'envisagé' | 'proposé' | 'convenu'> = {
  BROUILLON: 'envisagé',
  PROPOSE: 'proposé',
  VALIDE: 'convenu',
  CLOS: 'convenu',
}

/** « 3,1 ETP proposés », « 1 ETP convenu »: the figure with its word. */
export const formatTotal = (total: Centiemes, etat: EtatSchema): string =>
  `${formatQuotite(total)} ETP ${MOTS_TOTAL_SCHEMA[etat]}${total < 200 ? '' : 's'}`

/** « Total convenu avec la Caf », « Total proposé », « Total envisagé ». */
export const formatNomTotal = (etat: EtatSchema): string =>
  `Total ${MOTS_TOTAL_SCHEMA[etat]}${MOTS_TOTAL_SCHEMA[etat] === 'convenu' ? ' avec la Caf' : ''}`

/** How the second distribution is named: by thématique only where the document says so. */
export const MOTS_PARTAGE: Record<Partage, { comment: string; reparti: string; ligne: string }> = {
  THEMATIQUE: {
    comment: 'par thématique',
    reparti: 'Réparti par thématique',
    ligne: 'Thématique',
  },
  PART: {
    comment: 'entre ces actions',
    reparti: 'Réparti entre ces actions',
    ligne: 'Action',
  },
}

/** « communes 2,6, sans commune désignée 0,5 »; null where communes have it all. */
export function formatParts({ communes, organismes, autres }: PartsPorteurs): string | null {
  if (organismes + autres === 0) return null
  return [
    `communes ${formatQuotite(communes)}`,
    ...(organismes > 0 ? [`autres organismes ${formatQuotite(organismes)}`] : []),
    ...(autres > 0 ? [`sans commune désignée ${formatQuotite(autres)}`] : []),
  ].join(', ')
}

/** Masculine: a post, or the ETP of a line. */
export const MOTS_SITUATION_POSTE: Record<SituationPoste, string> = {
  POURVU: 'pourvu',
  VACANT: 'vacant',
  JAMAIS_POURVU: 'jamais pourvu',
  EXTERNALISE: 'externalisé',
  NON_PRECISE: 'non précisé',
}

/** How a post is held. */
export const MOTS_MODE_POSTE: Record<ModePoste, string> = {
  DIRECT: 'en direct',
  EXTERNALISE: MOTS_SITUATION_POSTE.EXTERNALISE,
  PARTAGE: 'partagé',
  NON_PRECISE: 'mode non précisé',
}

/** What a margin cuts the total by. */
export const MOTS_MARGE: Record<Marge, string> = { PORTEUR: 'par commune', THEMATIQUE: 'par thématique' }
