'use server'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatCompte } from '@/lib/platform/typographie'
import { MOTS_ETAT_POINT } from '../words'
import { checkLiens, findConflit, insertPoints, openAgenda, resolveDocument } from '../write'
import { readFaitsAgenda } from '../read/agenda'
import { listPropositions } from '../rules/agenda'
import { findPropositions, groupPropositions } from '../rules/groupes'
import {
  createPointSchema,
  createPointsProposesSchema,
  movePointSchema,
  removePointSchema,
  updateEtatPointSchema,
  updatePointSchema,
} from '../schema/agenda'
import type { PointEcrit } from '../types/reunion'

/** The page of the meeting, and those that tell of its content. */
/** Adds a point at the end of the agenda. */
export const createPoint = defineAction({
  nom: 'createPoint',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: createPointSchema,
  effet: async (contexte, input) => {
    const ouverte = await openAgenda(contexte, { reunion: input.reunion })
    if (!ouverte.ok) return ouverte
    if (!(await checkLiens(contexte, input))) return echecs.introuvable()
    const document = await resolveDocument(contexte, input)
    const [point] = await insertPoints(contexte, ouverte.seance.id, [
      {
        ...input,
        document,
        cle: null,
        origine: 'SAISI',
        proposition: null,
        precedent: null,
        dureeMinutes: input.duree,
      },
    ])
    if (!point) throw new Error('a point was inserted and not returned')
    return succeed<PointEcrit>({
      point: point.id,
      version: point.version,
      message: `Point ajouté : ${input.titre}`,
    })
  },
  revalidate: refreshConvention,
})

/** Changes what a point says and what it is linked to. */
export const updatePoint = defineAction({
  nom: 'updatePoint',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: updatePointSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openAgenda(contexte, { point: input.point })
    if (!ouverte.ok) return ouverte
    if (!(await checkLiens(contexte, input))) return echecs.introuvable()
    const document = await resolveDocument(contexte, input)
    const changes = await tx.$executeRaw`
      UPDATE point_ordre_du_jour SET titre = ${input.titre}, presentateur = ${input.presentateur}, duree_minutes = ${input.duree},
        fiche_action_id = ${input.fiche}, indicateur_id = ${input.indicateur}, schema_id = ${input.schema}, document_id = ${document}, version = version + 1
      WHERE convention_id = ${convention.id} AND id = ${input.point} AND version = ${input.version}`
    if (changes === 0) return findConflit(contexte, input.point)
    return succeed<PointEcrit>({ point: input.point, version: input.version + 1, message: 'Point mis à jour' })
  },
  revalidate: refreshConvention,
})

/** Says where a point stands: to be dealt with, dealt with, put off to a next meeting. */
export const updateEtatPoint = defineAction({
  nom: 'updateEtatPoint',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: updateEtatPointSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openAgenda(contexte, { point: input.point })
    if (!ouverte.ok) return ouverte
    const changes = await tx.$executeRaw`
      UPDATE point_ordre_du_jour SET etat = ${input.etat}::etat_point, version = version + 1
      WHERE convention_id = ${convention.id} AND id = ${input.point} AND version = ${input.version}`
    if (changes === 0) return findConflit(contexte, input.point)
    return succeed<PointEcrit>({
      point: input.point,
      version: input.version + 1,
      message: `Point ${MOTS_ETAT_POINT[input.etat]}`,
    })
  },
  revalidate: refreshConvention,
})

