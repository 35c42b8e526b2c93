import { Textarea } from '@/components/ui/saisie/inputs'
import { readErreur } from '@/components/formulaire/erreurs'
import type { VueEnvoi } from '@/components/formulaire/use-envoi'
import { CHAMP_DEROGATION } from './saisie-derogation'

/** Sets the rule aside, with a reason; shown with the refusal that accepts one. */
export function Derogation({
  envoi,
  motif,
}: {
  envoi: Pick<VueEnvoi, 'erreurs' | 'titre'>
  motif?: string | undefined
}) {
  // A refused rule is told once, at the top.
  const erreur = envoi.titre === undefined ? readErreur(envoi.erreurs, CHAMP_DEROGATION) : undefined
  return (
    <Textarea
      name={CHAMP_DEROGATION}
      label="Motif de la dérogation"
      hint="Pour passer outre, écrivez pourquoi. Le motif sera affiché avec la réunion et gardé au journal."
      rows={3}
      defaultValue={motif}
      error={erreur}
    />
  )
}
