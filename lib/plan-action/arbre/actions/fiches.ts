'use server'
import { hasAvenant } from '@/lib/convention/accord/read'
import { closeReserves } from '@/lib/convention/reserves/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { buildRef } from '@/lib/platform/ref'
import { echecs } from '@/lib/platform/resultat'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import { answerArbre, listRefs, openArbre, recordPlace, writePlaces } from '../write'
import { formatPlace, listFiches, placeFiche, sortArbre } from '../rules/arbre'
import { proposeNumero } from '../rules/numerotation'
import { createFicheSchema, moveFicheSchema, removeFicheSchema } from '../schema'

/** The fiches of a plan as its tree sees them: created, announced, moved, removed when they have no history. */

/**
 * Creates a fiche, last in its axe, or announces one that is still to be written. Its number is what was typed, else the
 * next one of the plan’s scheme; no other number changes.
 */
export const createFiche = defineAction({
  nom: 'createFiche',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: createFicheSchema,
  effet: async (contexte, { version, axe, titre, numero: saisi, redaction }) => {
    const { tx, convention } = contexte
    const ouvert = await openArbre(contexte, version, { axes: [axe] })
    if (!ouvert.ok) return ouvert
    const { arbre } = ouvert
    const avenant = redaction?.avenant ?? null
    if (!(await hasAvenant(tx, convention.id, avenant)))
      return echecs.invalide([
        {
          champ: 'redaction.avenant',
          message: 'Cet avenant n’est pas dans la convention : choisissez-en un de la liste, ou aucun.',
        },
      ])
    const numero = saisi ?? proposeNumero(arbre, arbre.reglages, axe)
    const ref = buildRef(titre, await listRefs(contexte, 'fiches'))
    const ordre = arbre.fiches.length
    const { id } = await tx.ficheAction.create({
      data: {
        conventionId: convention.id,
        planId: arbre.id,
        axeId: axe,
        ref,
        titre,
        numero,
        ordre,
        aRediger: redaction !== null,
        redactionMotif: redaction?.motif ?? null,
        redactionAvenantId: avenant,
        redactionEcheance: redaction?.echeance ? new Date(`${redaction.echeance}T00:00:00Z`) : null,
      },
      select: { id: true },
    })
    const neuve = {
      id,
      ref,
      axe,
      numero,
      titre,
      ordre,
      aRediger: redaction !== null,
      echeance: redaction?.echeance ?? null,
    }
    const avecElle = { ...arbre, fiches: [...arbre.fiches, neuve] }
    await writePlaces(contexte, avecElle, sortArbre(avecElle))
    return answerArbre(contexte, redaction ? `« ${titre} » est annoncée, à rédiger` : `« ${titre} » est créée`)
  },
  revalidate: refreshConvention,
})

/** Moves a fiche among those of its axe, or to another axe. Its number stays as written. */
export const moveFiche = defineAction({
  nom: 'moveFiche',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: moveFicheSchema,
  effet: async (contexte, { version, fiche, axe, rang }) => {
    const ouvert = await openArbre(contexte, version, { axes: [axe], fiches: [fiche] })
    if (!ouvert.ok) return ouvert
    const place = placeFiche(ouvert.arbre, { fiche, axe, rang })
    if (!place.ok) return echecs.introuvable()
    await writePlaces(contexte, ouvert.arbre, place.arbre)
    const soeurs = listFiches(place.arbre.fiches, axe)
    const elle = soeurs.find(({ id }) => id === fiche)
    const ou = formatPlace(
      soeurs.findIndex(({ id }) => id === fiche),
      soeurs.length,
      ouvert.arbre.axes.find(({ id }) => id === axe)?.titre ?? null,
    )
    await recordPlace(contexte, `« ${elle?.titre} » placée au ${ou}`)
    return answerArbre(contexte, `« ${elle?.titre} » : ${ou}`)
  },
  revalidate: refreshConvention,
})

type Histoire = Record<
  'mesures' | 'decisions' | 'points' | 'commentaires' | 'roles' | 'budget' | 'appreciations' | 'contributions',
  number
>

/** What a fiche has lived, in words; null when it has lived nothing. Comments are not counted: some are for others’ eyes. */
function formatHistoire(histoire: Histoire): string | null {
  const mots = [
    histoire.mesures > 0 && formatCompte(histoire.mesures, 'mesure d’indicateur', 'mesures d’indicateurs'),
    histoire.decisions > 0 && formatCompte(histoire.decisions, 'décision'),
    histoire.points > 0 && formatCompte(histoire.points, 'point d’ordre du jour', 'points d’ordre du jour'),
    histoire.commentaires > 0 && 'des commentaires',
    histoire.appreciations > 0 && formatCompte(histoire.appreciations, 'appréciation'),
    histoire.budget > 0 && formatCompte(histoire.budget, 'ligne de budget', 'lignes de budget'),
    histoire.contributions > 0 && formatCompte(histoire.contributions, 'contribution reçue', 'contributions reçues'),
    histoire.roles > 0 && formatCompte(histoire.roles, 'pilote en titre', 'pilotes en titre'),
  ].filter((mot) => mot !== false)
  return mots.length > 0 ? formatListe(mots) : null
}

/** Removes a fiche made by mistake; one that has lived stays, and is abandoned instead. */
export const removeFiche = defineAction({
  nom: 'removeFiche',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: removeFicheSchema,
  effet: async (contexte, { version, fiche }) => {
    const { tx, convention } = contexte
    const ouvert = await openArbre(contexte, version, { fiches: [fiche] })
    if (!ouvert.ok) return ouvert
    const elle = ouvert.arbre.fiches.find(({ id }) => id === fiche)
    if (!elle) return echecs.introuvable()
    // Locked first: whoever writes a comment or a measure on it meanwhile waits, or is waited for.
    await tx.$queryRaw`SELECT id FROM fiche_action WHERE convention_id = ${convention.id} AND id = ${fiche} FOR UPDATE`
    const [lu] = await tx.$queryRaw<{ histoire: Histoire; etapes: string[]; indicateurs: string[] }[]>`
      SELECT app.histoire_fiche(${convention.id}::int, ${fiche}::int) AS histoire,
        ARRAY(SELECT ref FROM etape WHERE convention_id = ${convention.id} AND fiche_action_id = ${fiche}) AS etapes,
        ARRAY(SELECT ref FROM indicateur WHERE convention_id = ${convention.id} AND fiche_action_id = ${fiche}) AS indicateurs`
    if (!lu?.histoire) return echecs.introuvable()
    const vecu = formatHistoire(lu.histoire)
    if (vecu)
      return echecs.regle(
        'FICHE_VECUE',
        `Elle ne se retire pas : elle porte ${vecu}. Passez plutôt son statut à « abandonnée » : son histoire restera lisible.`,
      )
    const refs = [
      { type: 'FICHE' as const, ref: elle.ref },
      ...lu.etapes.map((ref) => ({ type: 'ETAPE' as const, ref })),
      ...lu.indicateurs.map((ref) => ({ type: 'INDICATEUR' as const, ref })),
    ]
    await closeReserves(tx, convention.id, refs, 'Retirée du plan d’action.')
    await tx.ficheAction.deleteMany({ where: { id: fiche, conventionId: convention.id } })
    const sansElle = { ...ouvert.arbre, fiches: ouvert.arbre.fiches.filter(({ id }) => id !== fiche) }
    await writePlaces(contexte, sansElle, sortArbre(sansElle))
    return answerArbre(contexte, `« ${elle.titre} » est retirée du plan`)
  },
  revalidate: refreshConvention,
})
