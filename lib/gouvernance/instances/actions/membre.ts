'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type ErreurChamp } from '@/lib/platform/resultat'
import { formatCompte } from '@/lib/platform/typographie'
import { lockInstanceActuelle, lockMembre } from '../write'
import { createMembreSchema, removeMembreSchema, updateMembreSchema } from '../schema'
import type { MembreEcrit } from '../types/edition'

/** What a seat points to must be of this convention, and visible to whoever writes it. One SQL statement. */
async function checkLiens(
  tx: Tx,
  convention: number,
  { organisme, utilisateur }: { organisme: number | null; utilisateur: number | null },
): Promise<ErreurChamp[]> {
  const [connus] = await tx.$queryRaw<{ organisme: boolean; utilisateur: boolean }[]>`
    SELECT ${organisme}::int IS NULL OR EXISTS (SELECT 1 FROM porte.partie WHERE convention_id = ${convention} AND id = ${organisme}::int) AS organisme,
      ${utilisateur}::int IS NULL OR EXISTS (SELECT 1 FROM utilisateur WHERE id = ${utilisateur}::int AND NOT systeme) AS utilisateur`
  return [
    ...(connus?.organisme
      ? []
      : [
          {
            champ: 'organisme',
            message:
              'Cet organisme n’est pas une partie de cette convention : choisissez-en un de la liste, ou laissez vide.',
          },
        ]),
    ...(connus?.utilisateur
      ? []
      : [
          {
            champ: 'utilisateur',
            message: 'Ce compte ne vous est pas connu : choisissez-en un de la liste, ou laissez vide.',
          },
        ]),
  ]
}

/** Adds a seat to an instance: an organisme or a function, and who holds it. */
export const createMembre = defineAction({
  nom: 'createMembre',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: createMembreSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const actuelle = await lockInstanceActuelle(contexte, input.instance)
    if (actuelle === null) return echecs.introuvable()
    const erreurs = await checkLiens(tx, convention.id, input)
    if (erreurs.length > 0) return echecs.invalide(erreurs)
    const [cree] = await tx.$queryRaw<{ id: number; version: number }[]>`
      INSERT INTO membre (convention_id, instance_id, libelle, fonction, organisme_id, utilisateur_id, voix, personne, suppleant, coanimation, debut, fin, motif_fin, ordre)
      VALUES (${convention.id}, ${actuelle.id}, ${input.libelle}, ${input.fonction}, ${input.organisme}, ${input.utilisateur}, ${input.voix}::voix,
        ${input.personne}, ${input.suppleant}, ${input.coanimation}, ${input.debut}::date, ${input.fin}::date, ${input.motifFin},
        (SELECT coalesce(max(ordre), -1) + 1 FROM membre WHERE convention_id = ${convention.id} AND instance_id = ${actuelle.id}))
      RETURNING id, version`
    if (!cree) throw new Error('a member was inserted and not returned')
    return succeed<MembreEcrit>({
      membre: cree.id,
      version: cree.version,
      message: `« ${input.libelle} » siège dans l’instance`,
    })
  },
  revalidate: refreshConvention,
})

/** Changes a seat: who holds it, since when, with which voice. */
export const updateMembre = defineAction({
  nom: 'updateMembre',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: updateMembreSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const actuel = await lockMembre(contexte, input.membre)
    if (actuel === null) return echecs.introuvable()
    if (actuel.version !== input.version) return echecs.conflit(actuel)
    // An account named by somebody who sees it stays when somebody else changes the rest.
    const utilisateur = input.utilisateur === actuel.utilisateurId ? null : input.utilisateur
    const erreurs = await checkLiens(tx, convention.id, { ...input, utilisateur })
    if (erreurs.length > 0) return echecs.invalide(erreurs)
    await tx.$executeRaw`
      UPDATE membre SET libelle = ${input.libelle}, fonction = ${input.fonction}, organisme_id = ${input.organisme}, utilisateur_id = ${input.utilisateur},
        voix = ${input.voix}::voix, personne = ${input.personne}, suppleant = ${input.suppleant}, coanimation = ${input.coanimation},
        debut = ${input.debut}::date, fin = ${input.fin}::date, motif_fin = ${input.motifFin}, version = version + 1
      WHERE convention_id = ${convention.id} AND id = ${actuel.id} AND version = ${input.version}`
    return succeed<MembreEcrit>({
      membre: actuel.id,
      version: actuel.version + 1,
      message: `« ${input.libelle} » est à jour`,
    })
  },
  revalidate: refreshConvention,
})

/** Removes a seat written by mistake: one that has sat keeps its meetings, and its mandate is ended instead. */
export const removeMembre = defineAction({
  nom: 'removeMembre',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: removeMembreSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const actuel = await lockMembre(contexte, input.membre)
    if (actuel === null) return echecs.introuvable()
    if (actuel.version !== input.version) return echecs.conflit(actuel)
    const [liens] = await tx.$queryRaw<{ presences: number; successeurs: number }[]>`
      SELECT (SELECT count(*)::int FROM presence WHERE convention_id = ${convention.id} AND membre_id = ${actuel.id}) AS presences,
        (SELECT count(*)::int FROM membre WHERE convention_id = ${convention.id} AND predecesseur_id = ${actuel.id}) AS successeurs`
    if (liens && liens.presences > 0)
      return echecs.regle(
        'MEMBRE_PRESENT',
        `Ce membre figure dans ${formatCompte(liens.presences, 'réunion')} : il ne se retire pas. Terminez plutôt son mandat, en indiquant sa date de fin.`,
      )
    if (liens && liens.successeurs > 0)
      return echecs.regle(
        'MEMBRE_REMPLACE',
        'Quelqu’un a pris la suite de ce mandat : il reste dans l’histoire de l’instance. Indiquez plutôt sa date de fin.',
      )
    await tx.$executeRaw`DELETE FROM membre WHERE convention_id = ${convention.id} AND id = ${actuel.id}`
    return succeed<MembreEcrit>({
      membre: actuel.id,
      version: actuel.version,
      message: `« ${actuel.libelle} » est retiré de l’instance`,
    })
  },
  revalidate: refreshConvention,
})
