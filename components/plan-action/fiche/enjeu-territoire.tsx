'use client'

import type { ReactNode } from 'react'
import { Radios } from '@/components/ui/saisie/inputs'
import { MOTS_CHAMP } from '@/lib/plan-action/champs/rules/catalogue'
import { useFicheEditable } from '@/components/plan-action/champs/contexte'
import { SectionChamps } from '@/components/plan-action/champs/section-champs'

const ENJEU = [
  { value: 'inconnu', label: 'Inconnu' },
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
]

/** Whether the fiche is a matter of coordination: nobody said is not no. */
export function Enjeu({ children }: { children: ReactNode }) {
  const { edition } = useFicheEditable()
  const { enjeuCoordination: enjeu } = edition.valeurs
  return (
    <SectionChamps titre={MOTS_CHAMP.enjeuCoordination} champs={['enjeuCoordination']} lecture={children}>
      <Radios
        label={MOTS_CHAMP.enjeuCoordination}
        name="enjeuCoordination"
        options={ENJEU}
        value={enjeu === null ? 'inconnu' : enjeu ? 'oui' : 'non'}
        error={edition.erreurs.enjeuCoordination}
        onChange={({ target: { value } }) =>
          edition.edit('enjeuCoordination', value === 'inconnu' ? null : value === 'oui')
        }
      />
    </SectionChamps>
  )
}
