'use client'

import { useEffect, useRef } from 'react'
import { Table, Td, Th } from '@/components/ui/table'
import { formatCompte } from '@/lib/platform/typographie'

/** What is wrong, and its place in the document (« plan.fiches[3].axe »). */
export interface ErreurPlacee {
  champ: string
  message: string
}

/** Why nothing was imported; focus comes here each time the answer changes. */
export function ErreursDossier({ refus, erreurs }: { refus: string | null; erreurs: ErreurPlacee[] }) {
  const box = useRef<HTMLDivElement>(null)
  const vide = refus === null && erreurs.length === 0
  useEffect(() => {
    if (!vide) box.current?.focus()
  }, [vide, refus, erreurs])
  if (vide) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>Rien n’a été importé</h2>
      <p className="m-0">
        {refus ??
          `${formatCompte(erreurs.length, 'point à corriger', 'points à corriger')} dans le document. Corrigez-le, puis importez-le de nouveau.`}
      </p>
      {erreurs.length > 0 ? (
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
      ) : null}
    </div>
  )
}
