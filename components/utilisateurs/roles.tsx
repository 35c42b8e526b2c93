'use client'

import type { FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { createRole, removeRole } from '@/lib/utilisateurs/actions/roles'
import type { PersonneVue, RoleVu } from '@/lib/utilisateurs/queries'
import { ChampsRole, readRole } from './champs-role'
import { formatBornes, formatRole } from './mots'
import { PERIME } from './perime'

/** Gives one more role. */
export function AjouterRole({ personne }: { personne: PersonneVue }) {
  return (
    <DialogButton label="Ajouter un rôle" titre={`Ajouter un rôle à ${personne.nom}`} tiroir>
      {(close) => <FormulaireRole personne={personne} onFait={close} />}
    </DialogButton>
  )
}

function FormulaireRole({ personne, onFait }: { personne: PersonneVue; onFait: () => void }) {
  // A stale screen is read again at once: what was typed stays, and one more press does it.
  const envoi = useEnvoi(createRole, {
    conflit: PERIME,
    relire: true,
    message: 'Rôle ajouté.',
    onEcrit: onFait,
  })
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    envoi.envoyer({ personne: personne.id, version: personne.version, ...readRole(new FormData(event.currentTarget)) })
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
      <ChampsRole erreurs={envoi.erreurs} />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
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
  const envoi = useEnvoi(removeRole, {
    titre: 'Ce rôle n’a pas été retiré',
    conflit: PERIME,
    relire: true,
    message: 'Rôle retiré.',
    onEcrit: onFait,
  })
  return (
    <div className="form">
      <Refus envoi={envoi} />
      <p className="m-0">
        {personne.nom} n’aura plus le rôle « {formatRole(role)} ». Ce que la personne a enregistré reste, à son nom.
      </p>
      <div className="form-actions">
        <Button
          variant="danger"
          busy={envoi.enCours}
          onClick={() => envoi.envoyer({ personne: personne.id, version: personne.version, role: role.id })}
        >
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
