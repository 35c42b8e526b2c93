import { MOTS_SITUATION_POSTE } from '@/lib/cooperation/schemas/words'
import type { FicheCommune } from '@/lib/cooperation/vues/types'
import { formatQuotite } from '@/lib/platform/nombres'

/** Views in words. */

/** What a commune carries, in one sentence. */
export function formatPorte({ nom, ligne, genre, recoit }: FicheCommune): string {
  if (ligne === null)
    return `${nom} n’a pas de ligne dans la répartition de ce schéma : ce qu’elle porte aujourd’hui n’est pas connu.`
  if (ligne.quotite === null) return `La quotité de ${nom} n’est pas connue.`
  if (ligne.quotite === 0)
    return recoit ? `${nom} ne porte pas de poste elle-même.` : `${nom} ne porte pas de poste dans ce schéma.`
  return `${nom} porte ${formatQuotite(ligne.quotite)} ETP de chargé de coopération${genre === 'COMMUNE' ? '' : ' en propre'}.`
}

/** What is filled on a line at the date, in few words; only what is written while no post is described. */
export function formatPourvu(ligne: FicheCommune['ligne']): string {
  if (ligne === null || ligne.quotite === null || (ligne.quotite === 0 && ligne.postes.length === 0)) return '–'
  if (ligne.effectif === null) return MOTS_SITUATION_POSTE[ligne.situation]
  const { pourvu, prevu, nonPrecise } = ligne.effectif
  return `${formatQuotite(pourvu)} sur ${formatQuotite(prevu)}${nonPrecise > 0 ? `, non précisé pour ${formatQuotite(nonPrecise)}` : ''}`
}

/** Words of the document, between marks that stay with them. */
export const formatCitation = (texte: string): string => `« ${texte} »`

/** The words beside a line, once: why it is at zero, who carries it, what the document adds; between marks when they are its own. */
export function formatRaison({ recoit, raison, citation }: FicheCommune): string | null {
  const mots = recoit ?? raison
  return mots === null ? null : citation ? formatCitation(mots) : mots
}
