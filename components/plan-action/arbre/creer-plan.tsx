'use client'

import { createPlan } from '@/lib/plan-action/arbre/actions/plan'
import { FormulairePlan } from './formulaire-plan'

/** Creates the plan of a convention that has none; the page then shows its tree. */
export function CreerPlan({ slug }: { slug: string }) {
  return (
    <FormulairePlan
      reglages={null}
      envoi={(saisie) => createPlan({ convention: slug, ...saisie })}
      onFini={() => undefined}
    />
  )
}
