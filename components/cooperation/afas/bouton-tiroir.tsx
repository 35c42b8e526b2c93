'use client'

import { useState, type ReactNode } from 'react'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { Tiroir } from '@/components/ui/flottant/dialog'

interface Props {
  label: string
  /** What a listener hears where the words need their context. */
  nom?: string
  titre: string
  variant?: ButtonVariant
  children: (fermer: () => void) => ReactNode
}

/** A button and the drawer it opens; the form inside begins afresh each time. */
export function BoutonTiroir({ label, nom, titre, variant, children }: Props) {
  const [ouvert, setOuvert] = useState(false)
  const fermer = () => setOuvert(false)
  return (
    <>
      <Button size="sm" variant={variant} aria-haspopup="dialog" aria-label={nom} onClick={() => setOuvert(true)}>
        {label}
      </Button>
      <Tiroir open={ouvert} onClose={fermer} titre={titre}>
        {children(fermer)}
      </Tiroir>
    </>
  )
}
