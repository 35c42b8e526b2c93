'use server'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { computeApercu } from '../write/apercu'
import { readJours } from '@/lib/gouvernance/jours/read'
import { readInstances } from '@/lib/gouvernance/instances/read/lignes'
import { listAvertissementsJour } from '@/lib/gouvernance/jours/rules/jours'
import { checkReunionSchema } from '../schema'

/**
 * What the rule would say of a change that a form is about to make, and how the instance would stand
 * afterwards. Nothing is written, and nothing is promised: the action judges again, on fresh meetings.
 */
export const checkReunionProjet = defineQuery({
  nom: 'checkReunionProjet',
  operation: 'reunion.ecrire',
  portee: 'CONVENTION',
  input: checkReunionSchema,
  run: async ({ tx, convention, today }, input) => {
    const lignes = await readInstances(tx, convention.id)
    const instance = lignes.find(({ id }) => id === input.instance)
    const reunion = instance?.reunions.find(({ id }) => id === input.reunion) ?? null
    if (!instance || (input.reunion !== null && reunion === null)) return echecs.introuvable()
    const apercu = computeApercu({ convention, today }, instance, { ...input, reunion })
    if (input.operation !== 'PLANIFIER' || !apercu.accepte) return apercu
    const { listJours } = await readJours(tx, convention.id)
    return {
      ...apercu,
      avertissements: [
        ...apercu.avertissements,
        ...listAvertissementsJour(input.date, listJours({ debut: input.date, fin: input.date })),
      ],
    }
  },
})
