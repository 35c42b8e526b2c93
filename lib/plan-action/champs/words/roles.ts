/** Who leads, carries or joins a fiche: the list, and the words. */

export const LABELS_ROLE = { PILOTE: 'Pilote', PORTEUR: 'Porteur', PARTENAIRE: 'Partenaire' } as const

export type RolePilotage = keyof typeof LABELS_ROLE

export const ROLES_PILOTAGE = Object.keys(LABELS_ROLE) as [RolePilotage, ...RolePilotage[]]

/** In a sentence: « CCAS (pilote) ». */
export const MOTS_ROLE_PHRASE = {
  PILOTE: 'pilote',
  PORTEUR: 'porteur',
  PARTENAIRE: 'partenaire',
} as const satisfies Record<RolePilotage, string>
