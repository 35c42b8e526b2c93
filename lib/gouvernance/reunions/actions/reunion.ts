'use server'
import { findGroupe } from '@/lib/gouvernance/frequence/rules/groupes'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { formatDate } from '@/lib/platform/dates'
import { echecs, succeed } from '@/lib/platform/resultat'
import {
  computeRefReunion,
  insertDerogation,
  judgeReunion,
  noteMotif,
  openReunion,
  removeDerogations,
  toVisee,
} from '../write/reunion'
import { lockInstance } from '../write/verrou'
import {
  cancelReunionSchema,
  holdReunionSchema,
  planReunionSchema,
  reopenReunionSchema,
  updateReunionSchema,
} from '../schema'
import type { ReunionEcrite } from '@/lib/gouvernance/instances/types/ecran'

/** A convention’s pages all tell of its meetings: dashboard, governance, journal. */
/** Plans a meeting of an instance, or records one that took place before anybody planned it here. */
export const planReunion = defineAction({
  nom: 'planReunion',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: planReunionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const verrou = await lockInstance(tx, convention.id, { instance: input.instance, reunion: null })
    if (!verrou) return echecs.introuvable()
    const groupe = findGroupe(input.groupe, verrou.regles, verrou.reunions)
    const visee = { id: 0, date: input.date, etat: 'PREVUE' as const, groupe, derogation: false }
    const operation = input.tenue ? 'TENIR' : 'PLANIFIER'
    const jugement = judgeReunion(contexte, verrou, { operation, visee, derogation: input.derogation })
    if (!jugement.ok) return jugement
    const ref = await computeRefReunion(contexte, verrou.instance, input.date)
    await noteMotif(tx, jugement.ecartee?.motif)
    const [creee] = await tx.$queryRaw<{ id: number; version: number }[]>`
      INSERT INTO reunion (convention_id, instance_id, ref, date, heure_debut, heure_fin, lieu, objet, groupe, etat)
      VALUES (${convention.id}, ${verrou.instance.id}, ${ref}, ${input.date}::date, ${input.heureDebut}, ${input.heureFin},
        ${input.lieu}, ${input.objet}, ${groupe}, ${input.tenue ? 'TENUE' : 'PREVUE'}::etat_reunion)
      RETURNING id, version`
    if (!creee) throw new Error('a meeting was inserted and not returned')
    await insertDerogation(contexte, creee.id, jugement.ecartee)
    return succeed<ReunionEcrite>({
      reunion: creee.id,
      version: creee.version,
      message: input.tenue
        ? `Réunion du ${formatDate(input.date)} enregistrée comme tenue`
        : `Réunion prévue le ${formatDate(input.date)}`,
      avertissements: jugement.avertissements,
    })
  },
  revalidate: refreshConvention,
})

/**
 * Changes a meeting: its place, its subject, its note; and while it is only planned, its day and its group,
 * which the rule judges as giving up the former place and planning the new one.
 */
export const updateReunion = defineAction({
  nom: 'updateReunion',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: updateReunionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openReunion(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    const groupe = findGroupe(
      input.groupe,
      ouverte.regles,
      ouverte.reunions.filter(({ id }) => id !== actuelle.id),
    )
    const deplacee = input.date !== actuelle.date || groupe !== actuelle.groupe
    if (deplacee && actuelle.etat === 'TENUE' && !actuelle.figee) {
      return echecs.regle(
        'DEJA_TENUE',
        'Cette réunion est tenue : pour corriger sa date ou son groupe, remettez-la d’abord en « prévue ».',
      )
    }
    // What does not move is judged only where nothing may change at all: validated minutes, a cancelled meeting.
    const aJuger = deplacee || actuelle.figee || actuelle.etat === 'ANNULEE'
    const visee = toVisee(ouverte, { date: input.date, groupe })
    const jugement = aJuger
      ? judgeReunion(contexte, ouverte, { operation: 'PLANIFIER', visee, derogation: input.derogation })
      : null
    if (jugement && !jugement.ok) return jugement
    await noteMotif(tx, jugement?.ecartee?.motif)
    const changees = await tx.$executeRaw`
      UPDATE reunion SET date = ${input.date}::date, heure_debut = ${input.heureDebut}, heure_fin = ${input.heureFin}, lieu = ${input.lieu},
        objet = ${input.objet}, groupe = ${groupe}, compte_rendu = ${input.compteRendu}, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id} AND version = ${input.version}`
    if (changees === 0) return echecs.conflit(actuelle)
    if (deplacee) await removeDerogations(contexte, actuelle.id)
    await insertDerogation(contexte, actuelle.id, jugement?.ecartee ?? null)
    return succeed<ReunionEcrite>({
      reunion: actuelle.id,
      version: actuelle.version + 1,
      message: input.date === actuelle.date ? 'Réunion mise à jour' : `Réunion déplacée au ${formatDate(input.date)}`,
      avertissements: jugement?.avertissements ?? [],
    })
  },
  revalidate: refreshConvention,
})

