import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { formatNombre } from '@/lib/platform/nombres'

/** The browser's own field speaks the browser's language; this one speaks French, and says what was chosen. */
export function ChoisirFichier({ fichier, onChoix }: { fichier: File | null; onChoix: (fichier: File) => void }) {
  const champ = useRef<HTMLInputElement>(null)
  function handleClick() {
    if (!champ.current) return
    // The same file, corrected, can be chosen again.
    champ.current.value = ''
    champ.current.click()
  }
  return (
    <div className="field">
      <span className="field-label" id="fichier-libelle">
        Fichier du dossier
      </span>
      <span className="field-hint" id="fichier-aide">
        Un fichier JSON de 5 Mo au plus, comme celui qu’exporte une convention.
      </span>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={handleClick} aria-describedby="fichier-libelle fichier-aide fichier-choisi">
          Choisir un fichier
        </Button>
        <span id="fichier-choisi" role="status" className="wrap-anywhere">
          {fichier ? `${fichier.name} (${formatNombre(Math.ceil(fichier.size / 1000))} ko)` : 'Aucun fichier choisi'}
        </span>
      </div>
      <input
        ref={champ}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => {
          const choisi = event.target.files?.[0]
          if (choisi) onChoix(choisi)
        }}
      />
    </div>
  )
}
