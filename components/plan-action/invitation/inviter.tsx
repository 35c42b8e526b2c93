'use client'

import { useRef, useState, useTransition, type FormEvent } from 'react'
import { readErreur, readErreurs } from '@/components/formulaire/echec'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/flottant/dialog-button'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/saisie/error-summary'
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

const COUPURE: ErreurDeChamp = { message: 'Le lien n’a pas été créé. Vérifiez votre connexion et réessayez.' }

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
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [envoi, start] = useTransition()

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const saisie = new FormData(event.currentTarget)
    const nom = String(saisie.get('nom') ?? '')
    const email = String(saisie.get('email') ?? '')
    const jours = saisie.get('jours') === '7' ? 7 : saisie.get('jours') === '30' ? 30 : 14
    start(async () => {
      const resultat = await createInvitationFiche({ convention, fiche, nom, email, jours }).catch(() => null)
      setErreurs(resultat === null ? [COUPURE] : resultat.ok ? [] : readErreurs(resultat))
      if (resultat?.ok)
        setLien({
          adresse: `${window.location.origin}${resultat.data.chemin}`,
          nom,
          dernierJour: resultat.data.dernierJour,
          envoi: resultat.data.envoi,
        })
    })
  }

  if (lien) return <LienACopier lien={lien} onFait={onFait} />
  return (
    <form onSubmit={handleSubmit} noValidate className="form">
      <ErrorSummary erreurs={erreurs} titre="Le lien n’a pas été créé" />
      <p className="m-0">
        Cette personne, sans compte, verra cette fiche seule et proposera ce qui a changé. Rien n’est écrit avant que
        vous ne l’acceptiez.
      </p>
      <Input label="Nom de la personne" name="nom" autoComplete="off" error={readErreur(erreurs, 'nom')} />
      <Input
        label="Adresse électronique"
        name="email"
        type="email"
        autoComplete="off"
        optional
        hint="Pour lui envoyer le lien. Sinon, vous le copiez et l’envoyez vous-même."
        error={readErreur(erreurs, 'email')}
      />
      <Radios
        label="Le lien s’ouvre pendant"
        name="jours"
        options={DUREES}
        defaultValue="14"
        error={readErreur(erreurs, 'jours')}
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={envoi}>
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
