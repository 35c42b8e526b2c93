'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshAdministration } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { writeRole } from '@/lib/utilisateurs/write/roles'
import { isDernierAdministrateur } from '@/lib/utilisateurs/rules'
import { createRoleSchema, removeRoleSchema } from '@/lib/utilisateurs/schema'
import { lockPersonne, touchPersonne } from '@/lib/utilisateurs/write/verrou'

/** Gives one more role to a person. */
export const createRole = defineAction({
  nom: 'createRole',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: createRoleSchema,
  effet: async ({ tx, acteur }, { personne, version, ...role }) => {
    const verrou = await lockPersonne(tx, acteur.id, { personne, version })
    if (!verrou.ok) return verrou
    const refus = await writeRole(tx, personne, role)
    if (refus) return refus
    await touchPersonne(tx, personne)
    return succeed({ version: version + 1 })
  },
  revalidate: refreshAdministration,
})

/** Takes a role back; one’s own last administrator role stays. */
export const removeRole = defineAction({
  nom: 'removeRole',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: removeRoleSchema,
  effet: async ({ tx, acteur, today }, input) => {
    const verrou = await lockPersonne(tx, acteur.id, input)
    if (!verrou.ok) return verrou
    if (input.personne === acteur.id && isDernierAdministrateur(verrou.personne.roles, input.role, today))
      return echecs.regle(
        'DERNIER_ROLE',
        'Vous ne pouvez pas retirer votre propre rôle d’administration. Demandez-le à un autre administrateur.',
      )
    const retires =
      await tx.$executeRaw`DELETE FROM role WHERE id = ${input.role} AND utilisateur_id = ${input.personne}`
    if (retires === 0) return echecs.introuvable()
    await touchPersonne(tx, input.personne)
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshAdministration,
})
