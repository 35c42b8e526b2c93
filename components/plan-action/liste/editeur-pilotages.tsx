'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/saisie/inputs'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'
import { LABELS_ROLE } from '@/lib/plan-action/champs/words/roles'
import { PILOTES_DU_PLAN } from './mots'

type Pilotages = ValeursFiche['pilotages']

interface Props {
  id: number
  valeur: Pilotages
  erreur: string | null
  onChange: (valeur: Pilotages) => void
}

/** Who leads, one per line, as written; an emptied line goes. Partners are on the fiche. */
export function EditeurPilotages({ id, valeur, erreur, onChange }: Props) {
  const [nouveau, setNouveau] = useState(valeur.every(({ role }) => role === 'PARTENAIRE'))
  function write(rang: number, texte: string) {
    const dit = texte.trim()
    if (rang === valeur.length) {
      if (dit) onChange([...valeur, { role: 'PILOTE', texte: dit, organisme: null, aDefinir: false }])
      setNouveau(false)
    } else if (dit !== valeur[rang]?.texte) {
      // Other words may be somebody else: the organisme they named is no longer known.
      onChange(
        valeur.flatMap((un, place) =>
          place !== rang ? [un] : dit ? [{ ...un, texte: dit, organisme: null, aDefinir: false }] : [],
        ),
      )
    }
  }
  const lignes = [
    ...valeur.map((un, rang) => ({ ...un, rang })),
    ...(nouveau ? [{ role: 'PILOTE' as const, texte: '', rang: valeur.length }] : []),
  ]
  return (
    <div className="grid gap-2">
      {lignes
        .filter(({ role }) => role !== 'PARTENAIRE')
        .map(({ role, texte, rang }, place) => (
          <Input
            key={`${rang}-${texte}`}
            label={LABELS_ROLE[role]}
            name={`pilote-${id}-${rang}`}
            defaultValue={texte}
            list={PILOTES_DU_PLAN}
            maxLength={300}
            autoFocus={place === 0 || rang === valeur.length}
            autoComplete="off"
            error={place === 0 ? erreur : null}
            onBlur={(event) => write(rang, event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') write(rang, event.currentTarget.value)
            }}
          />
        ))}
      {nouveau ? null : (
        <Button size="sm" variant="ghost" className="justify-self-start" onClick={() => setNouveau(true)}>
          Ajouter un pilote
        </Button>
      )}
    </div>
  )
}
