'use client'

import { useRef, useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { readTextes } from '@/components/formulaire/saisie'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { Input, Radios } from '@/components/ui/saisie/inputs'
import { notify } from '@/components/ui/flottant/toast'
import { createInvitationFiche } from '@/lib/plan-action/invitation/actions/contribution'
import { formatDate } from '@/lib/platform/dates'

interface Props {
  convention: string
  fiche: number
}

interface Lien {
  adresse: string
  nom: string
  dernierJour: string
  /** what became of the message */
  envoi: string
}

const DUREES = [
  { value: '7', label: '7 jours' },
  { value: '14', label: '14 jours' },
  { value: '30', label: '30 jours' },
]

const REFUS = 'Le lien n’a pas été créé'

/** Makes a link for a named person, shown this once. */
export function Inviter({ convention, fiche }: Props) {
  return (
    <DialogButton label="Inviter quelqu’un" titre="Inviter à mettre à jour cette fiche">
      {(close) => <Invitation convention={convention} fiche={fiche} onFait={close} />}
    </DialogButton>
  )
}

function Invitation({ convention, fiche, onFait }: Props & { onFait: () => void }) {
  const [lien, setLien] = useState<Lien | null>(null)
  const envoi = useEnvoi(createInvitationFiche, { titre: REFUS, titreChamps: REFUS })

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { nom, email, jours } = readTextes(new FormData(event.currentTarget), ['nom', 'email', 'jours'])
    envoi.envoyer(
      { convention, fiche, nom, email, jours: jours === '7' ? 7 : jours === '30' ? 30 : 14 },
      { onEcrit: ({ chemin, ...cree }) => setLien({ adresse: `${window.location.origin}${chemin}`, nom, ...cree }) },
    )
  }

  if (lien) return <LienACopier lien={lien} onFait={onFait} />
  return (
    <form onSubmit={handleSubmit} noValidate className="form">
      <Refus envoi={envoi} />
      <p className="m-0">
        Cette personne, sans compte, verra cette fiche seule et proposera ce qui a changé. Rien n’est écrit avant que
        vous ne l’acceptiez.
      </p>
      <Input label="Nom de la personne" name="nom" autoComplete="off" error={envoi.readErreur('nom')} />
      <Input
        label="Adresse électronique"
        name="email"
        type="email"
        autoComplete="off"
        optional
        hint="Pour lui envoyer le lien. Sinon, vous le copiez et l’envoyez vous-même."
        error={envoi.readErreur('email')}
      />
      <Radios
        label="Le lien s’ouvre pendant"
        name="jours"
        options={DUREES}
        defaultValue="14"
        error={envoi.readErreur('jours')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          Créer le lien
        </Button>
        <Button onClick={onFait}>Annuler</Button>
      </div>
    </form>
  )
}

const ENVOIS: Record<string, string> = {
  ENVOYE: 'Un message avec ce lien vient de partir.',
  ECHEC: 'Le message n’est pas parti, le serveur de messagerie l’a refusé : envoyez le lien vous-même.',
  SANS_SERVEUR: 'Aucun serveur de messagerie n’est configuré : envoyez le lien vous-même.',
}

function LienACopier({ lien, onFait }: { lien: Lien; onFait: () => void }) {
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
        Lien créé pour {lien.nom}, jusqu’au {formatDate(lien.dernierJour)}. {ENVOIS[lien.envoi]} Il ne sera plus
        affiché : copiez-le maintenant si vous en avez besoin.
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
        <Button onClick={onFait}>Terminer</Button>
      </div>
    </div>
  )
}
