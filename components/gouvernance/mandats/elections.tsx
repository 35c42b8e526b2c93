'use client'

import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/saisie/inputs'
import { Panneau } from '@/components/ui/flottant/panneau'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import type { College } from '@/lib/gouvernance/mandats/types'
import { formatCompte } from '@/lib/platform/typographie'
import { COLLEGES_EN_MOTS } from './mots'

export interface ElectionsProps {
  adresse: string
  organismes: readonly { ref: string; nom: string; mandats: number }[]
  colleges: readonly { cle: College; mandats: number }[]
}

/** After an election: all the mandates of a commune, of any organisme, or of a whole college, ended together. */
export function Elections({ adresse, organismes, colleges }: ElectionsProps) {
  const router = useRouter()
  const [erreur, setErreur] = useState<string | undefined>(undefined)
  if (organismes.length === 0) return null
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const cible = new FormData(event.currentTarget).get('cible')
    if (typeof cible !== 'string' || cible === '')
      return setErreur('Choisissez une commune, un organisme ou un ensemble.')
    router.push(`${adresse}?${cible}`)
  }
  return (
    <Panneau
      titre="Après une élection"
      sousTitre="Mettre fin d’un coup à tous les mandats d’une commune, d’un organisme ou d’un ensemble."
      className="no-print"
    >
      <form className="flex flex-wrap items-end gap-3" onSubmit={handleSubmit} noValidate>
        <div className="min-w-56 grow">
          <Select
            name="cible"
            label="De qui"
            vide="Choisir"
            defaultValue=""
            error={erreur ?? null}
            onChange={() => setErreur(undefined)}
            options={[
              ...colleges
                .filter(({ cle }) => cle !== 'AUTRES')
                .map(({ cle, mandats }) => ({
                  value: `college=${cle}`,
                  label: `Ensemble : ${COLLEGES_EN_MOTS[cle]} (${formatCompte(mandats, 'mandat')})`,
                })),
              ...organismes.map(({ ref, nom, mandats }) => ({
                value: `organisme=${ref}`,
                label: `${nom} (${formatCompte(mandats, 'mandat')})`,
              })),
            ]}
          />
        </div>
        <Button type="submit">Préparer la fin des mandats</Button>
      </form>
    </Panneau>
  )
}
