'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Puts the table on the clipboard, and says so. */
export function Copier({ texte }: { texte: string }) {
  const [message, setMessage] = useState('')
  async function handlePress() {
    setMessage('')
    try {
      await navigator.clipboard.writeText(texte)
      setMessage('Tableau copié : collez-le dans un tableur ou dans le portail.')
    } catch {
      setMessage('Ce navigateur ne permet pas la copie : sélectionnez le tableau, ou téléchargez le fichier.')
    }
  }
  return (
    <>
      <Button size="sm" onClick={() => void handlePress()}>
        Copier le tableau
      </Button>
      <span role="status" className="text-sm">
        {message}
      </span>
    </>
  )
}
