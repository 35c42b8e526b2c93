'use server'
import { MOTS_COTE } from '@/lib/competences/words'
import { defineAction } from '@/lib/platform/action'
import { refreshConvention } from '@/lib/platform/chemins'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed } from '@/lib/platform/resultat'
import { removeMesures, touchFiches } from '../write/mesure'
import { isConfirmable, listCotes } from '../rules/grille'
import { cancelMesureSchema, validateMesureSchema } from '../schema'
import type { Cote } from '@/lib/plan-action/indicateurs/words'

interface Proposition {
  id: number
  version: number
  indicateur: number
  fiche: number | null
  etat: 'CONFIRMEE' | 'PROPOSEE'
  confirmation: Cote | null
  auteurId: number | null
}

/** The measure and what it hangs on, the measure locked. */
async function readProposition(tx: Tx, conventionId: number, mesure: number): Promise<Proposition | undefined> {
  const [lue] = await tx.$queryRaw<Proposition[]>`
    SELECT m.id, m.version, m.indicateur_id AS indicateur, i.fiche_action_id AS fiche, m.etat::text, i.confirmation::text, m.auteur_id AS "auteurId"
    FROM mesure m JOIN indicateur i ON i.convention_id = m.convention_id AND i.id = m.indicateur_id
    WHERE m.convention_id = ${conventionId} AND m.id = ${mesure} FOR NO KEY UPDATE OF m`
  return lue
}

/** The side that confirms says that a proposed value holds; the value it replaces goes. */
export const validateMesure = defineAction({
  nom: 'validateMesure',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: validateMesureSchema,
  effet: async ({ tx, acteur, convention }, { mesure, version }) => {
    const lue = await readProposition(tx, convention.id, mesure)
    if (!lue) return echecs.introuvable()
    if (lue.version !== version || lue.etat !== 'PROPOSEE')
      return echecs.conflit({ version: lue.version, etat: lue.etat })
    if (!isConfirmable(lue.confirmation, listCotes(convention.roles))) {
      return echecs.regle('CONFIRMATION', `C’est à ${MOTS_COTE[lue.confirmation ?? 'CAF']} de confirmer cette valeur.`)
    }
    await tx.$executeRaw`
      DELETE FROM mesure a USING mesure m WHERE m.convention_id = ${convention.id} AND m.id = ${mesure} AND a.convention_id = ${convention.id}
        AND a.indicateur_id = m.indicateur_id AND a.id <> m.id AND a.etat = 'CONFIRMEE' AND a.ventilation IS NOT DISTINCT FROM m.ventilation AND a.debut = m.debut AND a.fin = m.fin`
    await tx.$executeRaw`
      UPDATE mesure SET etat = 'CONFIRMEE', confirmee_par_id = ${acteur.id}, confirmee_le = now(), version = version + 1 WHERE convention_id = ${convention.id} AND id = ${mesure}`
    await touchFiches(tx, convention.id, [lue.fiche])
    return succeed({ version: version + 1 })
  },
  revalidate: refreshConvention,
})

/** A proposed value is not kept: the side that confirms refuses it, or whoever proposed it withdraws it; the journal keeps the reason. */
export const cancelMesure = defineAction({
  nom: 'cancelMesure',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: cancelMesureSchema,
  effet: async ({ tx, acteur, convention }, { mesure, version, motif }) => {
    const lue = await readProposition(tx, convention.id, mesure)
    if (!lue) return echecs.introuvable()
    if (lue.version !== version || lue.etat !== 'PROPOSEE')
      return echecs.conflit({ version: lue.version, etat: lue.etat })
    if (!isConfirmable(lue.confirmation, listCotes(convention.roles)) && lue.auteurId !== acteur.id) {
      return echecs.regle(
        'CONFIRMATION',
        `Seule ${MOTS_COTE[lue.confirmation ?? 'CAF']}, ou la personne qui l’a proposée, peut écarter cette valeur.`,
      )
    }
    await tx.$queryRaw`SELECT set_config('app.motif', ${motif}, true)`
    await removeMesures(tx, convention.id, [mesure])
    await touchFiches(tx, convention.id, [lue.fiche])
    return succeed({})
  },
  revalidate: refreshConvention,
})
