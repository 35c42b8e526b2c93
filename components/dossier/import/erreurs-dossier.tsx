'use client'

import { useEffect, useRef } from 'react'
import { Table, Td, Th } from '@/components/ui/table'
import type { ErreurChamp } from '@/lib/platform/resultat'
import { formatCompte } from '@/lib/platform/typographie'

export const RIEN_IMPORTE = 'Rien n’a été importé'

/** What is wrong, each with its place in the document (« plan.fiches[3].axe »); focus comes here each time it changes. */
export function ErreursDossier({ erreurs }: { erreurs: readonly ErreurChamp[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [erreurs])
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{RIEN_IMPORTE}</h2>
      <p className="m-0">
        {formatCompte(erreurs.length, 'point à corriger', 'points à corriger')} dans le document. Corrigez-le, puis
        importez-le de nouveau.
      </p>
      <Table caption="Points à corriger dans le document" stacked dense>
        <thead>
          <tr>
            <Th>Où</Th>
            <Th>Que faire</Th>
          </tr>
        </thead>
        <tbody>
          {erreurs.map(({ champ, message }) => (
            <tr key={`${champ}-${message}`}>
              <Td label="Où">
                <code className="wrap-anywhere">{champ || 'tout le document'}</code>
              </Td>
              <Td label="Que faire">{message}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
