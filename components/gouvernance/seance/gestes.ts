/** What may be done of a meeting as a whole: the same gestures on a list and on its own page. */
import { Dialog, Tiroir } from '@/components/ui/flottant/dialog'
import type { VueReunion } from '@/lib/gouvernance/instances/types/ecran'
import { AnnulerReunion } from '@/components/gouvernance/reunions/annuler-reunion'
import { ModifierReunion } from '@/components/gouvernance/reunions/modifier-reunion'
import { RetablirReunion } from '@/components/gouvernance/reunions/retablir-reunion'
import { TenirReunion } from '@/components/gouvernance/reunions/tenir-reunion'

/** The box and the form of each gesture. */
export const DIALOGUES = {
  tenir: { titre: 'Marquer la réunion comme tenue', Boite: Dialog, Formulaire: TenirReunion },
  annuler: { titre: 'Annuler la réunion', Boite: Dialog, Formulaire: AnnulerReunion },
  modifier: { titre: 'Modifier la réunion', Boite: Tiroir, Formulaire: ModifierReunion },
  retablir: { titre: 'Remettre la réunion en « prévue »', Boite: Dialog, Formulaire: RetablirReunion },
} as const

export type Geste = keyof typeof DIALOGUES

/** What may be done of a meeting in its state, in the order of use. */
export function listGestes({ etat, figee }: Pick<VueReunion, 'etat' | 'figee'>): { geste: Geste; label: string }[] {
  if (figee) return []
  if (etat === 'PREVUE') {
    return [
      { geste: 'tenir', label: 'Marquer comme tenue' },
      { geste: 'modifier', label: 'Modifier ou déplacer' },
      { geste: 'annuler', label: 'Annuler' },
    ]
  }
  const retablir = { geste: 'retablir', label: 'Remettre en « prévue »' } as const
  return etat === 'TENUE' ? [{ geste: 'modifier', label: 'Modifier la note et le lieu' }, retablir] : [retablir]
}
