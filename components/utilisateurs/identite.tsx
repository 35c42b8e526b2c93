'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th } from '@/components/ui/table'
import { updatePersonne } from '@/lib/utilisateurs/actions/personnes'
import type { PersonneVue } from '@/lib/utilisateurs/queries'
import { ChampsIdentite, readIdentite, type Identite } from './champs-identite'

const CHAMPS = [
  ['nom', 'Prénom et nom'],
  ['email', 'Adresse e-mail'],
  ['fonction', 'Fonction'],
] as const

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
  const [mienne, setMienne] = useState<Identite>(personne)
  const envoi = useEnvoi(updatePersonne, { message: 'Modification enregistrée.' })
  const leur = envoi.refus?.tag === 'CONFLIT' ? envoi.refus.actuel : null

  function save(version: number) {
    if (!form.current) return
    const saisie = readIdentite(new FormData(form.current))
    setMienne(saisie)
    envoi.envoyer({ personne: personne.id, version, ...saisie })
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(personne.version)
  }

  return (
    <form className="form" ref={form} onSubmit={handleSubmit} noValidate>
      {leur ? (
        <Comparaison
          mienne={mienne}
          leur={leur}
          onGarder={() => save(leur.version)}
          onPrendre={() => {
            envoi.oublier()
            form.current?.reset()
            router.refresh()
          }}
        />
      ) : (
        <Refus envoi={envoi} />
      )}
      <ChampsIdentite identite={personne} erreurs={envoi.erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Enregistrer
        </Button>
      </div>
    </form>
  )
}
