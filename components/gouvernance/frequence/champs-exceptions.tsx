'use client'

import { readErreur } from '@/components/formulaire/erreurs'
import { Button } from '@/components/ui/button'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { IconPlus } from '@/components/ui/icons'
import { Input } from '@/components/ui/saisie/inputs'
import type { SaisieException } from '@/lib/gouvernance/frequence/rules/regle'

export interface ChampsExceptionsProps {
  exceptions: readonly SaisieException[]
  /** The rule has a maximum, which a year may change. */
  maximum: boolean
  erreurs: readonly ErreurDeChamp[]
  onChange: (exceptions: SaisieException[]) => void
}

/** Other figures for years named or told in words, each with its reason. */
export function ChampsExceptions({ exceptions, maximum, erreurs, onChange }: ChampsExceptionsProps) {
  const change = (rang: number, champs: Partial<SaisieException>) =>
    onChange(exceptions.map((exception, autre) => (autre === rang ? { ...exception, ...champs } : exception)))
  const field = (rang: number, champ: keyof SaisieException) => ({
    name: `exceptions.${rang}.${champ}`,
    value: exceptions[rang]?.[champ] ?? '',
    autoComplete: 'off',
    error: readErreur(erreurs, `exceptions.${rang}.${champ}`),
    onChange: (event: { target: { value: string } }) => change(rang, { [champ]: event.target.value }),
  })
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label">
        Années qui font exception<span className="field-optional"> (facultatif)</span>
      </legend>
      {exceptions.map((_, rang) => (
        <div
          key={rang}
          role="group"
          aria-label={`Exception ${rang + 1}`}
          className="grid gap-3 border-s-2 border-s-line-strong ps-4"
        >
          <div className="form-row">
            <Input {...field(rang, 'annee')} label="Année" optional inputMode="numeric" />
            <Input {...field(rang, 'minimum')} label="Au moins" optional={maximum} inputMode="numeric" />
            {maximum ? <Input {...field(rang, 'maximum')} label="Au plus" optional inputMode="numeric" /> : null}
          </div>
          <Input
            {...field(rang, 'quand')}
            label="Année en mots"
            optional
            hint="Comme la convention l’écrit, par exemple : l’année des élections municipales. Sans l’année en chiffres, rien ne change encore."
          />
          <Input {...field(rang, 'motif')} label="Pourquoi" hint="Par exemple : année de renouvellement." />
          <div>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Retirer l’exception ${rang + 1}`}
              onClick={() => onChange(exceptions.filter((_une, autre) => autre !== rang))}
            >
              Retirer
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<IconPlus />}
          onClick={() => onChange([...exceptions, { annee: '', quand: '', minimum: '', maximum: '', motif: '' }])}
        >
          Ajouter une année
        </Button>
      </div>
    </fieldset>
  )
}
