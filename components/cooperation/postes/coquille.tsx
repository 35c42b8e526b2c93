'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent, type ReactNode } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Table, Td, Th } from '@/components/ui/table'
import type { Resultat } from '@/lib/platform/resultat'
import { useEnvoi } from './use-envoi'

/** One value as typed and as saved by somebody else. */
export interface Ecart {
  nom: string
  mienne: string
  leur: string
}

export interface CoquilleProps {
  /** The version that was read. */
  version: number
  libelle: string
  danger?: boolean
  ecrire: (saisie: FormData, version: number) => Promise<Resultat<{ message: string }, unknown>>
  /** Both versions after a conflict; what is the same is left out. */
  comparer?: (actuel: object, saisie: FormData) => Ecart[]
  onFini: () => void
  children: (erreur: (champ: string) => string | undefined) => ReactNode
}

/** A form of the drawer: refusals on their field, both versions on a conflict, nothing typed lost. */
export function Coquille({ version, libelle, danger, ecrire, comparer, onFini, children }: CoquilleProps) {
  const router = useRouter()
  const [saisie, setSaisie] = useState<FormData | null>(null)
  const { refus, enCours, envoyer } = useEnvoi(onFini)
  const { conflit } = refus

  function enregistrer(formulaire: FormData, sur: number) {
    setSaisie(formulaire)
    envoyer(() => ecrire(formulaire, sur))
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    enregistrer(new FormData(event.currentTarget), conflit?.version ?? version)
  }
  function handleReprendre() {
    router.refresh()
    onFini()
  }
  const ecarts =
    conflit && saisie && comparer ? comparer(conflit.actuel, saisie).filter(({ mienne, leur }) => mienne !== leur) : []

  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
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
            <Button onClick={() => enregistrer(saisie, conflit.version)}>Enregistrer ma saisie par-dessus</Button>
            <Button onClick={handleReprendre}>Reprendre la version enregistrée</Button>
          </div>
        </div>
      ) : null}
      {children((champ) => readErreur(refus.erreurs, champ))}
      <div className="form-actions">
        <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={enCours}>
          {libelle}
        </Button>
        <Button onClick={() => onFini()}>Annuler</Button>
      </div>
    </form>
  )
}
