'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Refus } from '@/components/formulaire/refus'
import type { Action } from '@/components/formulaire/send'
import { useEnvoi, type EnvoiOuvert } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'

/** One value as typed and as saved by somebody else. */
export interface Ecart {
  nom: string
  mienne: string
  leur: string
}

interface Reponse {
  message: string
}

export interface CoquilleProps<Input, Actuel extends { version: number }> {
  action: Action<Input, Reponse, Actuel>
  /** The version that was read. */
  version: number
  libelle: string
  danger?: boolean
  /** Sends over a version what is typed: by the form’s own action, or by another (`avec`) where it adds. */
  ecrire: (envoi: EnvoiOuvert<Input, Reponse, Actuel>, version: number, saisie: FormData) => void
  /** Both versions after a conflict; what is the same is left out. */
  comparer?: (actuel: Actuel, saisie: FormData) => Ecart[]
  onFini: () => void
  /** The fields, made from their messages where they have any. */
  children: ReactNode | ((erreur: (champ: string) => string | undefined) => ReactNode)
}

/** A form of the drawer: refusals on their field, both versions on a conflict, nothing typed lost. */
export function Coquille<Input, Actuel extends { version: number }>({
  action,
  version,
  libelle,
  danger,
  ecrire,
  comparer,
  onFini,
  children,
}: CoquilleProps<Input, Actuel>) {
  const router = useRouter()
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const envoi = useEnvoi(action, { titreConflit: 'Deux versions à comparer', onEcrit: () => onFini() })
  const { conflit } = envoi

  function enregistrer(formulaire: FormData) {
    setSaisie(formulaire)
    ecrire(envoi, conflit?.version ?? version, formulaire)
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    enregistrer(new FormData(event.currentTarget))
  }
  function handleReprendre() {
    router.refresh()
    onFini()
  }
  const ecarts =
    conflit && saisie && comparer ? comparer(conflit, saisie).filter(({ mienne, leur }) => mienne !== leur) : []

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      {conflit && saisie ? (
        <div className="grid gap-3">
          {ecarts.length > 0 ? (
            <Table caption="Ce qui diffère entre votre saisie et la version enregistrée" dense stacked>
              <thead>
                <tr>
                  <Th>Champ</Th>
                  <Th>Votre saisie</Th>
                  <Th>Enregistré</Th>
                </tr>
              </thead>
              <tbody>
                {ecarts.map(({ nom, mienne, leur }) => (
                  <tr key={nom}>
                    <Th scope="row">{nom}</Th>
                    <Td label="Votre saisie">{mienne || '–'}</Td>
                    <Td label="Enregistré">{leur || '–'}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          ) : null}
          <div className="form-actions">
            <Button onClick={() => enregistrer(saisie)}>Enregistrer ma saisie par-dessus</Button>
            <Button onClick={handleReprendre}>Reprendre la version enregistrée</Button>
          </div>
        </div>
      ) : null}
      {typeof children === 'function' ? children(envoi.readErreur) : children}
      <div className="form-actions">
        <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={envoi.enCours}>
          {libelle}
        </Button>
        <Button onClick={() => onFini()}>Annuler</Button>
      </div>
    </form>
  )
}
