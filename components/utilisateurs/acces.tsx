'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Notice } from '@/components/ui/notice'
import { notify } from '@/components/ui/flottant/toast'
import { formatCompte } from '@/lib/platform/typographie'
import type { Resultat } from '@/lib/platform/resultat'
import { closePersonne, reopenPersonne } from '@/lib/utilisateurs/actions/personnes'
import { closeSessions } from '@/lib/utilisateurs/actions/acces'
import type { PersonneVue } from '@/lib/utilisateurs/queries'
import { Inviter } from './inviter'
import { PERIME } from './perime'

interface GesteProps {
  label: string
  titre: string
  danger?: boolean
  children: ReactNode
  /** Does it; gives the sentence to show once done. */
  run: () => Promise<Resultat<string, unknown>>
}

/** A change of access, confirmed before it is made. */
function Geste(props: GesteProps) {
  return (
    <DialogButton label={props.label} titre={props.titre}>
      {(close) => <Confirmation {...props} onFait={close} />}
    </DialogButton>
  )
}

function Confirmation({ label, danger, children, run, onFait }: GesteProps & { onFait: () => void }) {
  const router = useRouter()
  const [refus, setRefus] = useState<string | null>(null)
  const [envoi, start] = useTransition()
  function confirm() {
    start(async () => {
      const resultat = await run()
      if (resultat.ok) {
        notify({ message: resultat.data })
        onFait()
        return
      }
      setRefus(resultat.tag === 'CONFLIT' ? PERIME : resultat.message)
      if (resultat.tag === 'CONFLIT') router.refresh()
    })
  }
  return (
    <div className="form">
      {refus ? (
        <Notice tone="bad" role="alert">
          {refus}
        </Notice>
      ) : null}
      <p className="m-0">{children}</p>
      <div className="form-actions">
        <Button variant={danger ? 'danger' : 'primary'} busy={envoi} onClick={confirm}>
          {label}
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </div>
  )
}

async function sayDone<T>(
  resultat: Promise<Resultat<T, unknown>>,
  say: (data: T) => string,
): Promise<Resultat<string, unknown>> {
  const fin = await resultat
  return fin.ok ? { ok: true, data: say(fin.data) } : fin
}

/** How a person gets in, and how they no longer do. */
export function Acces({ personne, soi }: { personne: PersonneVue; soi: boolean }) {
  const cible = { personne: personne.id, version: personne.version }
  const fermer = (
    <Geste
      label="Fermer ses sessions"
      titre="Fermer ses sessions"
      run={() =>
        sayDone(closeSessions({ personne: personne.id }), ({ fermees }) =>
          fermees === 0
            ? 'Aucune session n’était ouverte.'
            : `${formatCompte(fermees, 'session fermée', 'sessions fermées')}.`,
        )
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
        <Geste
          label="Réactiver le compte"
          titre="Réactiver le compte"
          run={() => sayDone(reopenPersonne(cible), () => 'Compte réactivé.')}
        >
          {personne.nom} pourra de nouveau se connecter, avec son mot de passe et les rôles de cette page.
        </Geste>
      </div>
    )
  return (
    <div className="form-actions">
      <Inviter personne={personne.id} nom={personne.nom} email={personne.email} />
      {fermer}
      <Geste
        label="Désactiver le compte"
        titre="Désactiver le compte"
        danger
        run={() => sayDone(closePersonne(cible), () => 'Compte désactivé.')}
      >
        {personne.nom} ne pourra plus se connecter, et ses sessions sont fermées tout de suite. Rien de ce que la
        personne a enregistré n’est perdu, et le compte peut être réactivé.
      </Geste>
    </div>
  )
}
