'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshAdministration } from '@/lib/platform/chemins'
import { todayParis } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'
import { recordAcces } from '@/lib/utilisateurs/write/journal'
import { accesPersonneSchema } from '@/lib/utilisateurs/schema'
import { lockPersonne } from '@/lib/utilisateurs/write/verrou'

const DUREE_INVITATION_MS = 7 * 24 * 3_600_000

/**
 * Makes the one-time link through which a person chooses their password; it replaces the earlier
 * ones. The secret is in this answer and nowhere else: the database keeps its hash.
 */
export const createInvitation = defineAction({
  nom: 'createInvitation',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: accesPersonneSchema,
  effet: async ({ tx, acteur }, { personne }) => {
    const verrou = await lockPersonne(tx, acteur.id, { personne, version: null })
    if (!verrou.ok) return verrou
    if (!verrou.personne.actif)
      return echecs.regle('INACTIF', 'Ce compte est désactivé : réactivez-le avant d’inviter la personne.')
    const secret = createSecret()
    const expire = new Date(Date.now() + DUREE_INVITATION_MS)
    const [creee] = await tx.$queryRaw<
      { ok: boolean }[]
    >`SELECT app.creer_invitation(${hashSecret(secret)}, ${personne}, ${expire}) AS ok`
    if (!creee?.ok) return echecs.interdit()
    const dernierJour = todayParis(expire)
    await recordAcces(tx, acteur.id, 'invitation', verrou.personne, { fin: dernierJour })
    return succeed({ chemin: `/invitation/${secret}`, dernierJour })
  },
  revalidate: refreshAdministration,
})

/** Ends every session of a person, on all their devices. */
export const closeSessions = defineAction({
  nom: 'closeSessions',
  operation: 'utilisateur.administrer',
  portee: 'GENERALE',
  input: accesPersonneSchema,
  effet: async ({ tx, acteur }, { personne }) => {
    const verrou = await lockPersonne(tx, acteur.id, { personne, version: null })
    if (!verrou.ok) return verrou
    // Written first: ending one’s own sessions ends the one this transaction carries.
    await recordAcces(tx, acteur.id, 'session', verrou.personne, {})
    const [ligne] = await tx.$queryRaw<{ fermees: number }[]>`SELECT app.fermer_sessions(${personne}) AS fermees`
    return succeed({ fermees: ligne?.fermees ?? 0 })
  },
  revalidate: refreshAdministration,
})
