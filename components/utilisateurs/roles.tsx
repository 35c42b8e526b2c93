'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type FormEvent } from 'react'
import { readErreurs } from '@/components/formulaire/echec'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Echec } from '@/lib/platform/resultat'
import { createRole, removeRole } from '@/lib/utilisateurs/actions/roles'
import type { PersonneVue, RoleVu } from '@/lib/utilisateurs/queries'
import { ChampsRole, readRole } from './champs-role'
import { formatBornes, formatRole } from './mots'
import { PERIME } from './perime'

/** A stale screen is read again at once: what was typed stays, and one more press does it. */
function listErreurs(echec: Echec<unknown>): ErreurDeChamp[] {
  return echec.tag === 'CONFLIT' ? [{ message: PERIME }] : readErreurs(echec)
}

/** Gives one more role. */
export function AjouterRole({ personne }: { personne: PersonneVue }) {
  return (
    <DialogButton label="Ajouter un rôle" titre={`Ajouter un rôle à ${personne.nom}`} tiroir>
      {(close) => <FormulaireRole personne={personne} onFait={close} />}
    </DialogButton>
  )
}

function FormulaireRole({ personne, onFait }: { personne: PersonneVue; onFait: () => void }) {
  const router = useRouter()
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = readRole(new FormData(event.currentTarget))
    start(async () => {
      const resultat = await createRole({ personne: personne.id, version: personne.version, ...saisie })
      if (!resultat.ok) {
        setErreurs(listErreurs(resultat))
        if (resultat.tag === 'CONFLIT') router.refresh()
        return
      }
      notify({ message: 'Rôle ajouté.' })
      onFait()
    })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={erreurs} />
      <ChampsRole erreurs={erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
          Ajouter ce rôle
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

function RetirerRole({ personne, role }: { personne: PersonneVue; role: RoleVu }) {
  return (
    <DialogButton
      label={
        <>
          Retirer<VisuallyHidden>{` le rôle ${formatRole(role)}`}</VisuallyHidden>
        </>
      }
      titre="Retirer ce rôle"
      size="sm"
    >
      {(close) => <ConfirmerRetrait personne={personne} role={role} onFait={close} />}
    </DialogButton>
  )
}

function ConfirmerRetrait({ personne, role, onFait }: { personne: PersonneVue; role: RoleVu; onFait: () => void }) {
  const router = useRouter()
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()
  function remove() {
    start(async () => {
      const resultat = await removeRole({ personne: personne.id, version: personne.version, role: role.id })
      if (!resultat.ok) {
        setErreurs(listErreurs(resultat))
        if (resultat.tag === 'CONFLIT') router.refresh()
        return
      }
      notify({ message: 'Rôle retiré.' })
      onFait()
    })
  }
  return (
    <div className="form">
      <ErrorSummary erreurs={erreurs} titre="Ce rôle n’a pas été retiré" />
      <p className="m-0">
        {personne.nom} n’aura plus le rôle « {formatRole(role)} ». Ce que la personne a enregistré reste, à son nom.
      </p>
      <div className="form-actions">
        <Button variant="danger" busy={envoi} onClick={remove}>
          Retirer ce rôle
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </div>
  )
}

/** Every role of a person, those over and to come included. */
export function ListeRoles({ personne }: { personne: PersonneVue }) {
  return (
    <ul className="rows">
      {personne.roles.map((role) => (
        <li key={role.id} className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <p className="m-0">{formatRole(role)}</p>
            {formatBornes(role) ? <p className="m-0 text-sm text-muted">{formatBornes(role)}</p> : null}
          </div>
          <div className="flex flex-wrap items-center gap-3">
            {role.etat === 'A_VENIR' ? <Badge tone="info">À venir</Badge> : null}
            {role.etat === 'TERMINE' ? <Badge>Terminé</Badge> : null}
            <RetirerRole personne={personne} role={role} />
          </div>
        </li>
      ))}
    </ul>
  )
}
