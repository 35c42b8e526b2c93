/** Roles in the words people use for themselves. */

export type RoleNomme = 'ADMINISTRATEUR' | 'CONSEILLER_CAF' | 'CHARGE_COOPERATION' | 'PILOTE' | 'ELU' | 'LECTEUR'

const NOMS_ROLE: Record<RoleNomme, string> = {
  ADMINISTRATEUR: 'Administration',
  CONSEILLER_CAF: 'Conseil de la Caf',
  CHARGE_COOPERATION: 'Coordination',
  PILOTE: 'Pilotage de fiches',
  ELU: 'Représentation des élus',
  LECTEUR: 'Lecture',
}

export interface RoleHabite {
  type: RoleNomme
  organisme: string | null
  conventionId: number | null
  convention: string | null
}

const ORDRE = Object.keys(NOMS_ROLE)

/** 'Conseil de la Caf, Caf de la Vienne', 'Coordination, Grand Châtellerault'. */
const formatRole = ({ type, organisme, convention }: RoleHabite): string =>
  [NOMS_ROLE[type], organisme ?? convention].filter(Boolean).join(', ')

/**
 * How a person is presented: their own function first when they have one, then each of their roles; those that
 * bear on the convention in view come before the others.
 * @param conventionId the convention in view, null on a screen over all of them
 * @param ici role types that hold on it, whatever they are attached to
 */
export function listRolesEnMots(
  fonction: string | null,
  roles: readonly RoleHabite[],
  conventionId: number | null,
  ici: readonly RoleNomme[] = [],
): string[] {
  const rang = (role: RoleHabite) =>
    role.conventionId !== null && role.conventionId === conventionId
      ? 0
      : role.conventionId === null && ici.includes(role.type)
        ? 1
        : 2
  const tries = [...roles].sort((a, b) => rang(a) - rang(b) || ORDRE.indexOf(a.type) - ORDRE.indexOf(b.type))
  return [...new Set([...(fonction ? [fonction] : []), ...tries.map(formatRole)])]
}
