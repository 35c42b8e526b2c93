'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import {
  applyDecision,
  findAgenda,
  openDecision,
  recordReglement,
  toEchec,
  type DecisionEcrite,
} from '../write/decision'
import { readDecision } from '../read/decisions'
import { lockDecision } from '../write/verrou'
import { judgeSeance } from '@/lib/competences/rules/pouvoir'
import { recordDecisionSchema, removeDecisionSchema, updateDecisionSchema } from '../schema/decision'

/** A decision shows on its meeting, in the register, on the dashboard and on what it changed. */
/**
 * Records a decision on a point of an agenda. Taken by an instance that decides of it, it takes effect at once;
 * on a point that submits a proposal, it settles the proposal.
 */
export const recordDecision = defineAction({
  nom: 'recordDecision',
  operation: 'decision.ecrire',
  portee: 'CONVENTION',
  input: recordDecisionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const verrou = await lockDecision(tx, convention.id, { point: input.point, decision: null })
    if (!verrou) return echecs.introuvable()
    const jugee = await applyDecision(contexte, verrou, input)
    if (!jugee.ok) return jugee
    const { effet, avant, reglement } = jugee
    const objet = effet?.objet ?? null
    const [creee] = await tx.$queryRaw<{ id: number }[]>`
      INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, echeance, effet, fiche_action_id, indicateur_id, schema_id, avenant_id,
        cible, cible_texte, appliquee_le, avant, ordre)
      SELECT ${convention.id}, ${input.point}, ${input.texte}, ${input.nature}::nature_decision, ${input.etat}::etat_decision, ${input.responsable},
        ${input.echeance}::date, e.effet,
        CASE WHEN e.effet IN ('REPORTER_FICHE', 'ABANDONNER_FICHE') THEN e.objet END, CASE WHEN e.effet = 'CHANGER_CIBLE' THEN e.objet END,
        CASE WHEN e.effet = 'VALIDER_SCHEMA' THEN e.objet END, CASE WHEN e.effet = 'VALIDER_AVENANT' THEN e.objet END,
        ${effet?.cible ?? null}::numeric, ${effet?.cibleTexte ?? null}, CASE WHEN ${avant !== null} THEN now() END, ${avant && JSON.stringify(avant)}::jsonb,
        (SELECT coalesce(max(d.ordre) + 1, 0) FROM decision d WHERE d.convention_id = ${convention.id} AND d.point_id = ${input.point})
      FROM (SELECT ${effet?.effet ?? null}::effet_decision AS effet, ${objet}::int AS objet) e
      RETURNING id`
    if (!creee) throw new Error('a decision was inserted and not returned')
    if (reglement) await recordReglement(contexte, creee.id, reglement)
    return succeed<DecisionEcrite>({
      decision: creee.id,
      version: 0,
      message: avant ? 'Décision enregistrée et appliquée' : 'Décision enregistrée',
    })
  },
  revalidate: refreshConvention,
})

/** Changes a decision of a meeting whose minutes are not validated. What has been applied stays applied. */
export const updateDecision = defineAction({
  nom: 'updateDecision',
  operation: 'decision.ecrire',
  portee: 'CONVENTION',
  input: updateDecisionSchema,
  effet: async (contexte, input) => {
    const { tx, convention, today } = contexte
    const ouverte = await openDecision(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle } = ouverte.verrou
    if (actuelle.decidee) {
      return echecs.regle(
        'DEJA_TRANCHEE',
        'Cette proposition a été tranchée par l’instance qui décide : elle ne change plus. Suivez la décision qui l’a tranchée.',
      )
    }
    const jugee = await applyDecision(contexte, ouverte.verrou, input)
    if (!jugee.ok) return jugee
    const { effet, avant, reglement } = jugee
    const objet = effet?.objet ?? null
    // Without effect, a decision keeps what it was about.
    const changees = await tx.$executeRaw`
      UPDATE decision SET texte = ${input.texte}, nature = ${input.nature}::nature_decision, etat = ${input.etat}::etat_decision,
        responsable = ${input.responsable}, echeance = ${input.echeance}::date, effet = e.effet,
        realisee_le = CASE WHEN ${input.etat} = 'PRISE' THEN realisee_le END,
        fiche_action_id = CASE WHEN e.effet IS NULL THEN fiche_action_id WHEN e.effet IN ('REPORTER_FICHE', 'ABANDONNER_FICHE') THEN e.objet END,
        indicateur_id = CASE WHEN e.effet IS NULL THEN indicateur_id WHEN e.effet = 'CHANGER_CIBLE' THEN e.objet END,
        schema_id = CASE WHEN e.effet IS NULL THEN schema_id WHEN e.effet = 'VALIDER_SCHEMA' THEN e.objet END,
        avenant_id = CASE WHEN e.effet IS NULL THEN avenant_id WHEN e.effet = 'VALIDER_AVENANT' THEN e.objet END,
        cible = ${effet?.cible ?? null}::numeric, cible_texte = ${effet?.cibleTexte ?? null},
        appliquee_le = CASE WHEN ${avant !== null} THEN now() ELSE appliquee_le END,
        avant = coalesce(${avant && JSON.stringify(avant)}::jsonb, avant), version = version + 1
      FROM (SELECT ${effet?.effet ?? null}::effet_decision AS effet, ${objet}::int AS objet) e
      WHERE id = ${actuelle.id} AND convention_id = ${convention.id} AND version = ${input.version}`
    if (changees === 0)
      return echecs.conflit(await readDecision(tx, convention.id, actuelle.id, convention.slug, today))
    await recordReglement(contexte, actuelle.id, reglement)
    return succeed<DecisionEcrite>({
      decision: actuelle.id,
      version: actuelle.version + 1,
      message: avant ? 'Décision mise à jour et appliquée' : 'Décision mise à jour',
    })
  },
  revalidate: refreshConvention,
})

/** Removes a decision recorded by mistake, while nothing has followed from it. */
export const removeDecision = defineAction({
  nom: 'removeDecision',
  operation: 'decision.ecrire',
  portee: 'CONVENTION',
  input: removeDecisionSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openDecision(contexte, input)
    if (!ouverte.ok) return ouverte
    const { actuelle, reunion } = ouverte.verrou
    const seance = judgeSeance(reunion)
    if (!seance.ok) return toEchec(seance)
    if (actuelle.appliquee) {
      return echecs.regle(
        'DEJA_APPLIQUEE',
        'Cette décision est prise et s’est déjà appliquée : prenez plutôt une nouvelle décision, qui la corrige. Celle-ci reste au registre.',
      )
    }
    if (actuelle.decidee)
      return echecs.regle(
        'DEJA_TRANCHEE',
        'Cette proposition a été tranchée par l’instance qui décide : elle reste au registre avec la décision qui l’a tranchée.',
      )
    const agenda = await findAgenda(contexte, actuelle.id)
    if (agenda !== null) {
      return echecs.regle(
        'A_L_ORDRE_DU_JOUR',
        `Cette décision est à l’ordre du jour de la réunion ${agenda} : retirez-la d’abord de cet ordre du jour.`,
      )
    }
    await recordReglement(contexte, actuelle.id, null)
    await tx.$executeRaw`DELETE FROM decision WHERE id = ${actuelle.id} AND convention_id = ${convention.id}`
    return succeed({ message: 'Décision retirée' })
  },
  revalidate: refreshConvention,
})
