'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition, type FormEvent } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th } from '@/components/ui/table'
import { notify } from '@/components/ui/flottant/toast'
import { updatePersonne } from '@/lib/utilisateurs/actions/personnes'
import type { PersonneVue } from '@/lib/utilisateurs/queries'
import { ChampsIdentite, readIdentite, type Identite } from './champs-identite'

const CHAMPS = [
  ['nom', 'Prénom et nom'],
  ['email', 'Adresse e-mail'],
  ['fonction', 'Fonction'],
] as const

type Enregistree = Identite & { version: number }

/** What was typed and what somebody else saved meanwhile, side by side. */
function Comparaison({
  mienne,
  leur,
  onGarder,
  onPrendre,
}: {
  mienne: Identite
  leur: Identite
  onGarder: () => void
  onPrendre: () => void
}) {
  return (
    <Notice tone="warn" role="alert" titre="Quelqu’un a modifié cette personne pendant votre saisie">
      <Table caption="Votre saisie et ce qui est enregistré" dense>
        <thead>
          <tr>
            <Th>Champ</Th>
            <Th>Votre saisie</Th>
            <Th>Enregistré</Th>
          </tr>
        </thead>
        <tbody>
          {CHAMPS.map(([champ, nom]) => (
            <tr key={champ}>
              <Th scope="row">{nom}</Th>
              <Td>{mienne[champ] || '–'}</Td>
              <Td>{leur[champ] || '–'}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="form-actions">
        <Button variant="primary" onClick={onGarder}>
          Enregistrer ma saisie par-dessus
        </Button>
        <Button onClick={onPrendre}>Garder ce qui est enregistré</Button>
      </div>
    </Notice>
  )
}

/** Name, address and function of a person. */
export function FormulaireIdentite({ personne }: { personne: PersonneVue }) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [conflit, setConflit] = useState<{ mienne: Identite; leur: Enregistree } | null>(null)
  const [envoi, start] = useTransition()

  function save(version: number) {
    if (!form.current) return
    const saisie = readIdentite(new FormData(form.current))
    start(async () => {
      const resultat = await updatePersonne({ personne: personne.id, version, ...saisie })
      setConflit(
        !resultat.ok && resultat.tag === 'CONFLIT' ? { mienne: saisie, leur: resultat.actuel as Enregistree } : null,
      )
      setErreurs(resultat.ok || resultat.tag === 'CONFLIT' ? [] : readErreurs(resultat))
      if (resultat.ok) notify({ message: 'Modification enregistrée.' })
    })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(personne.version)
  }

  return (
    <form className="form" ref={form} onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      {conflit ? (
        <Comparaison
          {...conflit}
          onGarder={() => save(conflit.leur.version)}
          onPrendre={() => {
            setConflit(null)
            form.current?.reset()
            router.refresh()
          }}
        />
      ) : null}
      <ChampsIdentite identite={personne} erreurs={erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
