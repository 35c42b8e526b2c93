'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshAdministration } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { refuseEmailPris, writeRole } from '@/lib/utilisateurs/write/roles'
import { changePersonneSchema, createPersonneSchema, updatePersonneSchema } from '@/lib/utilisateurs/schema'
import { lockPersonne } from '@/lib/utilisateurs/write/verrou'

/** Adds a person with a first role. They sign in once invited. */
export const createPersonne = defineAction({
  nom: 'createPersonne',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: createPersonneSchema,
  effet: async ({ tx }, { email, nom, fonction, ...role }) => {
    const ajout = await refuseEmailPris(
      () =>
        tx.$queryRaw<
          { id: number }[]
        >`INSERT INTO utilisateur (email, nom, fonction) VALUES (${email}, ${nom}, ${fonction}) RETURNING id`,
    )
    if (!ajout.ok) return ajout
    const id = ajout.valeur[0]?.id
    if (id === undefined) throw new Error('person without an id')
    const refus = await writeRole(tx, id, role)
    return refus ?? succeed({ personne: id })
  },
  revalidate: refreshAdministration,
})

/** Changes the name, function and address of a person. */
export const updatePersonne = defineAction({
  nom: 'updatePersonne',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: updatePersonneSchema,
  effet: async ({ tx, acteur }, input) => {
    const verrou = await lockPersonne(tx, acteur.id, input)
    if (!verrou.ok) return verrou
    const { personne, email, nom, fonction } = input
    const ecrit = await refuseEmailPris(
      () =>
        tx.$executeRaw`UPDATE utilisateur SET email = ${email}, nom = ${nom}, fonction = ${fonction}, version = version + 1 WHERE id = ${personne}`,
    )
    return ecrit.ok ? succeed({ version: input.version + 1 }) : ecrit
  },
  revalidate: refreshAdministration,
})

/** Deactivates a person: their sessions end in the same breath, and the address opens nothing. */
export const closePersonne = defineAction({
  nom: 'closePersonne',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: changePersonneSchema,
  effet: async ({ tx, acteur }, input) => {
    const verrou = await lockPersonne(tx, acteur.id, input)
    if (!verrou.ok) return verrou
    if (input.personne === acteur.id)
      return echecs.regle(
        'SOI_MEME',
        'Vous ne pouvez pas désactiver votre propre compte. Demandez-le à un autre administrateur.',
      )
    await tx.$executeRaw`UPDATE utilisateur SET actif = false, version = version + 1 WHERE id = ${input.personne}`
    // Without this, a session left open would work again the day the person comes back.
    await tx.$queryRaw`SELECT app.fermer_sessions(${input.personne})`
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshAdministration,
})

/** Lets a person in again, with the roles and the password they had. */
export const reopenPersonne = defineAction({
  nom: 'reopenPersonne',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: changePersonneSchema,
  effet: async ({ tx, acteur }, input) => {
    const verrou = await lockPersonne(tx, acteur.id, input)
    if (!verrou.ok) return verrou
    await tx.$executeRaw`UPDATE utilisateur SET actif = true, version = version + 1 WHERE id = ${input.personne}`
    return succeed({ version: input.version + 1 })
  },
  revalidate: refreshAdministration,
})
