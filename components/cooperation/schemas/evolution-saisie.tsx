'use client'

import { Button, IconButton } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { IconX } from '@/components/ui/icons'
import { Input, Select } from '@/components/ui/saisie/inputs'
import type { PorteurPossible } from '@/lib/cooperation/schemas/types/choix'
import type { EtatSomme } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatQuotite } from '@/lib/platform/nombres'
import { readErreurQuotite, type DeveloppementTape } from './brouillon'

interface EvolutionTapee {
  existant: string
  developpements: DeveloppementTape[]
}

interface EvolutionSaisieProps {
  valeur: EvolutionTapee
  onChange: (valeur: EvolutionTapee) => void
  porteurs: PorteurPossible[]
  /** the sum typed so far, against the agreed total */
  somme: EtatSomme
}

const AUTRE = 'autre'

/** Existing + developments = total, being typed: each part with whom it is for, and the sum in sight. */
export function EvolutionSaisie({ valeur, onChange, porteurs, somme }: EvolutionSaisieProps) {
  const { existant, developpements } = valeur
  const change = (cle: string, part: Partial<DeveloppementTape>) =>
    onChange({
      existant,
      developpements: developpements.map((avant) => (avant.cle === cle ? { ...avant, ...part } : avant)),
    })
  const ajouter = () =>
    onChange({
      existant,
      developpements: [
        ...developpements,
        {
          cle: `nouveau-${developpements.length}-${crypto.randomUUID()}`,
          id: null,
          libelle: '',
          organisme: null,
          quotite: '',
        },
      ],
    })
  const parties = porteurs.flatMap(({ organisme, nom }) =>
    organisme === null ? [] : [{ value: String(organisme), label: nom }],
  )
  return (
    <div className="form">
      <DecimalInput
        label="Existant"
        name="existant"
        unite="ETP"
        value={existant}
        onTexte={(texte) => onChange({ existant: texte, developpements })}
        error={readErreurQuotite(existant)}
      />
      {developpements.map((part, rang) => {
        const nom = `Développement ${rang + 1}`
        return (
          <fieldset key={part.cle} className="form-row items-end">
            <legend className="visually-hidden">{nom}</legend>
            {parties.length > 0 ? (
              <Select
                label={`${nom} : pour qui`}
                name={`developpement-${rang}-organisme`}
                value={part.organisme === null ? AUTRE : String(part.organisme)}
                onChange={({ target }) => {
                  const choisie = porteurs.find(
                    ({ organisme }) => organisme !== null && String(organisme) === target.value,
                  )
                  change(part.cle, { organisme: choisie?.organisme ?? null, libelle: choisie?.nom ?? '' })
                }}
                options={[...parties, { value: AUTRE, label: 'Autre, en toutes lettres' }]}
              />
            ) : null}
            {part.organisme === null ? (
              <Input
                label={`${nom} : nom`}
                name={`developpement-${rang}-libelle`}
                maxLength={200}
                value={part.libelle}
                onChange={({ target }) => change(part.cle, { libelle: target.value })}
              />
            ) : null}
            <DecimalInput
              label={`${nom} : quotité`}
              name={`developpement-${rang}-quotite`}
              unite="ETP"
              value={part.quotite}
              onTexte={(quotite) => change(part.cle, { quotite })}
              error={readErreurQuotite(part.quotite)}
            />
            <IconButton
              label={`Retirer le développement ${part.libelle || rang + 1}`}
              size="sm"
              onClick={() =>
                onChange({ existant, developpements: developpements.filter(({ cle }) => cle !== part.cle) })
              }
            >
              <IconX />
            </IconButton>
          </fieldset>
        )
      })}
      <div>
        <Button size="sm" onClick={ajouter}>
          Ajouter un développement
        </Button>
      </div>
      <p role="status">{formatSommeEvolution(somme)}</p>
    </div>
  )
}

/** The sum of the evolution form, in words. */
function formatSommeEvolution({ renseignee, somme, phrase }: EtatSomme): string {
  if (!renseignee) return 'Indiquez l’existant : les développements s’y ajoutent pour faire le total.'
  return `Existant et développements : ${formatQuotite(somme, { deux: true })} ETP, ${phrase}.`
}
