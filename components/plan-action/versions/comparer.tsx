'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/saisie/inputs'
import type { VersionListee } from '@/lib/plan-action/versions/types'
import { buildHrefVersions } from './adresses-versions'

interface Props {
  slug: string
  versions: VersionListee[]
  avant: string
  apres: string
}

/** Chooses the two sides; what is chosen is in the address. */
export function Comparer({ slug, versions, avant, apres }: Props) {
  const router = useRouter()
  const options = versions.map(({ numero, libelle }) => ({
    value: String(numero),
    label: `Version ${numero} : ${libelle}`,
  }))
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const formulaire = new FormData(event.currentTarget)
    const query = new URLSearchParams(
      ['avant', 'apres'].flatMap((nom) => {
        const valeur = formulaire.get(nom)
        return typeof valeur === 'string' ? [[nom, valeur]] : []
      }),
    )
    router.push(`${buildHrefVersions(slug)}?${query}#comparaison`)
  }
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={handleSubmit}>
      <Select name="avant" label="Comparer" defaultValue={avant} options={options} />
      <Select
        name="apres"
        label="avec"
        defaultValue={apres}
        options={[{ value: 'aujourdhui', label: 'Le plan d’aujourd’hui' }, ...options]}
      />
      <Button type="submit">Voir ce qui a changé</Button>
    </form>
  )
}
