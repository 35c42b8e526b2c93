'use client'

import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DateInput, Input } from '@/components/ui/saisie/inputs'
import { checkAccordPeriode, parsePeriode, type ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import { LecturePeriode } from './lecture-periode'
import { followMots, type Periode } from './periode-mots'

interface Props {
  valeur: Periode
  onChange: (periode: Periode) => void
  /** on leaving one of the fields */
  onBlur?: () => void
  /** bounds of the convention */
  contexte: ContextePeriode | null
  /** starts the names of its fields, when a screen has several */
  prefixe?: string
  label?: string
  error?: string | null
}

/** A date as a browser gives it while its year is being typed: 0002 is not yet a year. */
const isComplete = (date: string): boolean => date === '' || Number(date.slice(0, 4)) >= 1900

function Borne({
  nom,
  label,
  valeur,
  onChange,
  onBlur,
  error,
}: {
  nom: string
  label: string
  valeur: string | null
  onChange: (date: string | null) => void
  onBlur?: () => void
  error?: string | null
}) {
  const [partielle, setPartielle] = useState<string | null>(null)
  return (
    <DateInput
      label={label}
      name={nom}
      optional
      value={partielle ?? valeur ?? ''}
      error={error}
      onChange={({ target }) => {
        setPartielle(isComplete(target.value) ? null : target.value)
        if (isComplete(target.value)) onChange(target.value || null)
      }}
      onBlur={() => {
        setPartielle(null)
        onBlur?.()
      }}
    />
  )
}

/** The same, said a moment after one stops typing rather than at each key. */
function LectureVive({ periode, contexte }: { periode: Periode; contexte: ContextePeriode | null }) {
  const [dite, setDite] = useState(periode)
  const cle = JSON.stringify(periode)
  useEffect(() => {
    const attente = setTimeout(() => setDite(JSON.parse(cle) as Periode), 250)
    return () => clearTimeout(attente)
  }, [cle])
  return (
    <p role="status" className="min-h-6 text-sm text-muted">
      <LecturePeriode periode={dite} contexte={contexte} />
    </p>
  )
}

/**
 * A period as the document writes it: words, what is read of them as one types, and two dates that may be corrected. The
 * words always stay.
 */
export function ChampPeriode({
  valeur,
  onChange,
  onBlur,
  contexte,
  prefixe = 'periode',
  label = 'Période',
  error,
}: Props) {
  const accord = checkAccordPeriode(valeur, contexte)
  const lue = parsePeriode(valeur.texte, contexte)
  const inversee = valeur.debut !== null && valeur.fin !== null && valeur.debut > valeur.fin
  const groupe = useId()
  return (
    <div role="group" aria-labelledby={groupe} className="grid gap-2">
      <span id={groupe} className="visually-hidden">
        {label}
      </span>
      <Input
        label={label}
        name={`${prefixe}-mots`}
        optional
        maxLength={300}
        autoComplete="off"
        error={inversee ? null : error}
        hint="Comme le document l’écrit : dès 2023, printemps 2024, 2e trimestre 2025, fin 2026…"
        value={valeur.texte ?? ''}
        onChange={({ target }) => onChange(followMots(valeur, target.value, contexte))}
        onBlur={onBlur}
      />
      <LectureVive periode={valeur} contexte={contexte} />
      <div className="form-row">
        <Borne
          nom={`${prefixe}-debut`}
          label="Premier jour"
          valeur={valeur.debut}
          onChange={(debut) => onChange({ ...valeur, debut })}
          onBlur={onBlur}
        />
        <Borne
          nom={`${prefixe}-fin`}
          label="Dernier jour"
          valeur={valeur.fin}
          onChange={(fin) => onChange({ ...valeur, fin })}
          onBlur={onBlur}
          error={inversee ? 'La fin précède le début : inversez les deux dates.' : null}
        />
      </div>
      {accord.etat === 'CORRIGEE' && lue.etat === 'LUE' ? (
        <div>
          <Button
            size="sm"
            onClick={() => onChange({ texte: valeur.texte, debut: lue.debut, fin: lue.fin })}
            onBlur={onBlur}
          >
            Reprendre les dates lues
          </Button>
        </div>
      ) : null}
    </div>
  )
}
