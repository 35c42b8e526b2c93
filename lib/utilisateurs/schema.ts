import { z } from 'zod'
import { courriel, dateOuNulle, identifiant, texteOuNul, version } from '@/lib/platform/saisie'
import { CHOIX_ROLE, OBJETS_ROLE, ROLES_DONNES } from './rules'

const identite = {
  email: courriel('Écrivez une adresse e-mail complète, par exemple prenom.nom@caf.fr.'),
  nom: z
    .string()
    .trim()
    .min(1, 'Écrivez le prénom et le nom.')
    .max(120, 'Raccourcissez le nom : 120 caractères au plus.'),
  fonction: texteOuNul(160, 'Raccourcissez la fonction : 160 caractères au plus.'),
}

const role = {
  role: z.enum(CHOIX_ROLE, 'Choisissez un rôle.'),
  /** id of the Caf, convention, fiche or collectivité that the role is on; null for an administrator */
  cible: identifiant.nullable(),
  debut: dateOuNulle,
  fin: dateOuNulle,
}

interface RoleSaisi {
  role: (typeof CHOIX_ROLE)[number]
  cible: number | null
  debut: string | null
  fin: string | null
}

const aSaCible = (saisie: RoleSaisi) => ROLES_DONNES[saisie.role].objet === null || saisie.cible !== null
const CIBLE_MANQUANTE = { path: ['cible'], message: 'Choisissez sur quoi porte ce rôle.' }
const bornesDansLOrdre = ({ debut, fin }: RoleSaisi) => debut === null || fin === null || debut <= fin
const BORNES_INVERSEES = { path: ['fin'], message: 'La fin précède le début : inversez les deux dates.' }

export const listPersonnesSchema = z.strictObject({ q: z.string().max(100).optional(), page: z.int().min(1).max(1000) })
export const getPersonneSchema = z.strictObject({ personne: identifiant })
export const searchCiblesSchema = z.strictObject({ objet: z.enum(OBJETS_ROLE), q: z.string().max(100) })

export const createPersonneSchema = z
  .strictObject({ ...identite, ...role })
  .refine(aSaCible, CIBLE_MANQUANTE)
  .refine(bornesDansLOrdre, BORNES_INVERSEES)
export const updatePersonneSchema = z.strictObject({ personne: identifiant, version, ...identite })
export const changePersonneSchema = z.strictObject({ personne: identifiant, version })
export const accesPersonneSchema = z.strictObject({ personne: identifiant })

export const createRoleSchema = z
  .strictObject({ personne: identifiant, version, ...role })
  .refine(aSaCible, CIBLE_MANQUANTE)
  .refine(bornesDansLOrdre, BORNES_INVERSEES)
export const removeRoleSchema = z.strictObject({ personne: identifiant, version, role: identifiant })