/** Says that a meeting took place, on the day planned or on another. */
export const holdReunion = defineAction({
  nom: 'holdReunion',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: holdReunionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openReunion(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    const visee = toVisee(ouverte, { date: input.date })
    const jugement = judgeReunion(contexte, ouverte, { operation: 'TENIR', visee, derogation: input.derogation })
    if (!jugement.ok) return jugement
    await noteMotif(tx, jugement.ecartee?.motif)
    const changees = await tx.$executeRaw`
      UPDATE reunion SET etat = 'TENUE', date = ${input.date}::date, compte_rendu = ${input.compteRendu}, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id} AND version = ${input.version}`
    if (changees === 0) return echecs.conflit(actuelle)
    await insertDerogation(contexte, actuelle.id, jugement.ecartee)
    return succeed<ReunionEcrite>({
      reunion: actuelle.id,
      version: actuelle.version + 1,
      message: `Réunion du ${formatDate(input.date)} marquée comme tenue`,
      avertissements: jugement.avertissements,
    })
  },
  revalidate: refreshConvention,
})

/** Cancels a planned meeting, with the reason that is kept with it. */
export const cancelReunion = defineAction({
  nom: 'cancelReunion',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: cancelReunionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openReunion(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    const jugement = judgeReunion(contexte, ouverte, {
      operation: 'ANNULER',
      visee: toVisee(ouverte),
      derogation: input.derogation,
    })
    if (!jugement.ok) return jugement
    await noteMotif(tx, jugement.ecartee?.motif ?? input.motif)
    const changees = await tx.$executeRaw`
      UPDATE reunion SET etat = 'ANNULEE', motif_annulation = ${input.motif}, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id} AND version = ${input.version}`
    if (changees === 0) return echecs.conflit(actuelle)
    await insertDerogation(contexte, actuelle.id, jugement.ecartee)
    return succeed<ReunionEcrite>({
      reunion: actuelle.id,
      version: actuelle.version + 1,
      message: `Réunion du ${formatDate(actuelle.date)} annulée`,
      avertissements: jugement.avertissements,
    })
  },
  revalidate: refreshConvention,
})

/**
 * Undoes a mistake: a meeting wrongly declared held, or cancelled, is planned again. Bringing back a cancelled
 * one is planning it; taking back « tenue » adds nothing to what counts, and only validated minutes forbid it.
 */
export const reopenReunion = defineAction({
  nom: 'reopenReunion',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: reopenReunionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openReunion(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte
    if (actuelle.etat === 'PREVUE')
      return echecs.regle('DEJA_PREVUE', 'Cette réunion est déjà prévue : il n’y a rien à rétablir.')
    const aJuger = actuelle.figee || actuelle.etat === 'ANNULEE'
    const visee = toVisee(ouverte, { etat: 'PREVUE' })
    const jugement = aJuger
      ? judgeReunion(contexte, ouverte, { operation: 'PLANIFIER', visee, derogation: input.derogation })
      : null
    if (jugement && !jugement.ok) return jugement
    await noteMotif(tx, jugement?.ecartee?.motif)
    const changees = await tx.$executeRaw`
      UPDATE reunion SET etat = 'PREVUE', motif_annulation = NULL, version = version + 1
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id} AND version = ${input.version}`
    if (changees === 0) return echecs.conflit(actuelle)
    if (actuelle.etat === 'ANNULEE') await removeDerogations(contexte, actuelle.id)
    await insertDerogation(contexte, actuelle.id, jugement?.ecartee ?? null)
    return succeed<ReunionEcrite>({
      reunion: actuelle.id,
      version: actuelle.version + 1,
      message: `Réunion du ${formatDate(actuelle.date)} de nouveau prévue`,
      avertissements: jugement?.avertissements ?? [],
    })
  },
  revalidate: refreshConvention,
})
