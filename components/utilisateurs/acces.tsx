'use client'

import type { ReactNode } from 'react'
import { Refus } from '@/components/formulaire/refus'
import type { Action } from '@/components/formulaire/send'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { formatCompte } from '@/lib/platform/typographie'
import { closePersonne, reopenPersonne } from '@/lib/utilisateurs/actions/personnes'
import { closeSessions } from '@/lib/utilisateurs/actions/acces'
import type { PersonneVue } from '@/lib/utilisateurs/queries'
import { Inviter } from './inviter'
import { PERIME } from './perime'

interface GesteProps<Input, T, Actuel> {
  label: string
  danger?: boolean
  children: ReactNode
  action: Action<Input, T, Actuel>
  input: Input
  /** the sentence to show once done */
  message: string | ((data: T) => string)
}

/** A change of access, confirmed before it is made. */
function Geste<Input, T, Actuel>(props: GesteProps<Input, T, Actuel>) {
  return (
    <DialogButton label={props.label} titre={props.label}>
      {(close) => <Confirmation {...props} onFait={close} />}
    </DialogButton>
  )
}

function Confirmation<Input, T, Actuel>({
  label,
  danger,
  children,
  action,
  input,
  message,
  onFait,
}: GesteProps<Input, T, Actuel> & { onFait: () => void }) {
  const envoi = useEnvoi(action, { conflit: PERIME, relire: true, message, onEcrit: onFait })
  return (
    <div className="form">
      <Refus envoi={envoi} />
      <p className="m-0">{children}</p>
      <div className="form-actions">
        <Button variant={danger ? 'danger' : 'primary'} busy={envoi.enCours} onClick={() => envoi.envoyer(input)}>
          {label}
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </div>
  )
}

/** How a person gets in, and how they no longer do. */
export function Acces({ personne, soi }: { personne: PersonneVue; soi: boolean }) {
  const cible = { personne: personne.id, version: personne.version }
  const fermer = (
    <Geste
      label="Fermer ses sessions"
      action={closeSessions}
      input={{ personne: personne.id }}
      message={({ fermees }) =>
        fermees === 0
          ? 'Aucune session n’était ouverte.'
          : `${formatCompte(fermees, 'session fermée', 'sessions fermées')}.`
      }
    >
      {soi
        ? 'Vous serez déconnecté partout, ici compris.'
        : `${personne.nom} devra se reconnecter sur tous ses appareils. Ce qui est enregistré le reste.`}
    </Geste>
  )
  if (!personne.actif)
    return (
      <div className="form-actions">
        <Geste label="Réactiver le compte" action={reopenPersonne} input={cible} message="Compte réactivé.">
          {personne.nom} pourra de nouveau se connecter, avec son mot de passe et les rôles de cette page.
        </Geste>
      </div>
    )
  return (
    <div className="form-actions">
      <Inviter personne={personne.id} nom={personne.nom} email={personne.email} />
      {fermer}
      <Geste label="Désactiver le compte" danger action={closePersonne} input={cible} message="Compte désactivé.">
        {personne.nom} ne pourra plus se connecter, et ses sessions sont fermées tout de suite. Rien de ce que la
        personne a enregistré n’est perdu, et le compte peut être réactivé.
      </Geste>
    </div>
  )
}
