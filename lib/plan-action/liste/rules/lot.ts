import type { ChangementsFiche, ValeursFiche } from '@/lib/plan-action/champs/schema'
import type { Geste } from '../schema/lot'

/** What one gesture on many fiches changes of each. */

/** The fields that a gesture reads and writes. */
export type ValeursLot = Pick<ValeursFiche, 'statut' | 'periode' | 'pilotages' | 'themes'>

/** Who leads is named once: the same words, whatever their case, are the same. */
const isMeme = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function listPilotages(
  pilotages: ValeursFiche['pilotages'],
  { mode, pilote }: Extract<Geste, { genre: 'PILOTE' }>,
): ValeursFiche['pilotages'] {
  if (mode === 'AJOUTER')
    return pilotages.some(({ role, texte }) => role === pilote.role && isMeme(texte, pilote.texte))
      ? pilotages
      : [...pilotages, pilote]
  // Partners stay: what is replaced is who leads and who carries.
  return [pilote, ...pilotages.filter(({ role }) => role === 'PARTENAIRE')]
}

/** The changes of one fiche, over what it holds. */
export function buildChangements(geste: Geste, valeurs: ValeursLot): ChangementsFiche {
  switch (geste.genre) {
    case 'STATUT':
      return { statut: { avant: valeurs.statut, apres: geste.statut } }
    case 'PERIODE':
      return { periode: { avant: valeurs.periode, apres: geste.periode } }
    case 'PILOTE':
      return { pilotages: { avant: valeurs.pilotages, apres: listPilotages(valeurs.pilotages, geste) } }
    case 'THEME':
      return {
        themes: {
          avant: valeurs.themes,
          apres: geste.mode === 'AJOUTER' ? [...new Set([...valeurs.themes, ...geste.themes])] : geste.themes,
        },
      }
  }
}

/** What takes changes back: over what was written, what was there. */
export function invertChangements(champs: ChangementsFiche): ChangementsFiche {
  return Object.fromEntries(
    Object.entries(champs).map(([champ, { avant, apres }]) => [champ, { avant: apres, apres: avant }]),
  )
}
