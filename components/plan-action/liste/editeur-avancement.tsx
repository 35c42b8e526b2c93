'use client'

import { useState, type FocusEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'

type Avancement = ValeursFiche['avancement']

interface Props {
  id: number
  valeur: Avancement
  /** what is known now */
  phrase: string | null
  erreur: string | null
  onChange: (valeur: Avancement) => void
}

/** Progress: what somebody says and why, or what the étapes say. */
export function EditeurAvancement({ id, valeur, phrase, erreur, onChange }: Props) {
  const [saisie, setSaisie] = useState({
    pourcent: valeur.valeur === null ? '' : String(valeur.valeur),
    motif: valeur.motif ?? '',
  })
  const pourcent = saisie.pourcent.trim().replace(/\s*%$/, '')
  const faux = pourcent !== '' && !/^(?:100|\d{1,2})$/.test(pourcent)
  function save() {
    const propre: Avancement = { valeur: pourcent === '' ? null : Number(pourcent), motif: saisie.motif.trim() || null }
    if (!faux && JSON.stringify(propre) !== JSON.stringify(valeur)) onChange(propre)
  }
  function handleBlur(event: FocusEvent<HTMLDivElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) save()
  }
  return (
    <div
      className="grid gap-2"
      onBlur={handleBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
    >
      <p className="text-sm text-muted">{phrase ?? 'Avancement inconnu.'}</p>
      <div className="form-row">
        <Input
          label={`${MOTS_CHAMP.avancement} (%)`}
          name={`avancement-${id}`}
          value={saisie.pourcent}
          inputMode="numeric"
          maxLength={5}
          autoFocus
          autoComplete="off"
          hint={'Vide : ce que disent les étapes.'}
          error={faux ? 'Écrivez un nombre entier de 0 à 100.' : erreur}
          onChange={(event) => setSaisie({ ...saisie, pourcent: event.target.value })}
        />
        <Input
          label="Pourquoi"
          name={`avancement-${id}-motif`}
          value={saisie.motif}
          maxLength={500}
          optional
          autoComplete="off"
          hint="Si ce n’est pas ce que disent les étapes."
          onChange={(event) => setSaisie({ ...saisie, motif: event.target.value })}
        />
      </div>
      {valeur.valeur === null ? null : (
        <Button
          size="sm"
          variant="ghost"
          className="justify-self-start"
          onClick={() => {
            setSaisie({ pourcent: '', motif: '' })
            onChange({ valeur: null, motif: null })
          }}
        >
          Revenir à ce que disent les étapes
        </Button>
      )}
    </div>
  )
}
