import type { RoleVu } from '@/lib/utilisateurs/queries'
import { listRolesEnMots } from '@/lib/pilotage/navigation/rules/roles'
import type { ChoixRole, ObjetRole } from '@/lib/utilisateurs/rules'
import { formatDateCourte } from '@/lib/platform/dates'

/** Each role as it is chosen, with what it opens. */
export const CHOIX: Record<ChoixRole, { nom: string; ouvre: string }> = {
  CHARGE_COOPERATION: { nom: 'Coordination d’une convention', ouvre: 'Lit et met à jour toute la convention.' },
  CONSEILLER_CAF: {
    nom: 'Conseil d’une Caf',
    ouvre: 'Lit et met à jour toutes les conventions de cette Caf, et en importe de nouvelles.',
  },
  PILOTE: { nom: 'Pilotage d’une fiche-action', ouvre: 'Lit la convention, et met à jour cette seule fiche.' },
  ELU: { nom: 'Représentation des élus d’une collectivité', ouvre: 'Lit les conventions de cette collectivité.' },
  LECTEUR: { nom: 'Lecture d’une convention', ouvre: 'Lit cette convention, sans rien modifier.' },
  LECTEUR_COLLECTIVITE: {
    nom: 'Lecture pour une collectivité',
    ouvre: 'Lit les conventions de cette collectivité, sans rien modifier.',
  },
  ADMINISTRATEUR: { nom: 'Administration', ouvre: 'Lit et met à jour toutes les conventions, et gère les personnes.' },
}

export const OBJETS: Record<ObjetRole, { label: string; aide: string; vide: string }> = {
  CAF: {
    label: 'Caf',
    aide: 'Écrivez une partie de son nom.',
    vide: 'Aucune Caf de ce nom. Une Caf est connue dès qu’un dossier la cite.',
  },
  CONVENTION: {
    label: 'Convention',
    aide: 'Écrivez une partie de son nom ou de son territoire.',
    vide: 'Aucune convention de ce nom.',
  },
  FICHE: {
    label: 'Fiche-action',
    aide: 'Écrivez une partie de son titre, ou le nom de la convention.',
    vide: 'Aucune fiche-action de ce nom.',
  },
  COLLECTIVITE: {
    label: 'Collectivité',
    aide: 'Commune, intercommunalité ou département : écrivez une partie de son nom.',
    vide: 'Aucune collectivité de ce nom. Elle est connue dès qu’un dossier la cite.',
  },
}

/** 'Coordination, Grand Châtellerault', 'Pilotage de fiches, Val’Aïgo : 3.1 Titre'. */
export function formatRole(role: RoleVu): string {
  const mots = listRolesEnMots(null, [role], null)[0] ?? ''
  return role.fiche === null ? mots : `${mots} : ${role.fiche}`
}

/** Dates of a role in words, or null when it has none. */
export function formatBornes({ debut, fin }: Pick<RoleVu, 'debut' | 'fin'>): string | null {
  if (debut !== null && fin !== null) return `du ${formatDateCourte(debut)} au ${formatDateCourte(fin)}`
  if (debut !== null) return `depuis le ${formatDateCourte(debut)}`
  return fin === null ? null : `jusqu’au ${formatDateCourte(fin)}`
}
