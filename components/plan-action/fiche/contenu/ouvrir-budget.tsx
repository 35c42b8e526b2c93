'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { IconPlus } from '@/components/ui/icons'
import type { ChoixContenu, LigneBudgetVue } from '@/lib/plan-action/fiche/types/contenu'

const FormulaireBudget = dynamic(() => import('./formulaire-budget').then((module) => module.FormulaireBudget), {
  loading: () => (
    <p role="status" className="text-muted">
      Ouverture…
    </p>
  ),
})

interface Props {
  slug: string
  fiche: number
  ligne: LigneBudgetVue | null
  organismes: ChoixContenu['organismes']
  label: ReactNode
}

/** Opens the form of a budget line. */
export function OuvrirBudget({ label, ...props }: Props) {
  return (
    <DialogButton
      label={label}
      titre={props.ligne ? 'Ligne de budget' : 'Ajouter une ligne de budget'}
      size="sm"
      wide
      icon={props.ligne ? undefined : <IconPlus />}
      variant={props.ligne ? 'ghost' : 'secondary'}
    >
      {(close) => <FormulaireBudget {...props} onFini={close} />}
    </DialogButton>
  )
}
