'use client'

import { useEnvoi } from '@/components/formulaire/use-envoi'
import { updatePlan } from '@/lib/plan-action/arbre/actions/plan'
import { FormulairePlan } from './formulaire-plan'
import { ENVOI_ARBRE } from './mots-arbre'
import type { EtatArbre } from './use-arbre'

/** Changes what a plan says of itself; its numbers have a form of their own. */
export function ReglerPlan({ slug, etat, onFini }: { slug: string; etat: EtatArbre; onFini: () => void }) {
  const envoi = useEnvoi(etat.surPlan(updatePlan), { ...ENVOI_ARBRE, gardee: true, onEcrit: onFini })
  return (
    <FormulairePlan
      reglages={etat.arbre.reglages}
      envoi={envoi}
      onEnvoi={({ numerotation: _n, prefixe: _p, ...saisie }) => envoi.envoyer({ convention: slug, ...saisie })}
      onAnnuler={onFini}
    />
  )
}
