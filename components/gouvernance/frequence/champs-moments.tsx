'use client'

import { readErreur } from '@/components/formulaire/erreurs'
import { Button } from '@/components/ui/button'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { IconPlus } from '@/components/ui/icons'
import { Input, Select } from '@/components/ui/saisie/inputs'
import { MOMENT_VIDE, type SaisieMoment } from '@/lib/gouvernance/frequence/rules/moments-saisie'

export interface ChampsMomentsProps {
  moments: readonly SaisieMoment[]
  /** The other instances, whose meetings these may prepare. */
  instances: readonly { ref: string; nom: string }[]
  erreurs: readonly ErreurDeChamp[]
  onChange: (moments: SaisieMoment[]) => void
}

const GENRES = [
  { value: 'FENETRE', label: 'Un moment de l’année' },
  { value: 'AVANT', label: 'Avant une autre instance' },
]

/** When, inside each period, the convention promises a meeting: a window of days, or before another instance. */
export function ChampsMoments({ moments, instances, erreurs, onChange }: ChampsMomentsProps) {
  const change = (rang: number, champs: Partial<SaisieMoment>) =>
    onChange(moments.map((moment, autre) => (autre === rang ? { ...moment, ...champs } : moment)))
  const field = (rang: number, champ: 'mots' | 'du' | 'au' | 'avant') => ({
    name: `moments.${rang}.${champ}`,
    value: moments[rang]?.[champ] ?? '',
    autoComplete: 'off',
    error: readErreur(erreurs, `moments.${rang}.${champ}`),
    onChange: (event: { target: { value: string } }) => change(rang, { [champ]: event.target.value }),
  })
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label">
        À quel moment<span className="field-optional"> (facultatif)</span>
      </legend>
      {moments.map((moment, rang) => (
        <div
          key={rang}
          role="group"
          aria-label={`Moment ${rang + 1}`}
          className="grid gap-3 border-s-2 border-s-line-strong ps-4"
        >
          <Input
            {...field(rang, 'mots')}
            label="Le moment, comme la convention l’écrit"
            hint="Par exemple : au premier trimestre, avant l’été, avant le comité de pilotage."
          />
          <div className="form-row">
            <Select
              name={`moments.${rang}.genre`}
              label="C’est"
              value={moment.genre}
              options={GENRES}
              onChange={(event) => change(rang, { genre: event.target.value as SaisieMoment['genre'] })}
            />
            {moment.genre === 'AVANT' ? (
              <Select
                {...field(rang, 'avant')}
                label="Avant les réunions de"
                vide="Choisir"
                options={instances.map(({ ref, nom }) => ({ value: ref, label: nom }))}
              />
            ) : (
              <>
                <Input {...field(rang, 'du')} label="Du" hint="Sans l’année : 1/1." />
                <Input {...field(rang, 'au')} label="Au" hint="Compris : 31/3." />
              </>
            )}
          </div>
          <div>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Retirer le moment ${rang + 1}`}
              onClick={() => onChange(moments.filter((_un, autre) => autre !== rang))}
            >
              Retirer
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button size="sm" icon={<IconPlus />} onClick={() => onChange([...moments, MOMENT_VIDE])}>
          Ajouter un moment
        </Button>
      </div>
    </fieldset>
  )
}