/** Moves a point one rank up or down; at the end of the list it stays where it is. */
export const movePoint = defineAction({
  nom: 'movePoint',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: movePointSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openAgenda(contexte, { point: input.point })
    if (!ouverte.ok) return ouverte
    const pas = input.sens === 'MONTER' ? -1 : 1
    // Ranks are counted again: an import may have left two points on the same one.
    const [place] = await tx.$queryRaw<{ rang: number; total: number }[]>`
      WITH rangs AS (
        SELECT p.id, row_number() OVER (ORDER BY p.ordre, p.id)::int AS rang FROM point_ordre_du_jour p
        WHERE p.convention_id = ${convention.id} AND p.reunion_id = ${ouverte.seance.id}),
      lui AS (SELECT rang FROM rangs WHERE id = ${input.point}),
      voulus AS (
        SELECT r.id, CASE WHEN r.id = ${input.point} THEN r.rang + ${pas}::int WHEN r.rang = lui.rang + ${pas}::int THEN lui.rang ELSE r.rang END AS rang
        FROM rangs r, lui WHERE lui.rang + ${pas}::int BETWEEN 1 AND (SELECT count(*) FROM rangs)),
      -- What follows reads the ranks as they were: only the new ones are written.
      changes AS (
        UPDATE point_ordre_du_jour p SET ordre = v.rang FROM voulus v
        WHERE p.convention_id = ${convention.id} AND p.id = v.id AND p.ordre <> v.rang)
      SELECT coalesce((SELECT v.rang FROM voulus v WHERE v.id = ${input.point}), (SELECT rang FROM lui)) AS rang, (SELECT count(*)::int FROM rangs) AS total`
    return succeed({
      rang: place?.rang ?? 1,
      message: `Point placé au rang ${place?.rang ?? 1} sur ${place?.total ?? 1}`,
    })
  },
  revalidate: refreshConvention,
})

/** Takes a point off the agenda, unless something rests on it. */
export const removePoint = defineAction({
  nom: 'removePoint',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: removePointSchema,
  effet: async (contexte, input) => {
    const { tx, convention } = contexte
    const ouverte = await openAgenda(contexte, { point: input.point })
    if (!ouverte.ok) return ouverte
    const [tenu] = await tx.$queryRaw<{ decisions: number; reprises: number }[]>`
      SELECT (SELECT count(*)::int FROM decision d WHERE d.convention_id = ${convention.id} AND d.point_id = ${input.point}) AS decisions,
        (SELECT count(*)::int FROM point_ordre_du_jour q WHERE q.convention_id = ${convention.id} AND q.precedent_id = ${input.point}) AS reprises`
    if (tenu && tenu.decisions > 0) {
      return echecs.regle(
        'POINT_AVEC_DECISIONS',
        `Ce point porte ${formatCompte(tenu.decisions, 'décision')} : retirez-les d’abord, ou marquez le point « reporté ».`,
      )
    }
    if (tenu && tenu.reprises > 0) {
      return echecs.regle(
        'POINT_REPRIS',
        'Ce point est repris à l’ordre du jour d’une autre réunion : retirez-le d’abord là-bas, ou gardez-le ici.',
      )
    }
    const retires = await tx.$executeRaw`
      DELETE FROM point_ordre_du_jour WHERE convention_id = ${convention.id} AND id = ${input.point} AND version = ${input.version}`
    if (retires === 0) return findConflit(contexte, input.point)
    return succeed({ message: 'Point retiré de l’ordre du jour' })
  },
  revalidate: refreshConvention,
})

/** Puts on the agenda, among the chosen proposals, those that still stand on fresh rows. */
export const createPointsProposes = defineAction({
  nom: 'createPointsProposes',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: createPointsProposesSchema,
  effet: async (contexte, input) => {
    const { tx, convention, today } = contexte
    const ouverte = await openAgenda(contexte, { reunion: input.reunion })
    if (!ouverte.ok) return ouverte
    const faits = await readFaitsAgenda(tx, convention, ouverte.seance, today)
    const choisies = findPropositions(groupPropositions(listPropositions(faits, today), faits.annee), input.cles)
    const points = await insertPoints(contexte, ouverte.seance.id, choisies)
    const perdues = new Set(input.cles).size - choisies.length
    const ajoutes = formatCompte(points.length, 'point ajouté', 'points ajoutés')
    const ecart =
      perdues > 0
        ? ` ${formatCompte(perdues, 'proposition n’est plus d’actualité', 'propositions ne sont plus d’actualité')}.`
        : ''
    return succeed({ points: points.map(({ id }) => id), message: `${ajoutes} à l’ordre du jour.${ecart}` })
  },
  revalidate: refreshConvention,
})
