/** Which roles can be given, on what, and what an administrator cannot do to themself. */

/** What a role is held on. */
export const OBJETS_ROLE = ['CAF', 'CONVENTION', 'FICHE', 'COLLECTIVITE'] as const
export type ObjetRole = (typeof OBJETS_ROLE)[number]

/** What can be chosen: a reader is a reader of one convention, or of those of a collectivité. */
export const CHOIX_ROLE = [
  'CHARGE_COOPERATION',
  'CONSEILLER_CAF',
  'PILOTE',
  'ELU',
  'LECTEUR',
  'LECTEUR_COLLECTIVITE',
  'ADMINISTRATEUR',
] as const
export type ChoixRole = (typeof CHOIX_ROLE)[number]

export type TypeRoleDonne = Exclude<ChoixRole, 'LECTEUR_COLLECTIVITE'>

/** Type of each choice, and what must be chosen with it; null for a role over everything. */
export const ROLES_DONNES: Record<ChoixRole, { type: TypeRoleDonne; objet: ObjetRole | null }> = {
  CHARGE_COOPERATION: { type: 'CHARGE_COOPERATION', objet: 'CONVENTION' },
  CONSEILLER_CAF: { type: 'CONSEILLER_CAF', objet: 'CAF' },
  PILOTE: { type: 'PILOTE', objet: 'FICHE' },
  ELU: { type: 'ELU', objet: 'COLLECTIVITE' },
  LECTEUR: { type: 'LECTEUR', objet: 'CONVENTION' },
  LECTEUR_COLLECTIVITE: { type: 'LECTEUR', objet: 'COLLECTIVITE' },
  ADMINISTRATEUR: { type: 'ADMINISTRATEUR', objet: null },
}

interface RoleDate {
  id: number
  type: TypeRoleDonne
  debut: string | null
  fin: string | null
}

export type EtatRole = 'EN_COURS' | 'A_VENIR' | 'TERMINE'

/** Where a role stands at a date; both bounds are included, as in app.roles_actifs. */
export function computeEtatRole({ debut, fin }: { debut: string | null; fin: string | null }, today: string): EtatRole {
  if (debut !== null && debut > today) return 'A_VENIR'
  return fin !== null && fin < today ? 'TERMINE' : 'EN_COURS'
}

/**
 * True when no administrator role in force would be left after this one is removed.
 * @param roles all roles of one person
 */
export function isDernierAdministrateur(roles: readonly RoleDate[], role: number, today: string): boolean {
  const enCours = roles.filter((tenu) => tenu.type === 'ADMINISTRATEUR' && computeEtatRole(tenu, today) === 'EN_COURS')
  return enCours.length === 1 && enCours[0]?.id === role
}
