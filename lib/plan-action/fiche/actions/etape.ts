'use server'
import { closeReserves } from '@/lib/convention/reserves/effets'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import { buildRef } from '@/lib/platform/ref'
import { echecs, succeed } from '@/lib/platform/resultat'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import { listOrdreEtapes, listRefsEtapes, openFiche, readEtape } from '../write/contenu'
import { createEtapeSchema, removeEtapeSchema, updateEtapeSchema, updateOrdreEtapesSchema } from '../schema/contenu'

const toDate = (date: string | null): Date | null => (date === null ? null : new Date(`${date}T00:00:00Z`))
/** Adds an étape at the end of a fiche. */
export const createEtape = defineAction({
  nom: 'createEtape',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: createEtapeSchema,
  effet: async ({ tx, convention }, { fiche, numero, titre, description, periode, statut }) => {
    const cible = { conventionId: convention.id, fiche }
    if (!(await openFiche(tx, cible))) return echecs.introuvable()
    const prises = await listRefsEtapes(tx, convention.id)
    const dernier = await tx.etape.aggregate({
      where: { conventionId: convention.id, ficheActionId: fiche },
      _max: { ordre: true },
    })
    const { id } = await tx.etape.create({
      data: {
        conventionId: convention.id,
        ficheActionId: fiche,
        ref: buildRef(`etape ${titre}`, prises),
        numero,
        titre,
        description,
        statut,
        periodeTexte: periode.texte,
        periodeDebut: toDate(periode.debut),
        periodeFin: toDate(periode.fin),
        ordre: (dernier._max.ordre ?? -1) + 1,
      },
      select: { id: true },
    })
    return succeed({ id, version: 0, message: `« ${titre} » est ajoutée.` })
  },
  revalidate: refreshConvention,
})

/** Changes what an étape says; somebody else’s change meanwhile is answered with what is there now. */
export const updateEtape = defineAction({
  nom: 'updateEtape',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateEtapeSchema,
  effet: async ({ tx, convention }, { fiche, etape, version, numero, titre, description, periode, statut }) => {
    const cible = { conventionId: convention.id, fiche }
    const actuelle = (await openFiche(tx, cible)) ? await readEtape(tx, cible, etape) : null
    if (!actuelle) return echecs.introuvable()
    if (actuelle.version !== version) return echecs.conflit(actuelle)
    await tx.etape.updateMany({
      where: { id: etape, conventionId: convention.id, ficheActionId: fiche },
      data: {
        numero,
        titre,
        description,
        statut,
        periodeTexte: periode.texte,
        periodeDebut: toDate(periode.debut),
        periodeFin: toDate(periode.fin),
        version: { increment: 1 },
      },
    })
    return succeed({ version: version + 1, message: `« ${titre} » est enregistrée.` })
  },
  revalidate: refreshConvention,
})

/** Puts the étapes of a fiche in another order, over the order one saw. */
export const updateOrdreEtapes = defineAction({
  nom: 'updateOrdreEtapes',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateOrdreEtapesSchema,
  effet: async ({ tx, convention }, { fiche, avant, apres }) => {
    const cible = { conventionId: convention.id, fiche }
    if (!(await openFiche(tx, cible))) return echecs.introuvable()
    const actuel = await listOrdreEtapes(tx, cible)
    if (actuel.join() === apres.join()) return succeed({ message: 'L’ordre est déjà celui-là.' })
    if (actuel.join() !== avant.join()) return echecs.conflit({ ordre: actuel })
    const memes =
      new Set(apres).size === actuel.length &&
      apres.length === actuel.length &&
      apres.every((id) => actuel.includes(id))
    if (!memes)
      return echecs.invalide([
        {
          champ: 'apres',
          message: 'Le nouvel ordre doit garder toutes les étapes : rechargez la page, puis recommencez.',
        },
      ])
    await tx.$executeRaw`
      UPDATE etape e SET ordre = v.rang - 1 FROM unnest(${apres}::int[]) WITH ORDINALITY AS v(id, rang)
      WHERE e.convention_id = ${convention.id} AND e.fiche_action_id = ${fiche} AND e.id = v.id AND e.ordre <> v.rang - 1`
    return succeed({ message: 'Le nouvel ordre est enregistré.' })
  },
  revalidate: refreshConvention,
})

/** Takes an étape away, unless indicators hang on it: they would go with it. */
export const removeEtape = defineAction({
  nom: 'removeEtape',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: removeEtapeSchema,
  effet: async ({ tx, convention }, { fiche, etape, version }) => {
    const cible = { conventionId: convention.id, fiche }
    const actuelle = (await openFiche(tx, cible)) ? await readEtape(tx, cible, etape) : null
    if (!actuelle) return echecs.introuvable()
    if (actuelle.version !== version) return echecs.conflit(actuelle)
    const indicateurs = await tx.indicateur.count({ where: { conventionId: convention.id, etapeId: etape } })
    if (indicateurs > 0) {
      return echecs.regle(
        'ETAPE_INDICATEURS',
        `${formatCompte(indicateurs, 'indicateur')} ${formatAccord(indicateurs, 'mesure', 'mesurent')} cette étape : rattachez-${formatAccord(indicateurs, 'le', 'les')} à la fiche ou à une autre étape avant de la retirer.`,
      )
    }
    await closeReserves(tx, convention.id, [{ type: 'ETAPE', ref: actuelle.ref }], 'L’étape a été retirée.')
    await tx.etape.deleteMany({ where: { id: etape, conventionId: convention.id, ficheActionId: fiche } })
    return succeed({ message: `« ${actuelle.titre} » est retirée.` })
  },
  revalidate: refreshConvention,
})
