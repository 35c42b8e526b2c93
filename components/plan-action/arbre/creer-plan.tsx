'use client'

import { useEnvoi } from '@/components/formulaire/use-envoi'
import { createPlan } from '@/lib/plan-action/arbre/actions/plan'
import { FormulairePlan } from './formulaire-plan'

/** Creates the plan of a convention that has none; the page then shows its tree. */
export function CreerPlan({ slug }: { slug: string }) {
  const envoi = useEnvoi(createPlan)
  return (
    <FormulairePlan
      reglages={null}
      envoi={envoi}
      onEnvoi={(saisie) => envoi.envoyer({ convention: slug, ...saisie })}
    />
  )
}
