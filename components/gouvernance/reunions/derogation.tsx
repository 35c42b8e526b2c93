import { Textarea } from '@/components/ui/saisie/inputs'
import { readErreur } from '@/components/formulaire/echec'
import type { Refus } from './use-ecriture'

/** Sets the rule aside, with a reason; shown with the refusal that accepts one. */
export function Derogation({ refus, motif }: { refus: Refus; motif?: string | undefined }) {
  const erreur = refus.titre === undefined ? readErreur(refus.erreurs, 'derogation.motif') : undefined
  return (
    <Textarea
      name="derogation.motif"
      label="Motif de la dérogation"
      hint="Pour passer outre, écrivez pourquoi. Le motif sera affiché avec la réunion et gardé au journal."
      rows={3}
      defaultValue={motif}
      error={erreur}
    />
  )
}
