'use server'
import { checkGesteLibre } from '@/lib/gouvernance/queries-decisions-pouvoir'
import { defineAction } from '@/lib/platform/action'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type Echec } from '@/lib/platform/resultat'
import { updateStatutEtapeSchema, updateStatutFicheSchema, updateSuiviFicheSchema } from './schema'

/** Why an update touched no fiche: not in this convention, or saved meanwhile. */
async function explainFiche(tx: Tx, conventionId: number, id: number): Promise<Echec> {
  const actuel = await tx.ficheAction.findFirst({ where: { id, conventionId }, select: { version: true, statut: true, suivi: true, avancement: true } })
  return actuel ? echecs.conflit(actuel) : echecs.introuvable()
}

/** What an instance decides where the convention says so, instead of a hand on the list. */
const SE_DECIDE: ReadonlySet<string> = new Set(['REPORTEE', 'ABANDONNEE'])

/** Changes the status of a fiche; the journal keeps from what to what. Putting off and abandoning may be for an instance to decide. */
export const updateStatutFiche = defineAction({
  nom: 'updateStatutFiche',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateStatutFicheSchema,
  effet: async ({ tx, convention }, { fiche, version, statut }) => {
    const refus = SE_DECIDE.has(statut) ? await checkGesteLibre(tx, convention.id, 'FICHE') : null
    if (refus) return refus
    const { count } = await tx.ficheAction.updateMany({
      where: { id: fiche, conventionId: convention.id, version },
      data: { statut, majLe: new Date(), version: { increment: 1 } },
    })
    return count === 1 ? succeed({ version: version + 1 }) : explainFiche(tx, convention.id, fiche)
  },
  revalidate: ({ convention }) => [`/conventions/${convention}`],
})

/** Changes the follow-up note and the progress of a fiche. */
export const updateSuiviFiche = defineAction({
  nom: 'updateSuiviFiche',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateSuiviFicheSchema,
  effet: async ({ tx, convention }, { fiche, version, suivi, avancement }) => {
    const { count } = await tx.ficheAction.updateMany({
      where: { id: fiche, conventionId: convention.id, version },
      data: { suivi, avancement, majLe: new Date(), version: { increment: 1 } },
    })
    return count === 1 ? succeed({ version: version + 1 }) : explainFiche(tx, convention.id, fiche)
  },
  revalidate: ({ convention }) => [`/conventions/${convention}`],
})

/** Changes the status of an étape of a fiche. */
export const updateStatutEtape = defineAction({
  nom: 'updateStatutEtape',
  operation: 'fiche.ecrire',
  portee: 'CONVENTION',
  input: updateStatutEtapeSchema,
  effet: async ({ tx, convention }, { fiche, etape, version, statut }) => {
    const { count } = await tx.etape.updateMany({
      where: { id: etape, conventionId: convention.id, ficheActionId: fiche, version },
      data: { statut, version: { increment: 1 } },
    })
    if (count === 0) {
      const actuel = await tx.etape.findFirst({ where: { id: etape, conventionId: convention.id, ficheActionId: fiche }, select: { version: true, statut: true } })
      return actuel ? echecs.conflit(actuel) : echecs.introuvable()
    }
    // The fiche was followed up today, though none of its own fields changed.
    await tx.ficheAction.updateMany({ where: { id: fiche, conventionId: convention.id }, data: { majLe: new Date() } })
    return succeed({ version: version + 1 })
  },
  revalidate: ({ convention }) => [`/conventions/${convention}`],
})
