'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { fieldId } from '@/components/ui/saisie/field'
import { Checkbox, DateInput } from '@/components/ui/saisie/inputs'
import { Notice } from '@/components/ui/notice'
import type { ApercuSerie, LigneProjet } from '@/lib/gouvernance/calendrier/types'
import { formatDate } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import type { DateProjet } from './use-projet'

interface LigneProps {
  date: DateProjet
  /** What the rule says of it; absent while it is asked. */
  verdict: LigneProjet | undefined
  onChange: (change: Partial<DateProjet>) => void
}

/** One date: kept or not, moved or not, with what is worth knowing of it. */
function Ligne({ date, verdict, onChange }: LigneProps) {
  const [deplacer, setDeplacer] = useState(false)
  const texte = formatDate(date.date)
  const deplacee = date.date !== date.cle
  return (
    <li className="grid gap-1 py-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Checkbox
          name={`retenue-${date.cle}`}
          checked={date.retenue}
          onChange={(event) => onChange({ retenue: event.target.checked })}
          label={<span className="inline-block first-letter:uppercase">{texte}</span>}
        />
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={deplacer}
          aria-label={`Déplacer la réunion du ${texte}`}
          onClick={() => setDeplacer(!deplacer)}
        >
          Déplacer
        </Button>
      </div>
      {date.motif !== null && !deplacee ? <p className="text-sm text-muted">{date.motif}</p> : null}
      {verdict && verdict.jour.length > 0 ? (
        <p className="text-sm">
          <Badge tone="warn">À savoir</Badge> <span className="text-muted">{verdict.jour.join(', ')}</span>
        </p>
      ) : null}
      {date.retenue && verdict?.refus ? (
        <p className="text-sm">
          <Badge tone="bad">Refusée</Badge> <span className="text-muted">{verdict.refus}</span>
        </p>
      ) : null}
      {deplacer ? (
        <DateInput
          name={`date-${date.cle}`}
          label={`Nouvelle date, à la place du ${formatDate(date.cle)}`}
          value={date.date}
          onChange={(event) =>
            event.target.value === '' ? undefined : onChange({ date: event.target.value, retenue: true })
          }
        />
      ) : null}
    </li>
  )
}

export interface DatesSerieProps {
  dates: DateProjet[]
  apercu: ApercuSerie
  onChange: (cle: string, change: Partial<DateProjet>) => void
}

/** The dates of a series before they are saved, and what the rule makes of the whole. */
export function DatesSerie({ dates, apercu, onChange }: DatesSerieProps) {
  const verdicts = new Map(apercu.lignes.map((ligne) => [ligne.date, ligne]))
  const retenues = dates.filter(({ retenue }) => retenue).length
  return (
    <section aria-labelledby={fieldId('dates')} className="grid gap-3">
      <h3 id={fieldId('dates')} tabIndex={-1} className="text-base">
        {`${formatCompte(retenues, 'date retenue', 'dates retenues')} sur ${dates.length} : ${apercu.libelle}`}
      </h3>
      {dates.length === 0 ? (
        <p className="text-muted">Aucune date ne tombe entre ces deux jours.</p>
      ) : (
        <ul className="rows">
          {dates.map((date) => (
            <Ligne
              key={date.cle}
              date={date}
              verdict={verdicts.get(date.date)}
              onChange={(change) => onChange(date.cle, change)}
            />
          ))}
        </ul>
      )}
      {apercu.ecartees.length > 0 ? (
        <details className="text-sm">
          <summary className="w-fit text-primary underline underline-offset-4">
            {formatCompte(apercu.ecartees.length, 'date laissée de côté', 'dates laissées de côté')}
          </summary>
          <ul className="mt-1 grid gap-1 text-muted">
            {apercu.ecartees.map(({ dateTexte, motif }) => (
              <li key={dateTexte}>{`Le ${dateTexte} ${motif}.`}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <div role="status" aria-label="Effet de la série" className="grid gap-3">
        {apercu.refus === null ? null : (
          <Notice tone="warn" titre="La règle de la convention refuse des dates">
            {apercu.refus}
          </Notice>
        )}
        {dates.length === 0 ? null : (
          <Notice tone="info">{`Une fois enregistrées : ${apercu.apres.charAt(0).toLowerCase()}${apercu.apres.slice(1)}`}</Notice>
        )}
      </div>
      {apercu.notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
    </section>
  )
}
