'use client'

import type { ReactNode } from 'react'
import { Input, Radios } from '@/components/ui/inputs'
import { useFicheEditable } from '../edition/contexte'
import { SectionChamps } from '../edition/section-champs'

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
    <SectionChamps titre="Enjeu de coordination" champs={['enjeuCoordination']} lecture={children}>
      <Radios
        label="Enjeu de coordination" name="enjeuCoordination" options={ENJEU} value={enjeu === null ? 'inconnu' : enjeu ? 'oui' : 'non'} error={edition.erreurs.enjeuCoordination}
        onChange={({ target: { value } }) => edition.edit('enjeuCoordination', value === 'inconnu' ? null : value === 'oui')}
      />
    </SectionChamps>
  )
}

/** Where it takes place, in the document’s words. */
export function TerritoireEnMots({ children }: { children: ReactNode }) {
  const { edition } = useFicheEditable()
  return (
    <SectionChamps titre="Territoire en mots" champs={['territoireTexte']} lecture={children}>
      <Input
        label="Territoire en mots" name="territoireTexte" optional maxLength={500} hint="Tel que le document le dit : « les communes volontaires »."
        value={edition.valeurs.territoireTexte ?? ''} error={edition.erreurs.territoireTexte}
        onChange={(event) => edition.edit('territoireTexte', event.target.value)} onBlur={() => void edition.saveNow()}
      />
    </SectionChamps>
  )
}
