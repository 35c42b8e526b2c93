'use client'

import { Checkbox } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import type { ChoixContenu } from '@/lib/plan-action/fiche/types/contenu'

interface Props {
  /** codes chosen */
  valeur: string[]
  onChange: (themes: string[]) => void
  themes: ChoixContenu['themes']
}

/** The AFAS themes of a fiche; none says that the document does not tell. */
export function EditeurThemes({ valeur, onChange, themes }: Props) {
  return (
    <fieldset className="choices">
      <legend>{MOTS_CHAMP.themes}</legend>
      {themes.map(({ code, nom }) => (
        <Checkbox
          key={code}
          label={nom}
          name={`theme-${code}`}
          checked={valeur.includes(code)}
          onChange={({ target }) =>
            onChange(
              themes
                .map((theme) => theme.code)
                .filter((autre) => (autre === code ? target.checked : valeur.includes(autre))),
            )
          }
        />
      ))}
    </fieldset>
  )
}
