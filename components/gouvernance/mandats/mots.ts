import type { FiltreMandats } from '@/lib/gouvernance/mandats/rules'
import type { College, EtatMandat, Siege } from '@/lib/gouvernance/mandats/types'
import { formatDateCourte } from '@/lib/platform/dates'

/** The words of mandates. */
export const FILTRES_DE_MANDATS: { cle: FiltreMandats; mots: string }[] = [
  { cle: 'en-cours', mots: 'En cours' },
  { cle: 'bientot', mots: 'Se terminent bientôt' },
  { cle: 'termines', mots: 'Terminés' },
  { cle: 'a-nommer', mots: 'Personne à nommer' },
]

export const COLLEGES_EN_MOTS: Record<College, string> = {
  CAF: 'Caf',
  EPCI: 'intercommunalités',
  COMMUNE: 'communes',
  AUTRES: 'autres organismes',
}

/** When a mandate begins and ends, as far as it is known; null when nothing is. */
function formatMandat({ debut, fin }: Pick<Siege, 'debut' | 'fin'>): string | null {
  if (debut && fin) return `du ${formatDateCourte(debut)} au ${formatDateCourte(fin)}`
  if (debut) return `depuis le ${formatDateCourte(debut)}`
  return fin ? `jusqu’au ${formatDateCourte(fin)}` : null
}

/** What a seat says beside its instance: function, voice, substitute, dates. */
export function listFaits({
  libelle,
  personne,
  fonction,
  organisme,
  voix,
  coanimation,
  suppleant,
  ...siege
}: Siege & { etat?: EtatMandat }): string[] {
  return [
    personne !== null && libelle !== personne ? libelle : null,
    fonction !== libelle ? fonction : null,
    organisme && organisme.nom !== libelle ? organisme.nom : null,
    voix === 'DECISIVE' ? 'voix décisive' : voix === 'CONSULTATIVE' ? 'voix consultative' : null,
    coanimation ? 'co-anime l’instance' : null,
    suppleant ? `suppléance : ${suppleant}` : null,
    formatMandat(siege),
    siege.motifFin ? `motif : ${siege.motifFin}` : null,
  ].filter((fait) => fait !== null)
}
