'use client'

import { useRef, useState } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Input } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { formatDate } from '@/lib/platform/dates'
import { createInvitation } from '@/lib/utilisateurs/actions/acces'

interface Lien {
  adresse: string
  dernierJour: string
}

/** Makes the one-time link, shown this once. */
export function Inviter({ personne, nom, email }: { personne: number; nom: string; email: string }) {
  return (
    <DialogButton label="Inviter" titre={`Inviter ${nom}`}>
      {(close) => <Invitation personne={personne} email={email} onFait={close} />}
    </DialogButton>
  )
}

function Invitation({ personne, email, onFait }: { personne: number; email: string; onFait: () => void }) {
  const [lien, setLien] = useState<Lien | null>(null)
  const envoi = useEnvoi(createInvitation, {
    titre: 'L’invitation n’a pas été créée',
    onEcrit: ({ chemin, dernierJour }) => setLien({ adresse: `${window.location.origin}${chemin}`, dernierJour }),
  })
  if (lien) return <LienACopier lien={lien} email={email} onFait={onFait} />
  return (
    <div className="form">
      <Refus envoi={envoi} />
      <p className="m-0">
        Vous recevez un lien, à envoyer vous-même à {email}. La personne y choisit son mot de passe : vous ne le
        connaîtrez pas.
      </p>
      <p className="m-0">
        Le lien ne sert qu’une fois, pendant sept jours. Il remplace celui d’une invitation plus ancienne.
      </p>
      <div className="form-actions">
        <Button variant="primary" busy={envoi.enCours} onClick={() => envoi.envoyer({ personne })}>
          Créer le lien
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </div>
  )
}

function LienACopier({ lien, email, onFait }: { lien: Lien; email: string; onFait: () => void }) {
  const champ = useRef<HTMLInputElement>(null)
  async function copy() {
    champ.current?.select()
    try {
      await navigator.clipboard.writeText(lien.adresse)
      notify({ message: 'Lien copié.' })
    } catch {
      // No clipboard without https, or the browser refused: the text is selected, ready for the keyboard.
      notify({
        tone: 'bad',
        message: 'Le navigateur n’a pas permis la copie. Le lien est sélectionné : copiez-le avec Ctrl C.',
      })
    }
  }
  return (
    <div className="form">
      <p className="m-0" role="status">
        Lien créé, valable jusqu’au {formatDate(lien.dernierJour)}. Il ne sera plus affiché : copiez-le maintenant.
      </p>
      <Input
        label="Lien d’invitation"
        name="lien"
        readOnly
        autoFocus
        ref={champ}
        value={lien.adresse}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="form-actions">
        <Button variant="primary" onClick={() => void copy()}>
          Copier le lien
        </Button>
        <Button onClick={onFait}>J’ai envoyé le lien à {email}</Button>
      </div>
    </div>
  )
}
