'use client'

import { Button } from '@/components/ui/button'
import { IconPrinter } from '@/components/ui/icons'

/** Prints the page: the dashboard is made to fit one sheet. */
export function Imprimer() {
  return (
    <Button icon={<IconPrinter />} onClick={() => window.print()}>
      Imprimer
    </Button>
  )
}
