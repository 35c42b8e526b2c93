/** Who leads, carries or joins a fiche: the list, and the words. */
import { capitaliseMots } from '@/lib/platform/mots'

/** In a sentence: « CCAS (pilote) ». */
export const MOTS_ROLE_PHRASE = { PILOTE: 'pilote', PORTEUR: 'porteur', PARTENAIRE: 'partenaire' } as const

export type RolePilotage = keyof typeof MOTS_ROLE_PHRASE

export const ROLES_PILOTAGE = Object.keys(MOTS_ROLE_PHRASE) as [RolePilotage, ...RolePilotage[]]

export const LABELS_ROLE = capitaliseMots(MOTS_ROLE_PHRASE)
