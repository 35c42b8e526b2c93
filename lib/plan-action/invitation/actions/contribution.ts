'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { createSecret, hashSecret } from '@/lib/platform/identite/secret'
import { echecs, succeed } from '@/lib/platform/resultat'
import { sendInvitation } from '../write/courriel'
import { buildConflit, lockContribution, writeRetenus } from '../write/contribution'
import {
  closeContributionSchema,
  closeInvitationFicheSchema,
  createInvitationFicheSchema,
  validateContributionSchema,
} from '../schema'

/** Makes a link that opens one fiche to a named person: its secret is given this once, and sent when an address is given. */
export const createInvitationFiche = defineAction({
  nom: 'createInvitationFiche',
  operation: 'fiche.inviter',
  portee: 'CONVENTION',
  input: createInvitationFicheSchema,
  effet: async ({ tx, convention, acteur }, { fiche, nom, email, jours }) => {
    const secret = createSecret()
    const [invitation] = await tx.$queryRaw<{ dernierJour: string; titre: string }[]>`
      WITH i AS (
        INSERT INTO invitation_fiche (id, convention_id, fiche_action_id, nom, email, expire_le, cree_par_id)
        SELECT ${hashSecret(secret)}, f.convention_id, f.id, ${nom}, ${email}, now() + make_interval(days => ${jours}::int), ${acteur.id}
        FROM fiche_action f WHERE f.convention_id = ${convention.id} AND f.id = ${fiche} RETURNING expire_le, fiche_action_id)
      SELECT (i.expire_le AT TIME ZONE 'Europe/Paris')::date::text AS "dernierJour", f.titre
      FROM i JOIN fiche_action f ON f.convention_id = ${convention.id} AND f.id = i.fiche_action_id`
    if (!invitation) return echecs.introuvable()
    const chemin = `/contribution/${secret}`
    const envoi = await sendInvitation({
      nom,
      email,
      chemin,
      fiche: invitation.titre,
      dernierJour: invitation.dernierJour,
      auteur: acteur.nom,
    })
    return succeed({ chemin, dernierJour: invitation.dernierJour, envoi })
  },
  revalidate: refreshConvention,
})

/** Ends a link: it opens nothing any more; what came by it stays. */
export const closeInvitationFiche = defineAction({
  nom: 'closeInvitationFiche',
  operation: 'fiche.inviter',
  portee: 'CONVENTION',
  input: closeInvitationFicheSchema,
  effet: async ({ tx, convention }, { fiche, invitation }) => {
    const where = { id: invitation, conventionId: convention.id, ficheActionId: fiche }
    const { count } = await tx.invitationFiche.updateMany({
      where: { ...where, revoqueeLe: null },
      data: { revoqueeLe: new Date() },
    })
    // Closed twice is closed.
    return count === 1 || (await tx.invitationFiche.count({ where })) === 1 ? succeed({}) : echecs.introuvable()
  },
  revalidate: refreshConvention,
})

/** Accepts all or some of a proposal, over what one saw; what is not accepted is let go. */
export const validateContribution = defineAction({
  nom: 'validateContribution',
  operation: 'fiche.inviter',
  portee: 'CONVENTION',
  input: validateContributionSchema,
  effet: async ({ tx, convention, acteur, today }, { fiche, contribution: id, version, champs, etapes }) => {
    const contribution = await lockContribution(tx, convention.id, fiche, id)
    if (!contribution) return echecs.introuvable()
    if (contribution.etat !== 'PROPOSEE' || contribution.version !== version)
      return buildConflit(tx, convention.id, fiche, contribution.etat)
    const { contenu } = contribution
    const retenus = {
      champs: (['statut', 'avancement', 'suivi'] as const).filter(
        (champ) => champs[champ] !== undefined && contenu.champs[champ] !== undefined,
      ),
      etapes: etapes
        .map((etape) => etape.id)
        .filter((etape) => contenu.etapes.some((proposee) => proposee.id === etape)),
    }
    const proposees = Object.keys(contenu.champs).length + contenu.etapes.length
    if (proposees > 0 && retenus.champs.length + retenus.etapes.length === 0) {
      return echecs.invalide([
        {
          champ: 'champs',
          message: 'Choisissez au moins une valeur à accepter, ou répondez que vous ne retenez pas la proposition.',
        },
      ])
    }
    const echec = await writeRetenus(tx, { convention, acteur, today }, fiche, contribution, { champs, etapes })
    if (echec) return echec
    await tx.contributionFiche.update({
      where: { id, conventionId: convention.id },
      data: {
        etat: 'ACCEPTEE',
        traiteeParId: acteur.id,
        traiteeLe: new Date(),
        version: { increment: 1 },
        contenu: { ...contenu, retenus },
      },
    })
    return succeed({ retenues: retenus.champs.length + retenus.etapes.length, proposees })
  },
  revalidate: refreshConvention,
})

/** Refuses a proposal, with the reason. */
export const closeContribution = defineAction({
  nom: 'closeContribution',
  operation: 'fiche.inviter',
  portee: 'CONVENTION',
  input: closeContributionSchema,
  effet: async ({ tx, convention, acteur }, { fiche, contribution: id, version, motif }) => {
    const contribution = await lockContribution(tx, convention.id, fiche, id)
    if (!contribution) return echecs.introuvable()
    if (contribution.etat !== 'PROPOSEE' || contribution.version !== version)
      return buildConflit(tx, convention.id, fiche, contribution.etat)
    await tx.contributionFiche.update({
      where: { id, conventionId: convention.id },
      data: { etat: 'REFUSEE', motif, traiteeParId: acteur.id, traiteeLe: new Date(), version: { increment: 1 } },
    })
    return succeed({})
  },
  revalidate: refreshConvention,
})
