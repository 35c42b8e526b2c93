'use client'

import { useState, type FocusEvent } from 'react'
import { DateInput, Input } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { parsePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { ValeursFiche } from '@/lib/plan-action/champs/schema'

type Periode = ValeursFiche['periode']

interface Props {
  id: number
  valeur: Periode
  bornes: { debut: string | null; fin: string | null }
  erreur: string | null
  onChange: (valeur: Periode) => void
}

/** A calendar in words: its bounds are read as one types, shown, and may be corrected; the words stay. */
export function EditeurPeriode({ id, valeur, bornes, erreur, onChange }: Props) {
  const [saisie, setSaisie] = useState(valeur)
  const lecture = parsePeriode(saisie.texte ?? '', bornes)
  const inverse = saisie.debut !== null && saisie.fin !== null && saisie.debut > saisie.fin
  function write(texte: string) {
    const lue = parsePeriode(texte, bornes)
    // Bounds follow the words; words that say no date leave no bound behind.
    setSaisie({ texte, debut: lue.etat === 'LUE' ? lue.debut : null, fin: lue.etat === 'LUE' ? lue.fin : null })
  }
  function save() {
    const propre = { ...saisie, texte: saisie.texte?.trim() || null }
    if (!inverse && JSON.stringify(propre) !== JSON.stringify(valeur)) onChange(propre)
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
      <Input
        label={`${MOTS_CHAMP.periode}, en toutes lettres`}
        name={`periode-${id}`}
        value={saisie.texte ?? ''}
        maxLength={300}
        autoFocus
        autoComplete="off"
        hint={
          lecture.etat === 'LUE'
            ? `Lu : ${lecture.lecture}`
            : lecture.etat === 'ILLISIBLE'
              ? `À préciser : ${lecture.raison}`
              : 'Par exemple « dès 2023 », « rentrée 2025 », « fin 2026 ».'
        }
        onChange={(event) => write(event.target.value)}
      />
      <div className="form-row">
        <DateInput
          label="Du"
          name={`periode-${id}-debut`}
          value={saisie.debut ?? ''}
          onChange={(event) => setSaisie({ ...saisie, debut: event.target.value || null })}
        />
        <DateInput
          label="Au"
          name={`periode-${id}-fin`}
          value={saisie.fin ?? ''}
          onChange={(event) => setSaisie({ ...saisie, fin: event.target.value || null })}
          error={inverse ? 'La fin précède le début : inversez les deux dates.' : erreur}
        />
      </div>
    </div>
  )
}
