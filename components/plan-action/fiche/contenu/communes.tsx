'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox, Input } from '@/components/ui/saisie/inputs'
import type { ChoixContenu } from '@/lib/plan-action/fiche/types/contenu'
import { foldMots } from '@/lib/platform/texte'
import { formatCompte } from '@/lib/platform/typographie'

interface Props {
  /** ids chosen */
  valeur: number[]
  onChange: (communes: number[]) => void
  communes: ChoixContenu['communes']
}

/** How many communes a short list shows without a search. */
const COURTE = 12

/** Where a fiche takes place, among the communes of the territory: none says that the document does not tell. */
export function EditeurCommunes({ valeur, onChange, communes }: Props) {
  const [q, setQ] = useState('')
  const titre = useId()
  const choisies = new Set(valeur)
  const cherchee = foldMots(q)
  const vues = communes.filter(({ nom }) => foldMots(nom).includes(cherchee))
  const toggle = (id: number, cochee: boolean) =>
    onChange(cochee ? [...valeur, id] : valeur.filter((autre) => autre !== id))
  const compte =
    choisies.size === 0
      ? 'Aucune commune précisée'
      : choisies.size === communes.length
        ? `Toutes les communes (${communes.length})`
        : `${formatCompte(choisies.size, 'commune')} sur ${communes.length}`
  if (communes.length === 0) return <p className="text-muted">Les communes du territoire ne sont pas connues.</p>
  return (
    <div role="group" aria-labelledby={titre} className="grid gap-2">
      <p id={titre} className="font-semibold">
        Communes concernées
      </p>
      <p role="status" className="text-sm text-muted">
        {compte}
        {cherchee === '' ? '' : `, ${formatCompte(vues.length, 'trouvée')}`}
      </p>
      <div className="form-actions">
        <Button
          size="sm"
          onClick={() => onChange(communes.map(({ id }) => id))}
          aria-disabled={choisies.size === communes.length}
        >
          Toutes
        </Button>
        <Button size="sm" onClick={() => onChange([])} aria-disabled={choisies.size === 0}>
          Aucune précisée
        </Button>
      </div>
      {communes.length > COURTE ? (
        <Input
          label="Chercher une commune"
          name="chercher-commune"
          type="search"
          autoComplete="off"
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
      ) : null}
      <ul className="max-h-72 overflow-y-auto pe-1">
        {vues.map(({ id, nom }) => (
          <li key={id}>
            <Checkbox
              label={nom}
              name={`commune-${id}`}
              checked={choisies.has(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            />
          </li>
        ))}
      </ul>
      {vues.length === 0 ? <p className="text-sm text-muted">Aucune commune du territoire ne porte ce nom.</p> : null}
    </div>
  )
}
